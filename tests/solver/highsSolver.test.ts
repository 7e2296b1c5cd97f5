import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highsSolver } from '#main/adapters/solver/highsSolver.ts'
import type { AllocationProblem } from '#shared/domain/envelope/allocationProblem.ts'
import { cents } from '#shared/kernel/cents.ts'
import { bestByDynamicProgramme } from './bestByDynamicProgramme.ts'
import { type BestFigures, bestByEnumeration } from './bestByEnumeration.ts'

const solver = highsSolver()

async function solved(problem: AllocationProblem): Promise<BestFigures> {
  const solution = await solver.solve(problem)
  if (!solution.ok) throw new Error(solution.refusal.code)
  const taken = problem.candidates.filter(({ candidatureId }) => candidatureId in solution.value)
  return {
    score: taken.reduce((sum, { score }) => sum + score, 0n),
    amountCents: taken.reduce((sum, { candidatureId }) => sum + (solution.value[candidatureId] ?? 0), 0),
  }
}

const candidate = (index: number, score: bigint, least: number, most = least) => ({
  candidatureId: `c${index}`,
  score,
  leastCents: cents(least),
  mostCents: cents(most),
  envelopeIds: [''],
  quotaIds: [],
})

const oneEnvelope = (amount: number, candidates: AllocationProblem['candidates']): AllocationProblem => ({
  candidates,
  envelopes: [{ id: '', amountCents: cents(amount) }],
  quotas: [],
})

/** All or nothing under one envelope, from a few cents to hundreds of millions of euros, scores of every size. */
const anyKnapsack = (count: number, money: number, points: bigint): fc.Arbitrary<AllocationProblem> =>
  fc
    .record({
      asks: fc.array(fc.tuple(fc.bigInt({ min: 0n, max: points }), fc.integer({ min: 1, max: money })), {
        maxLength: count,
      }),
      share: fc.nat({ max: 100 }),
    })
    .map(({ asks, share }) => {
      const total = asks.reduce((sum, [, amount]) => sum + amount, 0)
      return oneEnvelope(
        Math.floor((total * share) / 100),
        asks.map(([score, amount], index) => candidate(index, score, amount)),
      )
    })

test('[EN17] nobody asks, nobody is funded', async () => {
  expect(await solver.solve(oneEnvelope(10, []))).toEqual({ ok: true, value: {} })
})

test('[EN17] one envelope, all or nothing: as a dynamic programme finds it', async () => {
  await fc.assert(
    fc.asyncProperty(anyKnapsack(40, 100, 9_000n), async (problem) => {
      expect(await solved(problem)).toEqual(bestByDynamicProgramme(problem))
    }),
    { numRuns: 60 },
  )
})

test('[EN17] to the cent in hundreds of millions of euros, as an enumeration finds it', async () => {
  await fc.assert(
    fc.asyncProperty(anyKnapsack(10, 30_000_000_00, 36_000_000n), async (problem) => {
      expect(await solved(problem)).toEqual(bestByEnumeration(problem))
    }),
    { numRuns: 60 },
  )
})

test('[EN17] scores finer than floating-point numbers are told apart', async () => {
  const fine = 10n ** 20n
  const problem = oneEnvelope(10, [
    candidate(1, 7n * fine, 5),
    candidate(2, 7n * fine + 1n, 5),
    candidate(3, 7n * fine + 2n, 5),
    candidate(4, 13n * fine, 10),
  ])
  expect(await solver.solve(problem)).toEqual({ ok: true, value: { c2: 5, c3: 5 } })
  await fc.assert(
    fc.asyncProperty(anyKnapsack(9, 50, 10n ** 24n), async (any) => {
      expect(await solved(any)).toEqual(bestByEnumeration(any))
    }),
    { numRuns: 40 },
  )
})

test('[EN17] several envelopes, quotas, least and most: as an enumeration finds it', async () => {
  const anyProblem = fc
    .record({
      envelopes: fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 3 }),
      quotas: fc.array(fc.nat({ max: 12 }), { maxLength: 2 }),
      candidates: fc.array(
        fc.record({
          score: fc.bigInt({ min: 0n, max: 50n }),
          least: fc.integer({ min: 1, max: 6 }),
          more: fc.nat({ max: 3 }),
          eligible: fc.subarray([0, 1, 2]),
          counted: fc.subarray([0, 1]),
        }),
        { maxLength: 6 },
      ),
    })
    .map(
      ({ envelopes, quotas, candidates }): AllocationProblem => ({
        envelopes: envelopes.map((amount, index) => ({ id: `e${index}`, amountCents: cents(amount) })),
        quotas: quotas.map((ceiling, index) => ({ id: `q${index}`, ceilingCents: cents(ceiling) })),
        candidates: candidates.map(({ score, least, more, eligible, counted }, index) => {
          const known = eligible.filter((place) => place < envelopes.length)
          return {
            ...candidate(index, score, least, least + more),
            envelopeIds: (known.length > 0 ? known : [0]).map((place) => `e${place}`),
            quotaIds: counted.filter((place) => place < quotas.length).map((place) => `q${place}`),
          }
        }),
      }),
    )
  await fc.assert(
    fc.asyncProperty(anyProblem, async (problem) => {
      expect(await solved(problem)).toEqual(bestByEnumeration(problem))
    }),
    { numRuns: 120 },
  )
})
