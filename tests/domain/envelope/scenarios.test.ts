import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountOfRate, rateOfAmount } from '#shared/domain/envelope/awardRate.ts'
import { checkScenario } from '#shared/domain/envelope/checkScenario.ts'
import { compareScenarios } from '#shared/domain/envelope/compareScenarios.ts'
import { departuresOf } from '#shared/domain/envelope/departuresOf.ts'
import { envelopeBalance } from '#shared/domain/envelope/envelopeBalance.ts'
import type { RankedEntry } from '#shared/domain/envelope/rankedEntry.ts'
import {
  amountsOfLines,
  givenByLines,
  linesByRank,
  type ScenarioLines,
} from '#shared/domain/envelope/scenarioLines.ts'
import { type ScenarioChange, setScenarioAmount } from '#shared/domain/envelope/setScenarioAmount.ts'
import { type DecidedAward, waitingListProposals } from '#shared/domain/envelope/waitingListProposals.ts'
import { cents } from '#shared/kernel/cents.ts'
import { rational } from '#shared/kernel/rational.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { rulesOf } from '../builders.ts'
import { anyMoney, anyRankedList } from './anyMoney.ts'
import { entryOf, envelopeOf, euros, line, theme } from './moneyBuilders.ts'

const ranked = (rank: number, amount: number | null, set: Partial<RankedEntry> = {}): RankedEntry => ({
  ...entryOf(rank, amount),
  candidatureId: `c${rank}`,
  score: rational(100 - rank),
  ...set,
})

const lines = (amounts: Readonly<Record<string, number>>, reasons: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    Object.entries(amounts).map(([id, amount]) => [
      id,
      { amountCents: euros(amount), funding: [], reason: reasons[id] ?? '' },
    ]),
  )

const draft = (of: ScenarioLines) => ({ name: 'Prudent', status: 'draft' as const, lines: of })
const hundred = rulesOf({ envelopeCents: euros(100) })

const byAmount = (candidatureId: string, amount: number, set: Partial<ScenarioChange> = {}) => ({
  candidatureId,
  amount: { by: 'amount' as const, amountCents: euros(amount) },
  funding: null,
  reason: '',
  ...set,
})

test('[EN14] the waiting list in rank order, behind those not decided yet', () => {
  const rules = rulesOf({ envelopeCents: euros(100), atCutLine: 'partial-award' })
  const list = [
    ranked(1, 40),
    ranked(2, 30),
    ranked(3, 20),
    ranked(4, 60, { minimumViableCents: euros(10) }),
    ranked(5, 5),
  ]
  const decided = (amount: number, waitingList = false): DecidedAward => ({
    amountCents: euros(amount),
    funding: [],
    waitingList,
  })
  const reserve = decided(0, true)
  const proposals = (first: number) =>
    waitingListProposals(
      rules,
      list,
      new Map([
        ['c1', decided(first)],
        ['c3', reserve],
        ['c4', reserve],
        ['c5', reserve],
      ]),
    ).map(({ candidatureId, status, amountCents }) => [candidatureId, status, amountCents / 100])
  // 100 − 40 given − 30 held for n° 2, not decided yet: 30 left.
  expect(proposals(40)).toEqual([
    ['c3', 'within', 20],
    ['c4', 'partial', 10],
  ])
  expect(proposals(41)).toEqual([['c3', 'within', 20]])
  expect(proposals(60)).toEqual([['c3', 'partial', 10]])
  expect(proposals(70)).toEqual([])
})

test('[EN14] what was given, refused or left the running is not proposed again', () => {
  const list = [ranked(1, 40), ranked(2, 30), ranked(3, 30, { rank: null, selectable: false })]
  const decided = new Map<string, DecidedAward>([
    ['c1', { amountCents: euros(10), funding: [], waitingList: true }],
    ['c2', { amountCents: euros(0), funding: [], waitingList: false }],
    ['c3', { amountCents: euros(0), funding: [], waitingList: true }],
  ])
  expect(waitingListProposals(hundred, list, decided)).toEqual([])
})

