import { type Cents, cents } from '#shared/kernel/cents.ts'
import type { AllocationRules } from '../call/call.ts'
import type { Award } from '../ranking/ranking.ts'

/**
 * [EN2] What a candidature would receive if money were no object: min(requested, ⌊rate × eligible base⌋, cap).
 * The first of these to be the smallest is named. A rate with an unknown base cannot be applied: `limitedBy` is then
 * null, which asks a human to look, and the amount is bounded by the request and the cap.
 */
export function fullAward(
  rules: Pick<AllocationRules, 'maxRateBasisPoints' | 'capCents'>,
  request: { readonly requestedCents: Cents; readonly eligibleBaseCents: Cents | null },
): { readonly amountCents: Cents; readonly limitedBy: Award['limitedBy'] } {
  const { maxRateBasisPoints, capCents } = rules
  const { requestedCents, eligibleBaseCents } = request
  const limits: { readonly by: Award['limitedBy']; readonly amountCents: number }[] = [
    { by: 'requested', amountCents: requestedCents },
  ]
  if (maxRateBasisPoints !== null && eligibleBaseCents !== null) {
    limits.push({ by: 'rate', amountCents: shareOf(eligibleBaseCents, maxRateBasisPoints) })
  }
  if (capCents !== null) limits.push({ by: 'cap', amountCents: capCents })
  const smallest = limits.reduce((least, limit) => (limit.amountCents < least.amountCents ? limit : least))
  const rateUnknown = maxRateBasisPoints !== null && eligibleBaseCents === null
  return { amountCents: cents(smallest.amountCents), limitedBy: rateUnknown ? null : smallest.by }
}

/** In integers beyond 2⁵³: a base in cents times basis points may exceed them. */
const shareOf = (base: Cents, basisPoints: number): number =>
  Number((BigInt(base) * BigInt(basisPoints)) / 10_000n)
