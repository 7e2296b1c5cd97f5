import { type Cents, cents } from '#shared/kernel/cents.ts'
import type { AllocationRules } from '../call/call.ts'
import type { Award } from '../ranking/ranking.ts'
import { fullAward } from './fullAward.ts'

export type AwardRules = Pick<AllocationRules, 'maxRateBasisPoints' | 'capCents'>

/** What decides the amount of a candidature, whatever money there is. */
export interface AwardRequest {
  readonly requestedCents: Cents | null
  readonly eligibleBaseCents: Cents | null
  readonly minimumViableCents: Cents | null
  readonly maximumUsefulCents: Cents | null
}

export interface AwardBounds {
  /** The least that lets the project be done; the most when the applicant gave none, or gave 0. */
  readonly leastCents: Cents
  /** min(full award by the rules, most useful amount). */
  readonly mostCents: Cents
  /** What makes `mostCents`, as in `fullAward`. */
  readonly limitedBy: Award['limitedBy']
}

/** [EN12] Null when the request is unknown, and when even the most would not let the project be done. */
export function awardBounds(rules: AwardRules, request: AwardRequest): AwardBounds | null {
  const { requestedCents, eligibleBaseCents, minimumViableCents, maximumUsefulCents } = request
  if (requestedCents === null) return null
  const full = fullAward(rules, { requestedCents, eligibleBaseCents })
  const capped = maximumUsefulCents !== null && maximumUsefulCents < full.amountCents
  const mostCents = cents(capped ? maximumUsefulCents : full.amountCents)
  if (minimumViableCents !== null && minimumViableCents > mostCents) return null
  return {
    leastCents: minimumViableCents ? minimumViableCents : mostCents,
    mostCents,
    limitedBy: capped ? 'maximum-useful' : full.limitedBy,
  }
}
