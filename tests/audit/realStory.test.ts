import { beforeAll, describe, expect, test } from 'vitest'
import type { AuditedPlace, AuditLine } from '#shared/operations/audit/auditLine.ts'
import type { FaultCode } from '#shared/operations/audit/auditReport.ts'
import { audited } from './support/auditing.ts'
import { changed, closed, indexOf, opened, type ReadPlace, rewritten } from './support/forger.ts'
import { type StoryExports, storyExports } from './support/storyExports.ts'

// The demonstration of sharing, played by real processes: a committee founded from a file, a room, its return, what came late.

let story: StoryExports
beforeAll(async () => {
  story = await storyExports()
}, 600_000)

const acts =
  (kind: string, verdict = 'ok') =>
  ({ ops, entry }: ReadPlace): boolean =>
    entry.verdict === verdict && ops.some(({ k }) => k === kind)

describe('exports of real processes', () => {
  test('[SY36][SY61][SY62] the server: all that was accepted is judged again, the founding is bound, the room is there', () => {
    const { conforme, faults, remarks, founding, unseen, judgedAgain, checked } = audited(story.server)
    expect(faults).toEqual([])
    expect({ conforme, remarks, founding }).toEqual({ conforme: true, remarks: [], founding: 'bound' })
    const nothing = { before: 0, commits: 0, bodies: 0, keys: 0, rooms: 0, erased: 0, notJudgedAgain: 0 }
    expect(unseen).toEqual(nothing)
    const accepted = opened(story.server).filter((line) => line.is === 'entry' && line.entry.verdict === 'ok')
    expect(judgedAgain).toBe(accepted.length)
    expect(checked.rooms).toBe(1)
    expect(story.server.filter((line) => line.startsWith('{"is":"run-entry"')).length).toBeGreaterThan(20)
  })

  test('[SY36][SY61] the laptop of the secretariat holds all of it, and is judged again like the server', () => {
    const { conforme, founding, unseen, judgedAgain, checked } = audited(story.secretariat)
    expect({ conforme, founding }).toEqual({ conforme: true, founding: 'bound' })
    expect(unseen.notJudgedAgain).toBe(0)
    expect({ judgedAgain, rooms: checked.rooms }).toEqual({
      judgedAgain: audited(story.server).judgedAgain,
      rooms: 1,
    })
  })

  test('[SY36] the laptop of a member tells from where it holds the log, what it does not see, and that nothing of it is false', () => {
    const { conforme, faults, founding, unseen, checked, judgedAgain } = audited(story.member)
    expect(faults).toEqual([])
    expect({ conforme, founding, judgedAgain }).toEqual({
      conforme: true,
      founding: 'unseen',
      judgedAgain: 0,
    })
    expect(unseen.before).toBeGreaterThan(0)
    expect(unseen.bodies + unseen.commits).toBeGreaterThan(0)
    expect(checked.entries).toBeGreaterThan(100)
    // What it does hold is checked: a receipt that was changed is found.
    const index = opened(story.member).findIndex((line) => line.is === 'entry')
    const told = changed<AuditedPlace>(opened(story.member), index, (line) => ({
      ...line,
      entry: { ...line.entry, at: line.entry.at + 1 },
    }))
    const found = audited(told.map((line) => JSON.stringify(line))).faults.map(({ fault }) => fault)
    expect(found).toContain('receipt-differs')
  })
})

interface Forgery {
  readonly forge: (lines: AuditLine[]) => readonly AuditLine[]
  readonly fault: FaultCode
  /** The forger holds the key of the server, and signs its log anew. */
  readonly byAuthority: boolean
}

const by = (byAuthority: boolean, fault: FaultCode, forge: Forgery['forge']): Forgery => ({
  forge,
  fault,
  byAuthority,
})
const told =
  (is: (place: ReadPlace) => boolean, verdict: string, code = ''): Forgery['forge'] =>
  (lines) =>
    changed<AuditedPlace>(lines, indexOf(lines, is), (line) => ({
      ...line,
      entry: { ...line.entry, verdict, code },
    }))
const without =
  (is: (place: ReadPlace) => boolean): Forgery['forge'] =>
  (lines) =>
    lines.toSpliced(indexOf(lines, is), 1)
const everyLine =
  (change: (line: AuditLine) => AuditLine | readonly AuditLine[]): Forgery['forge'] =>
  (lines) =>
    lines.flatMap(change)
const bodyLeftOut =
  (is: (place: ReadPlace) => boolean): Forgery['forge'] =>
  (lines) =>
    changed<AuditedPlace>(lines, indexOf(lines, is), (line) => ({
      ...line,
      commit: line.commit && { ...line.commit, body: null },
    }))

