import { addCents, type Cents, zeroCents } from '#shared/kernel/cents.ts'
import { add, compare, type Rational, zero } from '#shared/kernel/rational.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { admits } from './admits.ts'
import { type AllocationMoney, allocate } from './allocate.ts'
import type { AllocationCandidate, AllocationProblem, AllocationSolution } from './allocationProblem.ts'
import { awardBounds } from './awardBounds.ts'
import { eligibleEnvelopes } from './eligibleEnvelopes.ts'
import type { FundingLine } from './envelope.ts'
import { fundingPlan } from './fundingPlan.ts'
import type { RankedEntry } from './rankedEntry.ts'

/**
 * [EN17] The problem of a ranked list. A candidature takes part when the rules let it be selected, its request is
 * known, it may receive something viable and some envelope admits it. Refusal: `allocation.no-envelope`.
 */
export function bestTotalProblem(
  rules: AllocationMoney,
  ranked: readonly RankedEntry[],
): Result<AllocationProblem> {
  if (rules.envelopeCents === null) return refuse('allocation.no-envelope')
  const undivided = rules.envelopes.length === 0
  const denominator = ranked.reduce((common, { score }) => leastCommonMultiple(common, score?.den ?? 1n), 1n)
  const candidates = ranked.flatMap((entry): readonly AllocationCandidate[] => {
    const bounds = entry.selectable ? awardBounds(rules, entry) : null
    const envelopeIds = undivided ? [''] : eligibleEnvelopes(rules.envelopes, entry).map(({ id }) => id)
    if (bounds === null || bounds.mostCents === 0 || envelopeIds.length === 0) return []
    const score = entry.score ?? zero
    return [
      {
        candidatureId: entry.candidatureId,
        score: (score.num * denominator) / score.den,
        leastCents: bounds.leastCents,
        mostCents: bounds.mostCents,
        envelopeIds,
        quotaIds: rules.quotas.filter(({ appliesTo }) => admits(appliesTo, entry)).map(({ id }) => id),
      },
    ]
  })
  return ok({
    candidates,
    envelopes: undivided
      ? [{ id: '', amountCents: rules.envelopeCents }]
      : rules.envelopes.map(({ id, amountCents }) => ({ id, amountCents })),
    quotas: rules.quotas.map(({ id, ceilingCents }) => ({ id, ceilingCents })),
  })
}

export interface BestTotal {
  /** By candidature id; only what is funded. */
  readonly lines: Readonly<
    Record<string, { readonly amountCents: Cents; readonly funding: readonly FundingLine[] }>
  >
  readonly funded: number
  readonly amountCents: Cents
  readonly score: Rational
}

/**
 * [EN18] What a solver answered, recomputed in exact integers before anybody sees it: each amount within its bounds,
 * the money really there (an exact maximum flow over the envelopes), each quota respected, and not beaten by what the
 * allocation by rank serves. Refusal: `allocation.not-proven`.
 */
export function checkBestTotal(
  rules: AllocationMoney,
  ranked: readonly RankedEntry[],
  solution: AllocationSolution,
): Result<BestTotal> {
  const plan = fundingPlan(rules)
  const taken = ranked.filter(({ candidatureId }) => solution[candidatureId] !== undefined)
  if (taken.length !== Object.keys(solution).length) return refuse('allocation.not-proven')
  for (const entry of taken) {
    const amountCents = solution[entry.candidatureId] ?? zeroCents
    const isFunded =
      isWithinBounds(rules, entry, amountCents) &&
      amountCents <= plan.underQuotas(entry) &&
      plan.fund(entry.candidatureId, entry, amountCents) === amountCents
    if (!isFunded) return refuse('allocation.not-proven')
  }
  const best = totalled(ranked, solution, plan.fundingOf)
  return isBeatenByRank(rules, ranked, best) ? refuse('allocation.not-proven') : ok(best)
}

function isWithinBounds(rules: AllocationMoney, entry: RankedEntry, amountCents: number): boolean {
  const bounds = entry.selectable ? awardBounds(rules, entry) : null
  return (
    bounds !== null &&
    Number.isSafeInteger(amountCents) &&
    amountCents > 0 &&
    amountCents >= bounds.leastCents &&
    amountCents <= bounds.mostCents
  )
}

function totalled(
  ranked: readonly RankedEntry[],
  solution: AllocationSolution,
  fundingOf: (candidatureId: string) => readonly FundingLine[],
): BestTotal {
  const taken = ranked.filter(({ candidatureId }) => solution[candidatureId] !== undefined)
  return {
    lines: Object.fromEntries(
      taken.map(({ candidatureId }) => [
        candidatureId,
        { amountCents: solution[candidatureId] ?? zeroCents, funding: fundingOf(candidatureId) },
      ]),
    ),
    funded: taken.length,
    amountCents: addCents(...taken.map(({ candidatureId }) => solution[candidatureId] ?? zeroCents)),
    score: taken.reduce((sum, { score }) => add(sum, score ?? zero), zero),
  }
}

/** The allocation by rank, without awards under the least that the optimum may give, is one of its candidates. */
function isBeatenByRank(rules: AllocationMoney, ranked: readonly RankedEntry[], best: BestTotal): boolean {
  const awards = allocate(rules, ranked)
  const served = ranked.flatMap((entry, index) => {
    const amountCents = awards[index]?.amountCents ?? zeroCents
    return isWithinBounds(rules, entry, amountCents) ? { entry, amountCents } : []
  })
  const score = served.reduce((sum, { entry }) => add(sum, entry.score ?? zero), zero)
  const amountCents = served.reduce((sum, one) => sum + one.amountCents, 0)
  const order = compare(score, best.score)
  return order > 0 || (order === 0 && amountCents > best.amountCents)
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let x = a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return (a / x) * b
}
