import { expect, test } from 'vitest'
import type { InstanceType } from '#shared/domain/committee/committee.ts'
import { departureOf, type RankingProposal } from '#shared/domain/decision/departureOf.ts'
import { envelopeBalance } from '#shared/domain/envelope/envelopeBalance.ts'
import { amendOutcome } from '#shared/domain/session/amendOutcome.ts'
import { decideItem } from '#shared/domain/session/decideItem.ts'
import type { ItemKind, Session } from '#shared/domain/session/session.ts'
import { withItem } from '#shared/domain/session/withItem.ts'
import { cents } from '#shared/kernel/cents.ts'
import { refuse } from '#shared/kernel/result.ts'
import { recusalOf } from '../builders.ts'
import { ballot, entry, must, opened, planned, proposal, roomOf } from './sessionBuilders.ts'

const outcome = (session: Session, itemId = 'i1') =>
  session.agenda.find((item) => item.id === itemId)?.outcome

const free = { amountCents: null, vote: null }
/** A meeting of `present` members on one point of this kind, named i1, about c1. */
const meeting = (kind: ItemKind, present = 4, type?: InstanceType) =>
  opened(present, type, planned({ agenda: [entry('i1', kind === 'free' ? null : 'c1', { kind })] }))

test.each([
  ['favourable', {}, 'ok'],
  ['reserved', {}, 'decision.conditions-missing'],
  ['reserved', { conditions: 'Livrer le lot 1 avant juin.' }, 'ok'],
  ['unfavourable', {}, 'decision.rationale-missing'],
  ['unfavourable', { rationale: { legal: 'Article 7.', factual: 'Le projet est arrêté.' } }, 'ok'],
  ['deferred', { vote: null }, 'decision.reason-missing'],
  ['deferred', { vote: null, rationale: { legal: '', factual: 'Pièces attendues.' } }, 'ok'],
  ['inadmissible', {}, 'input.invalid'],
  ['favourable', { vote: null }, 'session.vote-missing'],
  ['favourable', { vote: ballot(1, 3) }, 'session.vote-not-adopted'],
  ['favourable', { amountCents: cents(1) }, 'decision.amount-not-allowed'],
] as const)('[SE42] a milestone: %s with %j is %s', (opinion, set, expected) => {
  const decided = decideItem(
    meeting('milestone'),
    proposal({ amountCents: null, opinion, ...set } as Parameters<typeof proposal>[0]),
    roomOf(),
  )
  expect(decided.ok ? 'ok' : decided.refusal.code).toBe(expected)
})

test('[SE42] a hearing takes any opinion without a vote, and no amount', () => {
  for (const opinion of ['favourable', 'reserved', 'unfavourable', 'inadmissible'] as const) {
    const heard = must(decideItem(meeting('hearing'), proposal({ ...free, opinion }), roomOf()))
    expect(outcome(heard)).toMatchObject({ opinion, amountCents: null, vote: null })
  }
  const voted = must(decideItem(meeting('hearing'), proposal({ amountCents: null }), roomOf()))
  expect(outcome(voted)?.vote?.adopted).toBe(true)
  expect(decideItem(meeting('hearing'), proposal({ vote: null }), roomOf())).toMatchObject({
    refusal: { code: 'decision.amount-not-allowed' },
  })
})

test('[SE42] recusals and quorum of a hearing or a milestone are those of its candidature', () => {
  const room = roomOf({ recusals: [recusalOf('c1', 'm04')] })
  const hours = { m04: { leftAt: '18:05', returnedAt: '18:31' } }
  for (const kind of ['hearing', 'milestone'] as const) {
    const keyed = proposal({ amountCents: null, vote: ballot(3) })
    expect(decideItem(meeting(kind), keyed, room)).toMatchObject({
      refusal: { code: 'session.recusal-hours-missing' },
    })
    const decided = must(decideItem(meeting(kind), { ...keyed, recusedHours: hours }, room))
    expect(outcome(decided)?.quorum).toMatchObject({ counted: 3 })
    const recused = roomOf({ recusals: [recusalOf('c1', 'm03')] })
    expect(decideItem(meeting(kind, 3), proposal(free), recused)).toMatchObject({
      refusal: { code: 'session.no-quorum' },
    })
  }
})

