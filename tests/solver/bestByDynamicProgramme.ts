import type { AllocationProblem } from '#shared/domain/envelope/allocationProblem.ts'
import type { BestFigures } from './bestByEnumeration.ts'

/** One envelope, all or nothing: the best of every budget, candidate after candidate. Exact, for budgets in the thousands. */
export function bestByDynamicProgramme({ candidates, envelopes }: AllocationProblem): BestFigures {
  const budget = envelopes[0]?.amountCents ?? 0
  const best: BestFigures[] = Array.from({ length: budget + 1 }, () => ({ score: 0n, amountCents: 0 }))
  for (const { score, mostCents } of candidates)
    for (let left: number = budget; left >= mostCents; left--) {
      const without = best[left] ?? { score: 0n, amountCents: 0 }
      const before = best[left - mostCents] ?? { score: 0n, amountCents: 0 }
      const withIt = { score: before.score + score, amountCents: before.amountCents + mostCents }
      const isBetter =
        withIt.score > without.score ||
        (withIt.score === without.score && withIt.amountCents > without.amountCents)
      if (isBetter) best[left] = withIt
    }
  return best[budget] ?? { score: 0n, amountCents: 0 }
}
