import fc from 'fast-check'
import { expect, test } from 'vitest'
import { remainingEnvelope } from '#shared/domain/envelope/remainingEnvelope.ts'
import { amendOutcome } from '#shared/domain/session/amendOutcome.ts'
import { decideItem } from '#shared/domain/session/decideItem.ts'
import { giveProxy } from '#shared/domain/session/giveProxy.ts'
import { recordMovement } from '#shared/domain/session/recordMovement.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { setAgenda } from '#shared/domain/session/setAgenda.ts'
import { withdrawOutcome } from '#shared/domain/session/withdrawOutcome.ts'
import { cents } from '#shared/kernel/cents.ts'
import { refuse } from '#shared/kernel/result.ts'
import { recusalOf } from '../builders.ts'
import { agenda, ballot, entry, must, opened, planned, proposal, roomOf } from './sessionBuilders.ts'

const outcome = (session: Session, itemId = 'i1') =>
  session.agenda.find((item) => item.id === itemId)?.outcome

test('[SE7] an outcome keeps the room as it was', () => {
  const proxy = { giverId: 'm05', holderId: 'm01', date: '2026-03-10', signed: true }
  const session = must(giveProxy(opened(), proxy, roomOf()))
  const decided = must(
    decideItem(session, proposal({ conditions: 'Sous réserve du devis.', vote: ballot(4, 1) }), roomOf()),
  )
  expect(outcome(decided)).toEqual({
    opinion: 'favourable',
    amountCents: 1_000_00,
    conditions: 'Sous réserve du devis.',
    rationale: { legal: '', factual: '' },
    vote: {
      method: 'show-of-hands',
      for: 4,
      against: 1,
      abstention: 0,
      notTakingPart: 0,
      named: null,
      blank: 0,
      spoiled: 0,
      requestedBy: [],
      castingVote: false,
      adopted: true,
      disagreements: [],
    },
    quorum: {
      inOffice: 5,
      present: 4,
      represented: 1,
      counted: 4,
      base: 5,
      required: 3,
      reached: true,
      applies: true,
    },
    presentIds: ['m01', 'm02', 'm03', 'm04'],
    recused: [],
    proxies: [proxy],
    decidedAt: '18:30',
    waitingList: false,
    departure: '',
    funding: [],
  })
  const left = must(
    recordMovement(decided, { memberId: 'm03', kind: 'leaves', at: '18:40', itemId: null }, roomOf()),
  )
  expect(outcome(left)).toEqual(outcome(decided))
})

test('[SE9] a recused member leaves with hours, votes no more, and his proxy is unusable (A05)', () => {
  const session = must(
    giveProxy(opened(), { giverId: 'm05', holderId: 'm04', date: '2026-03-10', signed: true }, roomOf()),
  )
  const room = roomOf({ recusals: [recusalOf('c1', 'm04'), recusalOf('c2', 'm03')] })
  expect(decideItem(session, proposal({ vote: ballot(3) }), room)).toEqual(
    refuse('session.recusal-hours-missing', { memberIds: ['m04'] }),
  )
  const hours = { m04: { leftAt: '18:05', returnedAt: '18:31' } }
  const decided = must(decideItem(session, proposal({ vote: ballot(3), recusedHours: hours }), room))
  expect(outcome(decided)).toMatchObject({
    quorum: { present: 4, represented: 0, counted: 3, required: 3, reached: true },
    recused: [{ memberId: 'm04', leftAt: '18:05', returnedAt: '18:31', counting: 'numerator' }],
    proxies: [],
  })
  expect(decideItem(session, proposal({ vote: ballot(4), recusedHours: hours }), room)).toEqual(
    refuse('session.vote-count', { expected: 3, counted: 4 }),
  )
  const keyed = must(
    recordMovement(session, { memberId: 'm04', kind: 'leaves', at: '18:06', itemId: 'i1' }, room),
  )
  expect(outcome(must(decideItem(keyed, proposal({ vote: ballot(3) }), room)))).toMatchObject({
    recused: [{ memberId: 'm04', leftAt: '18:06', returnedAt: '18:30', counting: 'numerator' }],
  })
})

test('[SE9] a member who stays out from one point to the next is told recused on both, one away for his own reasons is not', () => {
  const two = must(setAgenda(opened(), [entry('i1', 'c1'), entry('i3', 'c2')]))
  const room = roomOf({
    recusals: [recusalOf('c1', 'm04'), recusalOf('c2', 'm04'), recusalOf('c2', 'm03')],
    members: roomOf().members.slice(0, 4),
  })
  const leave = (session: Session, memberId: string, at: string, itemId: string | null) =>
    must(recordMovement(session, { memberId, kind: 'leaves', at, itemId }, room))
  const first = must(
    decideItem(leave(two, 'm04', '18:06', 'i1'), proposal({ vote: ballot(3), at: '18:10' }), room),
  )
  const alone = { ...room, recusals: room.recusals.filter(({ memberId }) => memberId === 'm04') }
  const second = must(decideItem(first, proposal({ itemId: 'i3', vote: ballot(3), at: '18:20' }), alone))
  expect([outcome(second)?.recused, outcome(second, 'i3')?.recused]).toEqual([
    [{ memberId: 'm04', leftAt: '18:06', returnedAt: '18:10', counting: 'numerator' }],
    [{ memberId: 'm04', leftAt: '18:06', returnedAt: '18:20', counting: 'numerator' }],
  ])
  const away = leave(two, 'm04', '18:06', null)
  const decided = must(decideItem(away, proposal({ itemId: 'i3', vote: ballot(3) }), alone))
  expect(outcome(decided, 'i3')?.recused).toEqual([])
})

