import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openMeeting, passphrase, type SmallCommittee, smallCommittee, unanimous } from './smallCommittee.ts'

interface Walk {
  readonly committee: SmallCommittee
  readonly sessionId: string
  readonly itemIds: readonly string[]
  readonly memberIds: readonly string[]
  /** Denis, away, and his substitute. */
  readonly denis: string
  readonly emma: string
}

async function startWalk(): Promise<Walk> {
  const committee = await smallCommittee()
  const { get } = committee
  const person = { lastName: 'Exemple', capacity: 'élu', role: 'member', voice: 'deliberative' } as const
  const { memberId: denis } = await get('member.add', { ...person, firstName: 'Denis', inOffice: true })
  const { memberId: emma } = await get('member.add', {
    ...{ ...person, firstName: 'Emma', inOffice: false },
    substituteOf: denis,
  })
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  const itemIds = session.agenda.map(({ id }) => id)
  return { committee, sessionId, itemIds, memberIds: committee.memberIds, denis, emma }
}

const place = fc.nat({ max: 2 })
const act = fc.record({
  kind: fc.constantFrom(
    ...([
      'decide',
      'decide',
      'amend',
      'withdraw',
      'move',
      'give',
      'sign',
      'take-back',
      'substitute',
    ] as const),
    ...(['travel', 'change', 'debate', 'declare', 'assess', 'point', 'undo', 'redo'] as const),
  ),
  item: place,
  member: place,
  isOn: fc.boolean(),
  euros: fc.constantFrom(1_000, 12_000, 45_000),
})

type Act = typeof act extends fc.Arbitrary<infer Keyed> ? Keyed : never

/** Performs one act; most are allowed, and a refusal changes nothing. */
async function perform(walk: Walk, { kind, item, member, isOn, euros }: Act) {
  const { committee, sessionId, denis, emma } = walk
  const { refusalOf, candidatureIds } = committee
  const itemId = walk.itemIds[item] ?? ''
  const memberId = walk.memberIds[member] ?? ''
  const { quorum, session } = await committee.get('session.get', { sessionId })
  const voters = quorum.present + quorum.represented
  const proposal = { ...unanimous(itemId, euros * 100, voters), departure: 'Choix du comité.' }
  switch (kind) {
    case 'decide':
      return refusalOf('session.decide', { sessionId, proposal })
    case 'amend': {
      const kept = session.agenda[item]?.outcome?.vote?.for ?? voters
      const corrected = { ...unanimous(itemId, euros * 50, kept), departure: 'Choix du comité.' }
      return refusalOf('session.amend', { sessionId, proposal: corrected, reason: 'Mal lu' })
    }
    case 'withdraw':
      return refusalOf('session.withdraw-outcome', { sessionId, itemId })
    case 'move': {
      const move = isOn ? 'arrives' : 'leaves'
      return refusalOf('session.move', { sessionId, memberId, kind: move, at: '14:30', itemId: null })
    }
    case 'give':
      return refusalOf('session.give-proxy', {
        ...{ sessionId, giverId: denis, holderId: memberId, date: '2026-03-10', signed: isOn },
      })
    case 'sign':
      return refusalOf('session.sign-proxy', { sessionId, giverId: denis, signed: isOn })
    case 'take-back':
      return refusalOf('session.withdraw-proxy', { sessionId, giverId: denis })
    case 'substitute':
      return refusalOf('session.substitute', {
        ...{ sessionId, memberId: denis, substituteId: isOn ? emma : null },
      })
    case 'travel': {
      const travel = { mode: 'own-vehicle', kilometres: 10 + member, fiscalHorsepower: 5 } as const
      return refusalOf('session.travel', { sessionId, memberId, travel: isOn ? travel : null })
    }
    case 'change':
      return refusalOf('session.change', { sessionId, set: { startsAt: isOn ? '14:00' : null } })
    case 'debate':
      return refusalOf('session.write-debate', { sessionId, itemId, text: `Dit le ${member}` })
    case 'declare':
      return refusalOf('recusal.declare', {
        ...{ candidatureId: candidatureIds[2], memberId, reason: 'Siège au bureau', legalBasis: '' },
      })
    case 'assess':
      return refusalOf('recusal.assess', {
        ...{ candidatureId: candidatureIds[2], memberId, legalBasis: 'cgct-l2131-11', reason: 'Vu' },
        ...{ status: isOn ? 'confirmed' : 'set-aside', counting: 'numerator' },
      })
    case 'point':
      return refusalOf('session.point', { sessionId, itemId: isOn ? itemId : null, at: '14:30:00' })
    case 'undo':
      return refusalOf('act.undo', {})
    case 'redo':
      return refusalOf('act.redo', {})
  }
}

async function bytesOf({ committee: { get, candidatureIds }, sessionId }: Walk): Promise<string> {
  const { session } = await get('session.get', { sessionId })
  const { recusals } = await get('candidature.get', { candidatureId: candidatureIds[2] })
  return JSON.stringify([session, recusals])
}

it('[UC7] undo then redo is identity after any act, and the log gives the same bytes again', async () => {
  const allowed = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 40, size: 'max' }), async (acts) => {
      const walk = await startWalk()
      const { get, path } = walk.committee
      for (const each of acts) {
        const before = await bytesOf(walk)
        const answer = await perform(walk, each)
        const after = await bytesOf(walk)
        if (answer !== 'ok') {
          expect([each.kind, after]).toEqual([each.kind, before])
          continue
        }
        allowed.set(each.kind, (allowed.get(each.kind) ?? 0) + 1)
        if (each.kind === 'undo' || each.kind === 'redo') continue
        await get('act.undo', {})
        expect(await bytesOf(walk)).toBe(before)
        await get('act.redo', {})
        expect(await bytesOf(walk)).toBe(after)
      }
      // The doctor folds the whole log again and compares byte for byte; a reopening reads what was stored.
      expect(await get('file.doctor', {})).toEqual({ sound: true, verdict: 'conforme' })
      const last = await bytesOf(walk)
      await get('file.close', {})
      await get('file.open', { path, secret: { kind: 'passphrase', text: passphrase }, remember: false })
      expect(await bytesOf(walk)).toBe(last)
    }),
    { numRuns: 5 },
  )
  // Walks on which little was allowed would prove nothing.
  expect([...allowed.keys()].length).toBeGreaterThan(10)
  expect([...allowed.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(60)
})
