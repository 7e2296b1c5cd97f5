import type { Cents } from '#shared/kernel/cents.ts'

/**
 * The best total under an envelope, in integers: choose who is funded and with how much, so that the sum of the scores
 * of the funded is the highest, then the amount given.
 */
export interface AllocationProblem {
  readonly candidates: readonly AllocationCandidate[]
  /** An undivided envelope is one envelope. */
  readonly envelopes: readonly { readonly id: string; readonly amountCents: Cents }[]
  readonly quotas: readonly { readonly id: string; readonly ceilingCents: Cents }[]
}

export interface AllocationCandidate {
  readonly candidatureId: string
  /** Exact scores brought to one denominator: not negative, as large as it takes. */
  readonly score: bigint
  /** Funded means between these, both included; 0 < least ≤ most. */
  readonly leastCents: Cents
  readonly mostCents: Cents
  /** Who may bring the money. */
  readonly envelopeIds: readonly string[]
  /** Which ceilings count it. */
  readonly quotaIds: readonly string[]
}

/** By candidature id; only what is funded. */
export type AllocationSolution = Readonly<Record<string, Cents>>