test('[SE7] the quorum is judged at the item: a recusal may break it, a deferral is then the way out', () => {
  const room = roomOf({ recusals: [recusalOf('c1', 'm03')] })
  const recusedHours = { m03: { leftAt: '18:05', returnedAt: '18:31' } }
  const three = opened(3)
  expect(decideItem(three, proposal({ vote: ballot(2), recusedHours }), room)).toEqual(
    refuse('session.no-quorum', { counted: 2, required: 3, base: 5 }),
  )
  const deferral = proposal({ opinion: 'deferred', amountCents: null, vote: null, recusedHours })
  expect(decideItem(three, deferral, room)).toEqual(
    refuse('decision.reason-missing', { opinion: 'deferred' }),
  )
  const deferred = must(
    decideItem(three, { ...deferral, rationale: { legal: '', factual: 'Quorum perdu.' } }, room),
  )
  expect(outcome(deferred)).toMatchObject({ opinion: 'deferred', quorum: { reached: false } })
  expect(amendOutcome(deferred, proposal({ vote: ballot(2), recusedHours }), room)).toMatchObject({
    refusal: { code: 'session.no-quorum' },
  })
})

test.each([
  [{ amountCents: null }, refuse('decision.amount-missing', { opinion: 'favourable' })],
  [{ amountCents: -1 }, refuse('decision.amount-invalid', { amountCents: -1 })],
  [
    { amountCents: 10_000_01 },
    refuse('envelope.exceeded', { amountCents: 10_000_01, remainingCents: 10_000_00, excessCents: 1 }),
  ],
  [
    { opinion: 'unfavourable' },
    refuse('decision.amount-not-allowed', { opinion: 'unfavourable', amountCents: 1_000_00 }),
  ],
  [
    { opinion: 'unfavourable', amountCents: 0 },
    refuse('decision.rationale-missing', { opinion: 'unfavourable', missing: ['legal', 'factual'] }),
  ],
  [
    {
      opinion: 'inadmissible',
      amountCents: null,
      rationale: { legal: 'Article 3 du règlement.', factual: ' ' },
    },
    refuse('decision.rationale-missing', { opinion: 'inadmissible', missing: ['factual'] }),
  ],
  [{ vote: null }, refuse('session.vote-missing', { opinion: 'favourable' })],
  [
    { vote: ballot(1, 3) },
    refuse('session.vote-not-adopted', { opinion: 'favourable', for: 1, against: 3, abstention: 0 }),
  ],
  [{ at: '17:59' }, refuse('session.hour-order', { at: '17:59', notBefore: '18:00' })],
  [{ itemId: 'i9' }, refuse('session.item-missing', { itemId: 'i9' })],
] as const)('[SE8] %j is refused (A11, A18)', (set, refusal) => {
  expect(decideItem(opened(), proposal(set as Parameters<typeof proposal>[0]), roomOf())).toEqual(refusal)
})

test('[SE7] an unfavourable opinion may record the vote that rejected the award', () => {
  const rejected = proposal({
    opinion: 'unfavourable',
    amountCents: null,
    rationale: { legal: 'Critère 2 du règlement.', factual: 'Calendrier absent.' },
    vote: ballot(1, 3),
  })
  expect(outcome(must(decideItem(opened(), rejected, roomOf())))?.vote?.adopted).toBe(false)
})

test('[SE7] a roll call names every voter, a secret ballot nobody', () => {
  const named = { m01: 'for', m02: 'for', m03: 'against', m04: 'abstention' } as const
  const roll = ballot(2, 1, 1, { method: 'roll-call', named })
  expect(outcome(must(decideItem(opened(), proposal({ vote: roll }), roomOf())))?.vote?.named).toEqual(named)
  expect(decideItem(opened(), proposal({ vote: { ...roll, named: null } }), roomOf())).toEqual(
    refuse('session.vote-names', { missing: ['m01', 'm02', 'm03', 'm04'], unexpected: [], differing: [] }),
  )
  const { m04: _left, ...three } = named
  expect(
    decideItem(opened(), proposal({ vote: { ...roll, named: { ...three, m05: 'for' } } }), roomOf()),
  ).toEqual(
    refuse('session.vote-names', { missing: ['m04'], unexpected: ['m05'], differing: ['for', 'abstention'] }),
  )
  expect(decideItem(opened(), proposal({ vote: { ...roll, method: 'secret' } }), roomOf())).toMatchObject({
    refusal: { code: 'session.vote-names' },
  })
})

