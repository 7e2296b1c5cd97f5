import { describe, expect, test } from 'vitest'
import { generateDeviceKeys, nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import type { AuditedPlace, AuditLine } from '#shared/operations/audit/auditLine.ts'
import type { FaultCode } from '#shared/operations/audit/auditReport.ts'
import { audited, exported } from './support/auditing.ts'
import {
  changed,
  closed,
  hashOf,
  indexOf,
  opened,
  type ReadPlace,
  readPlace,
  rewritten,
} from './support/forger.ts'
import { type HonestDay, honestDay } from './support/honestDay.ts'

const day = honestDay()
const whole = await exported(day.store, day.subject)

const faultsOf = (lines: readonly string[]): readonly FaultCode[] => [
  ...new Set(audited(lines).faults.map(({ fault }) => fault)),
]
const isOk = ({ entry }: ReadPlace): boolean => entry.verdict === 'ok'
const marks = ({ ops }: ReadPlace): boolean => ops.some(({ k }) => k === 'sheet.mark@1')
const acts =
  (kind: string) =>
  ({ ops }: ReadPlace): boolean =>
    ops.some(({ k }) => k === kind)

describe('an honest day', () => {
  test('[SY36] is conforme: refusals, a room and its return, a closing, a fork, a revocation, an erasure', () => {
    const report = audited(whole)
    expect(report.faults).toEqual([])
    expect(report.conforme).toBe(true)
    expect(report.remarks.map(({ remark }) => remark)).toEqual(['fork-proven'])
    const verdicts = new Set(
      opened(whole).flatMap((line) => (line.is === 'entry' ? [line.entry.verdict] : [])),
    )
    expect([...verdicts].sort()).toEqual(
      ['deferred', 'forbidden', 'forked', 'late', 'ok', 'recused', 'revoked'].sort(),
    )
    const { unseen, checked } = report
    expect(unseen).toEqual({
      before: 0,
      commits: 0,
      keys: 0,
      bodies: 0,
      rooms: 0,
      erased: 1,
      notJudgedAgain: 1,
    })
    expect(checked.rooms).toBe(1)
  })

  test('[SY36] is found to be of another authority when the person knows the right key', () => {
    const { authorityFingerprint } = audited(whole)
    expect(audited(whole, nodeCrypto, authorityFingerprint).conforme).toBe(true)
    expect(audited(whole, nodeCrypto, 'A'.repeat(43)).faults).toEqual([{ fault: 'other-authority' }])
  })

  test('[SY36] opened and closed again by a forger who changes nothing is the same', () => {
    expect(closed(opened(whole))).toEqual(whole)
    expect(audited(closed(opened(whole), day.authority)).conforme).toBe(true)
  })

  test('[SY36] without what a reader may not see, verifies the rest and says what is not there', () => {
    const part = opened(whole).map((line): AuditLine => {
      if (line.is === 'delibere-audit') return { ...line, reader: 'part' }
      if (line.is !== 'entry' || line.commit === null) return line
      const { header } = readPlace(line)
      if (header.scope === 'control') return { ...line, commit: null }
      return marks(readPlace(line)) ? { ...line, commit: { ...line.commit, body: null } } : line
    })
    const report = audited(part.map((line) => JSON.stringify(line)))
    expect(report.faults).toEqual([])
    expect(report.unseen.commits).toBeGreaterThan(0)
    expect(report.unseen.bodies).toBeGreaterThan(0)
    expect(report.judgedAgain).toBe(0)
    // What is there is still verified.
    const index = indexOf(part, ({ ops }) => ops.length > 0)
    const altered = changed<AuditedPlace>(part, index, (line) => ({
      ...line,
      commit: { header: '', signature: '', ...line.commit, body: 'e30' },
    }))
    expect(faultsOf(altered.map((line) => JSON.stringify(line)))).toEqual(['body-altered'])
  })

  test('[SY36] whatever is read, the auditor answers', () => {
    for (const lines of [
      [],
      [''],
      ['x'],
      ['{}'],
      ['{"is":"end","entries":0}'],
      whole.slice(1),
      [...whole, ...whole],
    ])
      expect(audited(lines).conforme).toBe(false)
    for (const [index, line] of whole.entries())
      expect(audited(whole.with(index, line.slice(0, -1))).conforme).toBe(false)
  })
})

interface Forgery {
  readonly forge: (lines: AuditLine[], day: HonestDay) => readonly AuditLine[]
  readonly fault: FaultCode
  /** The forger is the authority: it signs its log anew. */
  readonly byAuthority?: true
}

const verdictChanged =
  (is: (place: ReadPlace) => boolean, verdict: string, code = '') =>
  (lines: readonly AuditLine[]): readonly AuditLine[] =>
    changed<AuditedPlace>(lines, indexOf(lines, is), (line) => ({
      ...line,
      entry: { ...line.entry, verdict, code },
    }))

/** By somebody who holds no key. */
const forgeries: Readonly<Record<string, Forgery>> = {
  'a body changed': {
    forge: (lines) =>
      changed<AuditedPlace>(lines, indexOf(lines, marks), (line) => ({
        ...line,
        commit: line.commit && { ...line.commit, body: rewritten(line.commit.body ?? '', 'PERT', 'PERS') },
      })),
    fault: 'body-altered',
  },
  'a body and the digest in its header changed': {
    forge: (lines) =>
      changed<AuditedPlace>(lines, indexOf(lines, marks), (line) => {
        const body = rewritten(line.commit?.body ?? '', 'PERT', 'PERS')
        const header = rewritten(line.commit?.header ?? '', hashOf(line.commit?.body ?? ''), hashOf(body))
        return { ...line, commit: line.commit && { ...line.commit, header, body } }
      }),
    fault: 'signature-wrong',
  },
  'a header changed': {
    forge: (lines) =>
      changed<AuditedPlace>(lines, indexOf(lines, marks), (line) => ({
        ...line,
        commit: line.commit && {
          ...line.commit,
          header: rewritten(line.commit.header, 'u-bruno', 'u-anne'),
        },
      })),
    fault: 'signature-wrong',
  },
  'the signatures of two commits exchanged': {
    forge: (lines) => {
      const [one, other] = [indexOf(lines, marks), indexOf(lines, acts('session.decide@1'))]
      const signatureOf = (index: number) => (lines[index] as AuditedPlace).commit?.signature ?? ''
      const signed = (index: number, signature: string) => (from: readonly AuditLine[]) =>
        changed<AuditedPlace>(from, index, (line) => ({
          ...line,
          commit: line.commit && { ...line.commit, signature },
        }))
      return signed(other, signatureOf(one))(signed(one, signatureOf(other))(lines))
    },
    fault: 'signature-wrong',
  },
  'an entry removed': {
    forge: (lines) => lines.toSpliced(indexOf(lines, marks), 1),
    fault: 'chain-gap',
  },
  'two entries exchanged': {
    forge: (lines) => {
      const index = indexOf(lines, acts('recusal.declare@1'))
      return lines.with(index, lines[index + 1] as AuditLine).with(index + 1, lines[index] as AuditLine)
    },
    fault: 'order-against-chain',
  },
  'a verdict changed': {
    forge: verdictChanged(marks, 'late', 'dossier-decided'),
    fault: 'checkpoint-signature-wrong',
  },
  'an instant changed': {
    forge: (lines) =>
      changed<AuditedPlace>(lines, indexOf(lines, marks), (line) => ({
        ...line,
        entry: { ...line.entry, at: line.entry.at + 60_000 },
      })),
    fault: 'checkpoint-signature-wrong',
  },
  'the end of the log cut below the vouched place': {
    forge: (lines) =>
      lines.toSpliced(
        lines.findLastIndex(({ is }) => is === 'entry'),
        1,
      ),
    fault: 'checkpoint-signature-wrong',
  },
  'the end of the log cut, the checkpoint left out': {
    forge: (lines) =>
      lines
        .toSpliced(
          lines.findLastIndex(({ is }) => is === 'entry'),
          1,
        )
        .filter((line) => line.is !== 'checkpoint' || line.run !== undefined),
    fault: 'log-not-vouched',
  },
  'a checkpoint signed by somebody else': {
    forge: (lines) => {
      const other = nodeSigner(generateDeviceKeys().privateKey)
      return opened(closed(lines, other))
    },
    fault: 'checkpoint-signature-wrong',
  },
  'the key of a device replaced': {
    forge: (lines) =>
      lines.map((line) =>
        line.is === 'device' && line.id === 'd-zoe'
          ? { ...line, key: Buffer.from(generateDeviceKeys().publicKey).toString('base64url') }
          : line,
      ),
    fault: 'device-key-differs',
  },
  'a body left out, no erasure naming it': {
    forge: (lines) =>
      changed<AuditedPlace>(lines, indexOf(lines, acts('session.decide@1')), (line) => ({
        ...line,
        commit: line.commit && { ...line.commit, body: null },
      })),
    fault: 'body-missing',
  },
  'a commit left out of its entry': {
    forge: (lines) =>
      changed<AuditedPlace>(lines, indexOf(lines, marks), (line) => ({ ...line, commit: null })),
    fault: 'commit-missing',
  },
  'an entry of the run of the room changed': {
    forge: (lines) => {
      const index = lines.findIndex(({ is }) => is === 'run-entry')
      return lines.map((line, place) =>
        place === index && line.is === 'run-entry'
          ? { ...line, entry: { ...line.entry, verdict: 'late', code: 'session-closed' } }
          : line,
      )
    },
    fault: 'run-broken',
  },
  'the checkpoint of the room left out': {
    forge: (lines) => lines.filter((line) => line.is !== 'checkpoint' || line.run === undefined),
    fault: 'run-not-vouched',
  },
  'the last line left out': { forge: (lines) => lines.slice(0, -1), fault: 'export-cut' },
}

/** By an authority that signs a log of its own making: what its devices signed speaks against it. */
const lies: Readonly<Record<string, Forgery>> = {
  'a mark taken out': { forge: (lines) => lines.toSpliced(indexOf(lines, marks), 1), fault: 'chain-gap' },
  'a commit beyond the revoked place told as accepted': {
    forge: verdictChanged(({ entry }) => entry.verdict === 'revoked', 'ok'),
    fault: 'device-revoked',
  },
  'an entry after the freeze told as accepted': {
    forge: verdictChanged(({ entry }) => entry.verdict === 'late', 'ok'),
    fault: 'after-freeze',
  },
  'the sheet of another told as accepted': {
    forge: verdictChanged(({ entry }) => entry.code === 'single-writer', 'ok'),
    fault: 'not-the-writer',
  },
  'the mark of somebody recused told as accepted': {
    forge: verdictChanged(({ entry }) => entry.verdict === 'recused', 'ok'),
    fault: 'recused',
  },
  'a mark refused as late before any closing': {
    forge: verdictChanged((place) => marks(place) && isOk(place), 'late', 'dossier-decided'),
    fault: 'not-frozen',
  },
  'a recusal refused, so that the vote has more voices than voters': {
    forge: verdictChanged((place) => acts('session.attend@1')(place), 'closed', 'not-open'),
    fault: 'no-quorum',
  },
  'a second commit under one number told as accepted': {
    forge: verdictChanged(({ entry }) => entry.verdict === 'forked', 'ok'),
    fault: 'fork-accepted',
  },
  'a fork hidden, its first commit with it': {
    forge: (lines) => {
      const isGuest = (verdict: string) =>
        indexOf(lines, ({ header, entry }) => header.dev === 'd-guest' && entry.verdict === verdict)
      return lines.toSpliced(isGuest('late'), 1)
    },
    fault: 'fork-unproven',
  },
  'a mandate that was given told as there from the start': {
    forge: (lines) => {
      const given = { id: 'zoe', user: 'u-zoe', role: 'instructor', memberId: null, dossiers: [] }
      return lines.toSpliced(1, 0, { is: 'mandate', ...given })
    },
    fault: 'founded-twice',
  },
  'a device told as revoked that was not': {
    forge: verdictChanged((place) => marks(place) && isOk(place), 'revoked', 'retired'),
    fault: 'not-revoked',
  },
  'ordered by the centre under the lease of the room': {
    forge: verdictChanged(({ entry }) => entry.verdict === 'deferred', 'ok'),
    fault: 'ordered-under-lease',
  },
  'two verdicts for one commit': {
    forge: (lines) => {
      const index = indexOf(lines, acts('session.decide@1'))
      return lines.toSpliced(index + 1, 0, lines[index] as AuditLine)
    },
    fault: 'second-verdict',
  },
  'an epoch that goes back': {
    forge: (lines) =>
      changed<AuditedPlace>(lines, indexOf(lines, isOk), (line) => ({
        ...line,
        entry: { ...line.entry, epoch: 3 },
      })),
    fault: 'epoch-goes-back',
  },
  'a lease that nobody granted': {
    forge: (lines) => lines.toSpliced(indexOf(lines, acts('lease.grant@1')), 1),
    fault: 'lease-unknown',
  },
  'an order that is not the one of the room': {
    forge: (lines) => {
      const index = indexOf(lines, (place) => marks(place) && place.entry.via !== null)
      return lines.with(index, lines[index + 1] as AuditLine).with(index + 1, lines[index] as AuditLine)
    },
    fault: 'room-order-differs',
  },
}

describe('a tampered export', () => {
  for (const [what, { forge, fault }] of Object.entries(forgeries))
    test(`[SY36] by who holds no key: ${what} is found (${fault})`, () => {
      const faults = faultsOf(closed(forge(opened(whole), day)))
      expect(faults).toContain(fault)
    })

  for (const [what, { forge, fault }] of Object.entries(lies))
    test(`[SY36] by the authority itself: ${what} is found (${fault})`, () => {
      const faults = faultsOf(closed(forge(opened(whole), day), day.authority))
      expect(faults).toContain(fault)
      expect(faults).not.toContain('checkpoint-signature-wrong')
    })

  test('[SY21][SY36] a hub that says two things under one epoch of its lease is found (run-parts)', () => {
    const lines = opened(whole)
    const told = lines.filter((line) => line.is === 'run-entry').map(({ entry }) => entry)
    const differing = told.map((entry, place) =>
      place === told.length - 1 ? { ...entry, verdict: 'conflict', code: 'room' } : entry,
    )
    const [checkpoint] = lines.flatMap((line) => {
      if (line.is !== 'checkpoint' || line.run === undefined) return []
      const { run: _, ...signed } = line
      return [signed]
    })
    if (checkpoint === undefined) throw new Error('no run in the export')
    // The hub holds its key: it signs the other run too.
    const places = differing.map((entry): AuditLine => ({ is: 'entry', entry, commit: null }))
    const hub = nodeSigner(day.world.devices.secretary.privateKey)
    const vouched = opened(closed([...places, checkpoint], hub)).flatMap((line) =>
      line.is === 'checkpoint' ? [{ ...line, run: 'other' }] : [],
    )
    const again = differing.map((entry): AuditLine => ({ is: 'run-entry', run: 'other', entry }))
    const both = [...lines.slice(0, -1), ...again, ...vouched, ...lines.slice(-1)]
    expect(faultsOf(both.map((line) => JSON.stringify(line)))).toEqual(['run-parts'])
  })
})