test('[SE44] the waiting list: a favourable opinion, kept without money', () => {
  const waiting = { waitingList: true, amountCents: null }
  const kept = must(decideItem(opened(), proposal({ ...waiting, opinion: 'reserved' }), roomOf()))
  expect(outcome(kept)).toMatchObject({ opinion: 'reserved', amountCents: null, waitingList: true })
  expect(must(decideItem(opened(), proposal({ ...waiting, amountCents: cents(0) }), roomOf()))).toBeTruthy()
  const refused = [
    proposal({ waitingList: true, amountCents: cents(1) }),
    proposal({ ...waiting, opinion: 'unfavourable', rationale: { legal: 'a', factual: 'b' } }),
    proposal({ ...waiting, opinion: 'deferred' }),
    proposal({ ...waiting, itemId: 'i2', vote: null }),
  ]
  for (const keyed of refused)
    expect(decideItem(opened(), keyed, roomOf())).toMatchObject({
      refusal: { code: 'decision.waiting-list' },
    })
})

const ranking = (status: RankingProposal['status'], set: Partial<RankingProposal> = {}): RankingProposal => ({
  status,
  amountCents: cents(1_000_00),
  fullAwardCents: cents(2_000_00),
  ...set,
})
const award = (amountCents: number) => ({ opinion: 'favourable', amountCents: cents(amountCents) }) as const
const refused = { opinion: 'unfavourable', amountCents: null } as const

test.each([
  [award(1_000_00), ranking('within'), null],
  [award(500_00), ranking('within'), null],
  [award(2_000_01), ranking('within'), 'above-rules'],
  [award(2_000_00), ranking('partial'), null],
  [award(0), ranking('within'), 'skipped'],
  [award(1), ranking('waiting'), 'served-below-line'],
  [award(1), ranking('not-selected'), 'served-below-line'],
  [{ ...award(0), waitingList: true }, ranking('partial'), 'skipped'],
  [{ ...award(0), waitingList: true }, ranking('waiting'), null],
  [refused, ranking('within'), 'skipped'],
  [refused, ranking('waiting'), null],
  [{ ...refused, opinion: 'deferred' }, ranking('within'), null],
  [{ ...refused, opinion: 'inadmissible' }, ranking('within'), null],
  [award(1_000_00), ranking(null), null],
  [award(2_000_01), ranking(null), 'above-rules'],
  [award(9_000_00), ranking('within', { fullAwardCents: null }), null],
  [award(9_000_00), null, null],
] as const)('[SE43] %j beside %j: %s', (act, given, expected) => {
  expect(departureOf(act, given)).toBe(expected)
})

test('[SE43] a departure from the ranking says why, in the decision as in its correction', () => {
  const room = roomOf({ proposal: ranking('waiting') })
  expect(decideItem(opened(), proposal({ departure: '  ' }), room)).toEqual(
    refuse('decision.departure-reason-missing', { kind: 'served-below-line' }),
  )
  const decided = must(decideItem(opened(), proposal({ departure: 'Seule offre du littoral.' }), room))
  expect(outcome(decided)?.departure).toBe('Seule offre du littoral.')
  expect(amendOutcome(decided, proposal(), room)).toMatchObject({
    refusal: { code: 'decision.departure-reason-missing' },
  })
  const followed = { departure: 'Sans objet.' }
  const within = roomOf({ proposal: ranking('within') })
  expect(outcome(must(amendOutcome(decided, proposal(followed), within)))?.departure).toBe('')
})

test('[SE8] divided money: the lines make the amount, within each envelope', () => {
  const rules = {
    envelopeCents: cents(10_000_00),
    envelopes: [
      {
        id: 'e1',
        label: 'Littoral',
        funder: '',
        fiscalYear: 2026,
        amountCents: cents(10_000_00),
        reservedFor: null,
      },
    ],
    quotas: [],
  }
  const room = roomOf({
    funding: { rules, balance: envelopeBalance(rules, []), facts: { theme: '', departmentCode: null } },
  })
  const line = (amountCents: number, envelopeId = 'e1') => ({ envelopeId, amountCents: cents(amountCents) })
  expect(decideItem(opened(), proposal(), room)).toMatchObject({
    refusal: { code: 'envelope.funding-sum' },
  })
  const funding = [line(1_000_00)]
  expect(outcome(must(decideItem(opened(), proposal({ funding }), room)))?.funding).toEqual(funding)
  expect(decideItem(opened(), proposal({ funding: [line(1_000_00, 'e9')] }), room)).toMatchObject({
    refusal: { code: 'envelope.unknown' },
  })
  expect(decideItem(opened(), proposal({ funding }), roomOf())).toMatchObject({
    refusal: { code: 'envelope.unknown' },
  })
  expect(decideItem(opened(), proposal({ ...refused, funding }), room)).toMatchObject({
    refusal: { code: 'decision.amount-not-allowed' },
  })
})