test('[CO7] the literal reading of R133-11 is put to the chair, never decided alone', () => {
  const state = roomOf({ instanceType: 'commission_consultative_etat' })
  const session = opened(4, 'commission_consultative_etat')
  const narrow = ballot(2, 1, 1)
  expect(decideItem(session, proposal({ vote: narrow }), state)).toEqual(
    refuse('session.vote-literal-reading', { for: 2, against: 1, abstention: 1 }),
  )
  const accepted = proposal({ vote: { ...narrow, expressedMajorityAccepted: true } })
  expect(outcome(must(decideItem(session, accepted, state)))?.vote?.adopted).toBe(true)
  const refused = proposal({ vote: { ...narrow, expressedMajorityAccepted: false } })
  expect(decideItem(session, refused, state)).toMatchObject({ refusal: { code: 'session.vote-not-adopted' } })
})

test('[CO6] the casting vote belongs to a chair who presides over this item (A04)', () => {
  const even = (set: Parameters<typeof ballot>[3]) => proposal({ vote: ballot(2, 2, 0, set) })
  const cast = must(decideItem(opened(), even({ chairBallot: 'for' }), roomOf()))
  expect(outcome(cast)?.vote).toMatchObject({ castingVote: true, adopted: true })
  const named = { m01: 'against', m02: 'for', m03: 'for', m04: 'against' } as const
  expect(decideItem(opened(), even({ chairBallot: 'for', named }), roomOf())).toMatchObject({
    refusal: { code: 'session.vote-not-adopted' },
  })
  const room = roomOf({ recusals: [recusalOf('c1', 'm01')] })
  const recusedHours = { m01: { leftAt: '18:05', returnedAt: '18:31' } }
  const five = must(
    recordMovement(opened(), { memberId: 'm05', kind: 'arrives', at: '18:01', itemId: null }, roomOf()),
  )
  expect(decideItem(five, { ...even({ chairBallot: 'for' }), recusedHours }, room)).toMatchObject({
    refusal: { code: 'session.vote-not-adopted' },
  })
})

test('[SE10] a correction keeps the room; what was decided is not decided twice', () => {
  const decided = must(decideItem(opened(), proposal(), roomOf()))
  expect(decideItem(decided, proposal(), roomOf())).toEqual(
    refuse('session.item-decided', { itemId: 'i1', title: 'Portail familles' }),
  )
  const left = must(
    recordMovement(decided, { memberId: 'm03', kind: 'leaves', at: '18:40', itemId: null }, roomOf()),
  )
  const amended = must(amendOutcome(left, proposal({ amountCents: cents(900_00) }), roomOf()))
  expect(outcome(amended)).toEqual({ ...outcome(decided), amountCents: 900_00 })
  expect(amendOutcome(opened(), proposal(), roomOf())).toMatchObject({
    refusal: { code: 'session.item-undecided' },
  })
  expect(must(withdrawOutcome(amended, { itemId: 'i1' })).agenda[0]?.outcome).toBeNull()
  expect(setAgenda(amended, agenda.slice(1))).toEqual(
    refuse('session.agenda-invalid', { problems: ['decided-item:i1'] }),
  )
})

test('[SE8] a free point carries no amount and needs neither vote nor rationale', () => {
  const point = proposal({ itemId: 'i2', amountCents: null, vote: null })
  expect(must(decideItem(opened(), point, roomOf())).agenda[1]?.outcome?.opinion).toBe('favourable')
  expect(decideItem(opened(), { ...point, amountCents: cents(1) }, roomOf())).toMatchObject({
    refusal: { code: 'decision.amount-not-allowed' },
  })
})

test('[EN6] no sequence of decisions, corrections and withdrawals overspends the envelope', () => {
  const items = ['i1', 'i2', 'i3', 'i4']
  const started = must(
    setAgenda(
      opened(4, 'organe_deliberant', planned({ agenda })),
      items.map((id) => entry(id, `c-${id}`)),
    ),
  )
  const acts = fc.array(
    fc.record({
      kind: fc.constantFrom('decide', 'amend', 'withdraw'),
      itemId: fc.constantFrom(...items),
      amount: fc.integer({ min: 0, max: 700 }),
    }),
    { maxLength: 25 },
  )
  fc.assert(
    fc.property(acts, (sequence) => {
      const envelope = cents(1_000)
      let session = started
      for (const { kind, itemId, amount } of sequence) {
        const room = roomOf({ remainingCents: remainingEnvelope(envelope, [session], itemId) })
        const keyed = proposal({ itemId, amountCents: cents(amount) })
        const next =
          kind === 'decide'
            ? decideItem(session, keyed, room)
            : kind === 'amend'
              ? amendOutcome(session, keyed, room)
              : withdrawOutcome(session, { itemId })
        if (next.ok) session = next.value
        const spent = session.agenda.reduce((sum, item) => sum + (item.outcome?.amountCents ?? 0), 0)
        expect(spent).toBeLessThanOrEqual(envelope)
        expect(remainingEnvelope(envelope, [session])).toBe(envelope - spent)
      }
    }),
  )
  expect(remainingEnvelope(null, [started])).toBeNull()
})
