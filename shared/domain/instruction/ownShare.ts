import type { Cents } from '#shared/kernel/cents.ts'

/** Who pays an investment, as its funding plan says. */
export interface Financing {
  /** What the owner brings, loans included. */
  readonly ownCents: Cents
  /** Every other public body, this aid included. */
  readonly publicCents: Cents
}

export interface OwnShare {
  /** Hundredths of a percent of the public money, rounded down: a share is never said to be reached when it is not. */
  readonly basisPoints: number
  readonly reached: boolean
}

/**
 * [IN4] R-04 (CGCT L1111-10 III): the local authority that owns an investment brings at least a fifth of the *public*
 * money of it, its own included. Private money is outside the base. Null when there is no public money at all.
 */
export function ownShare({ ownCents, publicCents }: Financing): OwnShare | null {
  const base = ownCents + publicCents
  if (base === 0) return null
  return {
    basisPoints: Number((BigInt(ownCents) * 10_000n) / BigInt(base)),
    reached: BigInt(ownCents) * 10_000n >= BigInt(base) * BigInt(minimumBasisPoints),
  }
}

/** In force since the law of 16 December 2010; exceptions (urban renewal, protected heritage, calamities) are for a human. */
export const minimumBasisPoints = 2000
