import type { AllocationProblem, AllocationSolution } from '#shared/domain/envelope/allocationProblem.ts'
import type { Result } from '#shared/kernel/result.ts'

/** Finds the best total under an envelope. What it answers is checked in exact integers before it is shown ([EN18]). */
export interface AllocationSolver {
  /**
   * The highest sum of scores, then the highest amount among those. Refusal: `allocation.not-proven` when the optimum
   * could not be proven, in time or in arithmetic: never the best found so far.
   */
  solve(problem: AllocationProblem): Promise<Result<AllocationSolution>>
}