test('[EN15] amount and rate are linked both ways', () => {
  expect(amountOfRate(3_333, cents(100_01))).toBe(33_33)
  expect(rateOfAmount(cents(33_33), cents(100_01))).toBe(3_333)
  expect(rateOfAmount(cents(1), cents(3))).toBe(3_333)
  expect(rateOfAmount(cents(2), cents(3))).toBe(6_667)
  expect(rateOfAmount(cents(2), null)).toBeNull()
  expect(rateOfAmount(cents(2), cents(0))).toBeNull()
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), fc.integer({ min: 20_000, max: 2 ** 52 }), (rate, base) => {
      expect(rateOfAmount(amountOfRate(rate, cents(base)), cents(base))).toBe(rate)
    }),
  )
})

test('[EN15] a line by amount, by rate, without money but with its reason, or none', () => {
  const list = [ranked(1, 60, { eligibleBaseCents: euros(80) }), ranked(2, 50)]
  const set = (change: ScenarioChange, of: ScenarioLines = {}) =>
    setScenarioAmount(hundred, list, draft(of), change)
  const kept = (amount: number, reason = '') => ok({ amountCents: euros(amount), funding: [], reason })
  expect(set(byAmount('c1', 60))).toEqual(kept(60))
  expect(set(byAmount('c1', 0, { amount: { by: 'rate', rateBasisPoints: 2_500 } }))).toEqual(kept(20))
  expect(set(byAmount('c1', 0, { amount: null, reason: ' hors délai ' }))).toEqual(kept(0, 'hors délai'))
  expect(set(byAmount('c1', 0, { amount: null }), lines({ c1: 10 }))).toEqual(ok(null))
  expect(set(byAmount('c1', 100), lines({ c1: 90 }))).toEqual(kept(100))
  expect(set(byAmount('c1', 60), lines({ c2: 50 }))).toEqual(
    refuse('envelope.exceeded', {
      amountCents: euros(60),
      remainingCents: euros(50),
      excessCents: euros(10),
    }),
  )
  expect(set(byAmount('c9', 1))).toEqual(refuse('entity.missing', { entity: 'candidature/c9' }))
  expect(set(byAmount('c2', 0, { amount: { by: 'rate', rateBasisPoints: 1 } }))).toMatchObject({
    ok: false,
    refusal: { code: 'input.invalid' },
  })
  expect(setScenarioAmount(hundred, list, { ...draft({}), status: 'adopted' }, byAmount('c1', 1))).toEqual(
    refuse('scenario.not-draft', { name: 'Prudent' }),
  )
})

test('[EN15] no sequence of changes over-spends an envelope or a quota', () => {
  const anyChange = fc.record({
    place: fc.nat({ max: 9 }),
    amount: fc.oneof(
      fc.nat({ max: 250 }).map((amount) => ({ by: 'amount' as const, amountCents: cents(amount) })),
      fc.nat({ max: 10_000 }).map((rateBasisPoints) => ({ by: 'rate' as const, rateBasisPoints })),
      fc.constant(null),
    ),
    funding: fc.option(
      fc.array(
        fc.record({
          envelopeId: fc.constantFrom('e0', 'e1', 'e2', 'e9'),
          amountCents: fc.nat({ max: 100 }).map(cents),
        }),
        { maxLength: 3 },
      ),
    ),
  })
  fc.assert(
    fc.property(anyMoney, anyRankedList, fc.boolean(), fc.array(anyChange), (rules, list, blank, changes) => {
      const entries = list.map((entry, index) => ({
        ...entry,
        candidatureId: `c${index}`,
        score: null,
      }))
      let current: ScenarioLines = blank ? {} : linesByRank(rules, entries)
      for (const { place, amount, funding } of changes) {
        const candidatureId = `c${place}`
        const change = { candidatureId, amount, funding, reason: '' }
        const set = setScenarioAmount(rules, entries, draft(current), change)
        if (!set.ok) continue
        const { [candidatureId]: _before, ...others } = current
        current = set.value === null ? others : { ...others, [candidatureId]: set.value }
      }
      const balance = envelopeBalance(rules, givenByLines(current, entries))
      for (const { totalCents, givenCents } of [
        ...(balance.whole ? [balance.whole] : []),
        ...balance.envelopes,
        ...balance.quotas,
      ])
        expect(givenCents).toBeLessThanOrEqual(totalCents)
      for (const { amountCents, funding } of Object.values(current))
        if (rules.envelopes.length > 0)
          expect(funding.reduce((sum, one) => sum + one.amountCents, 0)).toBe(amountCents)
    }),
    { numRuns: 300 },
  )
})

