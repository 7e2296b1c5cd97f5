import type { Rational } from '#shared/kernel/rational.ts'
import type { AllocationEntry } from './allocate.ts'

/** A candidature of the ranked list, with what scenarios and the optimum read of it. Lists come in rank order. */
export interface RankedEntry extends AllocationEntry {
  readonly candidatureId: string
  /** Of 100, exact; null when it has none. */
  readonly score: Rational | null
}
