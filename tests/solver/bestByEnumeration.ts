import type { AllocationCandidate, AllocationProblem } from '#shared/domain/envelope/allocationProblem.ts'

export interface BestFigures {
  readonly score: bigint
  readonly amountCents: number
}

/** Every subset of candidates, and for each every whole amount when they vary: exact, slow, and nothing of the product. */
export function bestByEnumeration(problem: AllocationProblem): BestFigures {
  let best: BestFigures = { score: 0n, amountCents: 0 }
  const walk = (index: number, taken: readonly (readonly [AllocationCandidate, number])[]): void => {
    const candidate = problem.candidates[index]
    if (candidate === undefined) {
      const score = taken.reduce((sum, [{ score: points }]) => sum + points, 0n)
      const amountCents = taken.reduce((sum, [, amount]) => sum + amount, 0)
      const isBetter = score > best.score || (score === best.score && amountCents > best.amountCents)
      if (isBetter && isCovered(problem, taken)) best = { score, amountCents }
      return
    }
    walk(index + 1, taken)
    for (let amount: number = candidate.leastCents; amount <= candidate.mostCents; amount++)
      walk(index + 1, [...taken, [candidate, amount]])
  }
  walk(0, [])
  return best
}

/** Hall's condition: whoever draws on some envelopes only asks no more than these hold together. */
function isCovered(
  { envelopes, quotas }: AllocationProblem,
  taken: readonly (readonly [AllocationCandidate, number])[],
): boolean {
  const asked = (applies: (candidate: AllocationCandidate) => boolean): number =>
    taken.reduce((sum, [candidate, amount]) => sum + (applies(candidate) ? amount : 0), 0)
  const isWithinQuotas = quotas.every(
    ({ id, ceilingCents }) => asked(({ quotaIds }) => quotaIds.includes(id)) <= ceilingCents,
  )
  for (let subset = 1; isWithinQuotas && subset < 2 ** envelopes.length; subset++) {
    const some = envelopes.filter((_, index) => (subset >> index) % 2 === 1)
    const held = some.reduce((sum, { amountCents }) => sum + amountCents, 0)
    const ids = new Set(some.map(({ id }) => id))
    if (asked(({ envelopeIds }) => envelopeIds.every((id) => ids.has(id))) > held) return false
  }
  return isWithinQuotas
}