test('[EN16] each way of departing from the ranking is named, with its figures', () => {
  const list = [
    ranked(1, 40, { minimumViableCents: euros(30) }),
    ranked(2, 50),
    ranked(3, 30),
    ranked(4, 20, { selectable: false }),
  ]
  const found = (amounts: Readonly<Record<string, number>>) =>
    departuresOf(hundred, list, amountsOfLines(lines(amounts))).map((departure) => [
      departure.candidatureId,
      departure.kind,
      departure.amountCents / 100,
      departure.againstCents / 100,
    ])
  expect(found({ c1: 40, c2: 50 })).toEqual([])
  // Nobody worse is served, yet the ranking would have served it: the money stays, and that is a choice to explain.
  expect(found({ c1: 40 })).toEqual([['c2', 'skipped', 0, 50]])
  expect(found({ c1: 40, c3: 30, c4: 10 })).toEqual([
    ['c2', 'skipped', 0, 50],
    ['c3', 'served-below-line', 30, 0],
    ['c4', 'served-below-line', 10, 0],
  ])
  expect(found({ c1: 20, c2: 51 })).toEqual([
    ['c1', 'below-viable', 20, 30],
    ['c2', 'above-rules', 51, 50],
  ])
})

test('[EN16] a reserved envelope that goes on after the line departs from nothing; the ranking never does', () => {
  const rules = rulesOf({
    envelopeCents: euros(100),
    envelopes: [envelopeOf('open', euros(60)), envelopeOf('school', euros(40), theme('École'))],
  })
  const list = [ranked(1, 70), ranked(2, 40, { theme: 'École' })]
  const byRank = linesByRank(rules, list)
  expect(byRank).toEqual({
    c2: { amountCents: euros(40), funding: [line('school', euros(40))], reason: '' },
  })
  expect(departuresOf(rules, list, amountsOfLines(byRank))).toEqual([])
  fc.assert(
    fc.property(anyMoney, anyRankedList, (money, any) => {
      const entries = any.map((entry, index) => ({ ...entry, candidatureId: `c${index}`, score: null }))
      const amounts = amountsOfLines(linesByRank(money, entries))
      expect(departuresOf(money, entries, amounts)).toEqual([])
    }),
  )
})

test('[EN16] a scenario is adopted with a reason for each departure, by the rules of the day', () => {
  const list = [ranked(1, 40), ranked(2, 50), ranked(3, 30)]
  const amounts = { c1: 40, c3: 30 }
  expect(checkScenario(hundred, list, lines(amounts))).toEqual(
    refuse('scenario.reason-missing', { candidatureIds: ['c2', 'c3'] }),
  )
  const reasons = { c2: 'projet reporté', c3: 'urgence' }
  expect(checkScenario(hundred, list, lines({ ...amounts, c2: 0 }, reasons))).toEqual(ok(null))
  expect(
    checkScenario(rulesOf({ envelopeCents: euros(60) }), list, lines({ ...amounts, c2: 0 }, reasons)),
  ).toEqual(
    refuse('envelope.exceeded', {
      amountCents: euros(40),
      remainingCents: euros(30),
      excessCents: euros(10),
    }),
  )
  expect(checkScenario(hundred, list, lines({ c9: 1 }))).toEqual(
    refuse('entity.missing', { entity: 'candidature/c9' }),
  )
})

test('[EN19] two scenarios side by side: totals, and who does not receive the same', () => {
  const list = [ranked(1, 40), ranked(2, 50), ranked(3, 30)]
  expect(compareScenarios(lines({ c1: 40, c2: 50 }), lines({ c1: 40, c3: 30, c2: 0 }), list)).toEqual({
    left: { funded: 2, amountCents: euros(90), score: rational(197) },
    right: { funded: 2, amountCents: euros(70), score: rational(196) },
    rows: [
      { candidatureId: 'c2', leftCents: euros(50), rightCents: euros(0) },
      { candidatureId: 'c3', leftCents: euros(0), rightCents: euros(30) },
    ],
  })
})