test('[CO10] a council votes in secret when a third of those present ask, by name when a quarter does', () => {
  const secret = (requestedBy: readonly string[]) =>
    proposal({ vote: ballot(4, 0, 0, { method: 'secret', requestedBy }) })
  expect(decideItem(opened(), secret([]), roomOf())).toEqual(
    refuse('session.ballot-request', { asked: 0, required: 2 }),
  )
  // m05 is away, m01 is named twice: one person asks.
  expect(decideItem(opened(), secret(['m01', 'm01', 'm05']), roomOf())).toEqual(
    refuse('session.ballot-request', { asked: 1, required: 2 }),
  )
  expect(outcome(must(decideItem(opened(), secret(['m01', 'm02']), roomOf())))?.vote).toMatchObject({
    method: 'secret',
    requestedBy: ['m01', 'm02'],
  })
  const named = { m01: 'for', m02: 'for', m03: 'for', m04: 'for', m05: 'for' } as const
  const all = opened(5)
  const roll = (requestedBy: readonly string[], method: 'roll-call' | 'show-of-hands' = 'roll-call') =>
    proposal({ vote: ballot(5, 0, 0, { method, named, requestedBy }) })
  expect(decideItem(all, roll(['m01']), roomOf())).toEqual(
    refuse('session.ballot-request', { asked: 1, required: 2 }),
  )
  expect(must(decideItem(all, roll(['m01', 'm02']), roomOf()))).toBeTruthy()
  expect(outcome(must(decideItem(all, roll([], 'show-of-hands'), roomOf())))?.vote?.named).toEqual(named)
  const state = roomOf({ instanceType: 'commission_consultative_etat' })
  expect(must(decideItem(opened(4, 'commission_consultative_etat'), secret([]), state))).toBeTruthy()
  const appointment = { ...secret([]), itemId: 'i2', amountCents: null }
  expect(must(decideItem(opened(), appointment, roomOf()))).toBeTruthy()
})

test('[CO11] blank and spoiled papers are of the voters, outside the votes cast, in a secret ballot only', () => {
  const asked = ['m01', 'm02']
  const papers = ballot(1, 0, 0, { method: 'secret', blank: 2, spoiled: 1, requestedBy: asked })
  expect(outcome(must(decideItem(opened(), proposal({ vote: papers }), roomOf())))?.vote).toMatchObject({
    blank: 2,
    spoiled: 1,
    adopted: true,
  })
  expect(decideItem(opened(), proposal({ vote: { ...papers, spoiled: 0 } }), roomOf())).toEqual(
    refuse('session.vote-count', { expected: 4, counted: 3 }),
  )
  const raised = ballot(3, 0, 0, { blank: 1 })
  expect(decideItem(opened(), proposal({ vote: raised }), roomOf())).toMatchObject({
    refusal: { code: 'input.invalid' },
  })
  // R133-11 counts the members present or represented: two votes of four are no majority.
  const type = 'commission_consultative_etat'
  const two = ballot(2, 0, 0, { method: 'secret', blank: 1, spoiled: 1 })
  expect(decideItem(opened(4, type), proposal({ vote: two }), roomOf({ instanceType: type }))).toEqual(
    refuse('session.vote-literal-reading', { for: 2, against: 0, abstention: 0 }),
  )
})

test('[SE7] no opinion is given on marks that nobody was shown', () => {
  const sealed = { ...opened(), sealedMarks: true }
  expect(decideItem(sealed, proposal(), roomOf())).toEqual(refuse('session.marks-sealed', { itemId: 'i1' }))
  const deferral = {
    ...free,
    opinion: 'deferred',
    rationale: { legal: '', factual: 'Notes à revoir.' },
  } as const
  expect(must(decideItem(sealed, proposal(deferral), roomOf()))).toBeTruthy()
  expect(must(decideItem(sealed, proposal({ ...free, itemId: 'i2' }), roomOf()))).toBeTruthy()
  const shown = withItem(sealed, 'i1', { marksRevealedAt: '18:20' })
  expect(must(decideItem(shown, proposal(), roomOf()))).toBeTruthy()
})
