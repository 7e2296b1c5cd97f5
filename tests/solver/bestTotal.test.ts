import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highsSolver } from '#main/adapters/solver/highsSolver.ts'
import { allocate } from '#shared/domain/envelope/allocate.ts'
import { bestTotalProblem, checkBestTotal } from '#shared/domain/envelope/bestTotal.ts'
import { checkFunding } from '#shared/domain/envelope/checkFunding.ts'
import { envelopeBalance } from '#shared/domain/envelope/envelopeBalance.ts'
import type { RankedEntry } from '#shared/domain/envelope/rankedEntry.ts'
import { cents } from '#shared/kernel/cents.ts'
import { compare, rational, sum, zero } from '#shared/kernel/rational.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { rulesOf } from '../domain/builders.ts'
import { anyMoney, anyRankedList } from '../domain/envelope/anyMoney.ts'
import {
  entryOf,
  envelopeOf,
  euros,
  line,
  quotaOf,
  territory,
  theme,
} from '../domain/envelope/moneyBuilders.ts'

const solver = highsSolver()

const ranked = (rank: number, amount: number, score: number, set = {}): RankedEntry => ({
  ...entryOf(rank, amount, set),
  candidatureId: `c${rank}`,
  score: rational(score, 3),
})

test('[EN17] the problem in integers: who takes part, between which amounts, by which envelopes', () => {
  const rules = rulesOf({
    envelopeCents: euros(100),
    envelopes: [envelopeOf('open', euros(60)), envelopeOf('school', euros(40), theme('École'))],
    quotas: [quotaOf('q', euros(50), territory('15'))],
  })
  const list = [
    ranked(1, 30, 250, { theme: 'école', minimumViableCents: euros(20) }),
    ranked(2, 30, 240, { departmentCode: '15', selectable: false }),
    { ...ranked(3, 30, 0, { departmentCode: '15' }), score: rational(1, 2) },
    ranked(4, 30, 1, { minimumViableCents: euros(31) }),
    { ...entryOf(5, null), candidatureId: 'c5', score: zero },
  ]
  expect(bestTotalProblem(rules, list)).toEqual(
    ok({
      candidates: [
        {
          candidatureId: 'c1',
          score: 500n,
          leastCents: euros(20),
          mostCents: euros(30),
          envelopeIds: ['school', 'open'],
          quotaIds: [],
        },
        {
          candidatureId: 'c3',
          score: 3n,
          leastCents: euros(30),
          mostCents: euros(30),
          envelopeIds: ['open'],
          quotaIds: ['q'],
        },
      ],
      envelopes: [
        { id: 'open', amountCents: euros(60) },
        { id: 'school', amountCents: euros(40) },
      ],
      quotas: [{ id: 'q', ceilingCents: euros(50) }],
    }),
  )
  expect(bestTotalProblem(rulesOf(), list)).toEqual(refuse('allocation.no-envelope'))
})

test('[EN18] an answer is recomputed: too much, too little, unknown, or beaten by the ranking is no answer', () => {
  const rules = rulesOf({ envelopeCents: euros(100) })
  const list = [ranked(1, 60, 250), ranked(2, 50, 240), ranked(3, 50, 230)]
  const check = (solution: Readonly<Record<string, number>>) =>
    checkBestTotal(
      rules,
      list,
      Object.fromEntries(Object.entries(solution).map(([id, amount]) => [id, euros(amount)])),
    )
  const no = refuse('allocation.not-proven')
  expect(check({ c2: 50, c3: 50 })).toEqual(
    ok({
      lines: {
        c2: { amountCents: euros(50), funding: [] },
        c3: { amountCents: euros(50), funding: [] },
      },
      funded: 2,
      amountCents: euros(100),
      score: rational(470, 3),
    }),
  )
  expect(check({ c1: 60, c2: 50 })).toEqual(no)
  expect(check({ c2: 40, c3: 50 })).toEqual(no)
  expect(check({ c2: 50, c9: 50 })).toEqual(no)
  expect(check({ c2: 50 })).toEqual(no)
})

test('[EN18] the lines of the best total split the money exactly', () => {
  const rules = rulesOf({
    envelopeCents: euros(60),
    envelopes: [envelopeOf('a', euros(30), theme('A', 'B')), envelopeOf('b', euros(30), theme('B'))],
  })
  const list = [ranked(1, 40, 250, { theme: 'B' }), ranked(2, 20, 240, { theme: 'A' })]
  expect(checkBestTotal(rules, list, { c1: euros(40), c2: euros(20) })).toEqual(
    ok({
      lines: {
        c1: { amountCents: euros(40), funding: [line('a', euros(10)), line('b', euros(30))] },
        c2: { amountCents: euros(20), funding: [line('a', euros(20))] },
      },
      funded: 2,
      amountCents: euros(60),
      score: rational(490, 3),
    }),
  )
})

test('[EN18] whatever the rules, the best total may be given and is no worse than the ranking', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyMoney.map((rules) => ({ ...rules, envelopeCents: rules.envelopeCents ?? cents(250) })),
      anyRankedList,
      async (rules, entries) => {
        const list = entries.map((entry, index) => ({
          ...entry,
          candidatureId: `c${index}`,
          score: rational(1000 - index * 7, 6 + (index % 4)),
        }))
        const problem = bestTotalProblem(rules, list)
        if (!problem.ok) throw new Error(problem.refusal.code)
        const solution = await solver.solve(problem.value)
        const best = solution.ok ? checkBestTotal(rules, list, solution.value) : solution
        if (!best.ok) throw new Error(best.refusal.code)
        const given = list.flatMap((facts) => {
          const award = best.value.lines[facts.candidatureId]
          return award === undefined ? [] : { facts, ...award }
        })
        given.forEach(({ facts, ...award }, index) => {
          const others = envelopeBalance(rules, given.toSpliced(index, 1))
          expect(checkFunding(rules, others, facts, award)).toEqual(ok(null))
        })
        const served = allocate(rules, list).map(
          ({ status, amountCents }) => status === 'within' && amountCents > 0,
        )
        const byRank = sum(list.filter((_, index) => served[index]).map(({ score }) => score))
        expect(compare(best.value.score, byRank)).toBeGreaterThanOrEqual(0)
      },
    ),
    { numRuns: 150 },
  )
})