const forgeries: Readonly<Record<string, Forgery>> = {
  'a mark changed': by(false, 'body-altered', (lines) =>
    changed<AuditedPlace>(lines, indexOf(lines, acts('sheet.mark@1')), (line) => ({
      ...line,
      commit: line.commit && {
        ...line.commit,
        body: rewritten(line.commit.body ?? '', '"value"', '"valuf"'),
      },
    })),
  ),
  'a mark taken out': by(false, 'chain-gap', without(acts('sheet.mark@1'))),
  'a mark taken out by the server': by(true, 'chain-gap', without(acts('sheet.mark@1'))),
  'the end cut': by(false, 'checkpoint-signature-wrong', (lines) =>
    lines.toSpliced(
      lines.findLastIndex(({ is }) => is === 'entry'),
      1,
    ),
  ),
  'a decision told as refused': by(
    false,
    'checkpoint-signature-wrong',
    told(acts('session.decide@1'), 'conflict', 'room'),
  ),
  'a late mark told as accepted': by(true, 'after-freeze', told(acts('sheet.mark@1', 'late'), 'ok')),
  'a late recusal told as accepted': by(true, 'after-freeze', told(acts('recusal.declare@1', 'late'), 'ok')),
  'a mark told as late before the closing': by(
    true,
    'not-frozen',
    told(acts('sheet.mark@1'), 'late', 'dossier-decided'),
  ),
  'the roll-call told as refused': by(
    true,
    'no-quorum',
    everyLine((line) =>
      line.is === 'entry' &&
      acts('session.attend@1')({ ...line, ...{ header: {}, ops: opsOf(line) } } as ReadPlace)
        ? { ...line, entry: { ...line.entry, verdict: 'closed', code: 'not-open' } }
        : line,
    ),
  ),
  'a decision taken out of the body, no erasure naming it': by(
    false,
    'body-missing',
    bodyLeftOut(acts('session.decide@1')),
  ),
  'another founding told: a member made chair': by(
    true,
    'founding-differs',
    everyLine((line) =>
      line.is === 'state' && line.state?.role === 'member'
        ? { ...line, state: { ...line.state, role: 'chair' } }
        : line,
    ),
  ),
  'a mandate added to the founding': by(true, 'founding-differs', (lines) => {
    const at = lines.findIndex(({ is }) => is === 'mandate')
    const added = { id: 'z', user: 'z', role: 'secretariat', memberId: null, dossiers: [] }
    return lines.toSpliced(at, 0, { is: 'mandate', ...added })
  }),
  'the declaration of the founding taken out': by(true, 'chain-gap', without(acts('device.found@1'))),
  'another hub told for the room': by(
    true,
    'lease-differs',
    everyLine((line) => (line.is === 'lease' ? { ...line, hub: 'centre' } : line)),
  ),
  'the lease of the room taken out': by(true, 'lease-unknown', without(acts('lease.grant@1'))),
  'an entry of the room changed': by(
    false,
    'run-broken',
    everyLine((line) =>
      line.is === 'run-entry' ? { ...line, entry: { ...line.entry, verdict: 'late' } } : line,
    ),
  ),
  'what vouches for the room taken out': by(
    false,
    'run-not-vouched',
    everyLine((line) => (line.is === 'checkpoint' && line.run !== undefined ? [] : line)),
  ),
  'the order of the room changed by the server': by(true, 'room-order-differs', (lines) => {
    const index = indexOf(lines, (place) => place.entry.via !== null && acts('session.attend@1')(place))
    const next = lines.findIndex(
      (line, at) =>
        at > index && line.is === 'entry' && line.entry.via !== null && line.entry.verdict === 'ok',
    )
    return lines.with(index, lines[next] as AuditLine).with(next, lines[index] as AuditLine)
  }),
}

function opsOf(line: AuditedPlace): ReadPlace['ops'] {
  const body = JSON.parse(Buffer.from(line.commit?.body ?? 'e30', 'base64url').toString()) as {
    readonly ops?: ReadPlace['ops']
  }
  return body.ops ?? []
}

describe('the export of a real server, tampered with', () => {
  for (const [what, { forge, fault, byAuthority }] of Object.entries(forgeries))
    test(`[SY36] ${what} is found (${fault})`, () => {
      const forged = closed(forge(opened(story.server)), byAuthority ? story.authority : null)
      const { faults, conforme } = audited(forged)
      expect(conforme).toBe(false)
      expect([...new Set(faults.map((each) => each.fault))]).toContain(fault)
    })
})
