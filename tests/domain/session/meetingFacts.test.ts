import { expect, test } from 'vitest'
import type { AllocationRules } from '#shared/domain/call/call.ts'
import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import { rank } from '#shared/domain/ranking/rank.ts'
import { moneyFacts } from '#shared/domain/session/moneyFacts.ts'
import { waitingRanks } from '#shared/domain/session/waitingRanks.ts'
import { waitingThoughFitting } from '#shared/domain/session/waitingThoughFitting.ts'
import { cents } from '#shared/kernel/cents.ts'
import { callOf, candidatureOf, criterion, gridOf, membersOf, sheetOf } from '../builders.ts'
import { planned } from './sessionBuilders.ts'

const grid = gridOf(criterion('A', 100))

/** Candidatures 1, 2, 3… with these requests in euros, ranked in that order (equal marks where told). */
function rankedWith(
  rules: Partial<AllocationRules>,
  requests: readonly (number | (Partial<Candidature> & { readonly mark?: number }))[],
) {
  const call = callOf({ atCutLine: 'partial-award', ...rules })
  const candidatures = requests.map((request, index) => {
    if (typeof request === 'number') return candidatureOf(index + 1, { requestedCents: cents(request * 100) })
    const { mark: _mark, ...set } = request
    return candidatureOf(index + 1, set)
  })
  const sheets = requests.map((request, index) =>
    sheetOf(`c${index + 1}`, 'm01', {
      A: typeof request === 'number' ? 500 - 50 * index : (request.mark ?? 500 - 50 * index),
    }),
  )
  return {
    call,
    candidatures,
    dossiers: [],
    ranking: rank({ grid, call, candidatures, populations: {}, sheets, recusals: [], members: membersOf(1) }),
  }
}

test('[SE52] a smaller request after the line is marked; the line and what would not fit are not', () => {
  const input = rankedWith(
    { envelopeCents: cents(10_000_00), atCutLine: 'waiting-list' },
    [6_000, 5_000, 4_500, 3_000],
  )
  expect([...waitingThoughFitting(input)]).toEqual(['c4'])
})

test('[SE52] a partial award at the line leaves nothing to fit in', () => {
  const input = rankedWith({ envelopeCents: cents(10_000_00) }, [6_000, 5_000, 1])
  expect([...waitingThoughFitting(input)]).toEqual([])
})

test('[SE52] those tied at the line wait for another reason than those after it', () => {
  const tied = { mark: 500, requestedCents: cents(3_000_00) }
  const input = rankedWith({ envelopeCents: cents(5_000_00) }, [tied, tied, 4_000])
  expect(input.ranking.rows.map(({ award }) => award.status)).toEqual(['waiting', 'waiting', 'waiting'])
  expect([...waitingThoughFitting(input)]).toEqual(['c3'])
})

test('[SE52] without an envelope nobody waits', () => {
  expect([...waitingThoughFitting(rankedWith({}, [1, 2]))]).toEqual([])
})

const outcome = {
  opinion: 'favourable',
  amountCents: null,
  conditions: '',
  rationale: { legal: '', factual: '' },
  vote: null,
  quorum: {
    inOffice: 1,
    present: 1,
    represented: 0,
    counted: 1,
    base: 1,
    required: 1,
    reached: true,
    applies: true,
  },
  presentIds: [],
  recused: [],
  proxies: [],
  decidedAt: '18:00',
  waitingList: true,
  departure: '',
  funding: [],
} as const

test('[SE51] ranks on the waiting list run over the call, in the order of the ranking', () => {
  const input = rankedWith({ envelopeCents: cents(1_000_00) }, [1_000, 500, 400, 300])
  const session = planned()
  const agenda = session.agenda.slice(0, 1).flatMap((item) => [
    { ...item, id: 'a', candidatureId: 'c4', outcome },
    { ...item, id: 'b', candidatureId: 'c3', outcome },
    { ...item, id: 'c', candidatureId: 'c2', outcome: { ...outcome, waitingList: false } },
  ])
  const ranks = waitingRanks({ ...input, session: { ...session, agenda }, waitingElsewhere: ['c2', 'c1'] })
  expect([...ranks]).toEqual([
    ['c1', 1],
    ['c3', 2],
    ['c4', 3],
  ])
})

test('[SE51] envelopes with their balance, other sessions counted, and what the scenario changes', () => {
  const envelope = (id: string, amount: number) => ({
    id,
    label: `Enveloppe ${id}`,
    funder: 'Région',
    fiscalYear: 2026,
    amountCents: cents(amount * 100),
    reservedFor: null,
  })
  const input = rankedWith(
    { envelopeCents: cents(10_000_00), envelopes: [envelope('a', 6_000), envelope('b', 4_000)] },
    [5_000, 4_000],
  )
  const session = planned()
  const agenda = session.agenda.slice(0, 1).map((item) => ({
    ...item,
    outcome: {
      ...outcome,
      waitingList: false,
      amountCents: cents(5_000_00),
      funding: [{ envelopeId: 'a', amountCents: cents(5_000_00) }],
    },
  }))
  const facts = moneyFacts({
    ...input,
    session: { ...session, agenda },
    givenElsewhere: [
      {
        facts: { theme: '', departmentCode: null },
        amountCents: cents(1_500_00),
        funding: [{ envelopeId: 'b', amountCents: cents(1_500_00) }],
      },
    ],
    scenario: {
      id: 's',
      callId: 'call-1',
      name: 'Équilibre',
      origin: 'ranking',
      status: 'adopted',
      adoptedIn: 's1',
      lines: {
        c1: { amountCents: cents(5_000_00), funding: [], reason: '' },
        c2: { amountCents: cents(2_000_00), funding: [], reason: 'projet réduit' },
      },
    },
  })
  expect(facts).toEqual({
    envelopes: [
      {
        label: 'Enveloppe a',
        funder: 'Région',
        fiscalYear: 2026,
        totalCents: 6_000_00,
        givenCents: 5_000_00,
        remainingCents: 1_000_00,
      },
      {
        label: 'Enveloppe b',
        funder: 'Région',
        fiscalYear: 2026,
        totalCents: 4_000_00,
        givenCents: 1_500_00,
        remainingCents: 2_500_00,
      },
    ],
    quotas: [],
    scenario: {
      name: 'Équilibre',
      origin: 'ranking',
      changes: [
        {
          number: 2,
          applicant: '',
          rankingCents: 4_000_00,
          scenarioCents: 2_000_00,
          reason: 'projet réduit',
        },
      ],
    },
  })
})
