import { type BestTotal, bestTotalProblem, checkBestTotal } from '#shared/domain/envelope/bestTotal.ts'
import { linesByRank, linesOfBestTotal } from '#shared/domain/envelope/scenarioLines.ts'
import { scenarioTotals } from '#shared/domain/envelope/scenarioTotals.ts'
import type { OptimumReport } from '#shared/domain/envelope/scenarioView.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { Reader } from '../ports.ts'
import { comparisonRows } from './compare.ts'
import { type MoneyOfCall, moneyOfCall } from './moneyOfCall.ts'
import { optimumInWords } from './optimumInWords.ts'
import { totalsView } from './scenarioViews.ts'
import type { AllocationSolver } from './solver.ts'

/** What the best total would change of the allocation by rank, in figures and in words. Writes nothing. */
export async function optimise(
  reader: Reader,
  solver: AllocationSolver,
  input: { callId: string },
): Promise<Result<OptimumReport>> {
  const money = moneyOfCall(reader, input.callId)
  if (!money.ok) return money
  const best = await bestTotalOf(money.value, solver)
  if (!best.ok) return best
  const { rules, ranked } = money.value
  const byRank = linesByRank(rules, ranked)
  const optimum = linesOfBestTotal(best.value)
  const totals = { byRank: scenarioTotals(byRank, ranked), optimum: scenarioTotals(optimum, ranked) }
  const rows = comparisonRows(money.value, byRank, optimum)
  return ok({
    byRank: totalsView(totals.byRank),
    optimum: totalsView(totals.optimum),
    rows,
    sentences: optimumInWords({ ...totals, rows, envelopeCents: rules.envelopeCents }),
  })
}

/** Refusals: `allocation.no-envelope`, `allocation.not-proven`. */
export async function bestTotalOf(
  { rules, ranked }: MoneyOfCall,
  solver: AllocationSolver,
): Promise<Result<BestTotal>> {
  const problem = bestTotalProblem(rules, ranked)
  if (!problem.ok) return problem
  const solution = await solver.solve(problem.value)
  return solution.ok ? checkBestTotal(rules, ranked, solution.value) : solution
}
