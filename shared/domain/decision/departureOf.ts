import type { Cents } from '#shared/kernel/cents.ts'
import type { Award } from '../ranking/ranking.ts'
import type { Opinion } from '../session/session.ts'
import { isAward } from './isAward.ts'

/** What the adopted scenario, or else the ranking, gives to one candidature. */
export interface RankingProposal {
  /** Null: no candidature of the call is ranked, so there is nothing to depart from but the rules. */
  readonly status: Award['status'] | null
  readonly amountCents: Cents
  /** The most that request, rate, cap and useful amount allow; null when the request is unknown. */
  readonly fullAwardCents: Cents | null
}

/**
 * `served-below-line`: money where the ranking gives none. `skipped`: nothing (unfavourable, waiting list, an award of
 * 0) where the ranking serves. `above-rules`: more than the rules allow in full.
 */
export type DecisionDeparture = 'served-below-line' | 'skipped' | 'above-rules'

/**
 * [SE43] Whether a decision departs from the ranking, so that a screen asks for the reason before. Null: it does not; a
 * deferral and an inadmissible candidature never do, nor an amount that differs within the rules.
 */
export function departureOf(
  act: {
    readonly opinion: Opinion
    readonly amountCents: Cents | null
    readonly waitingList?: boolean
  },
  proposal: RankingProposal | null,
): DecisionDeparture | null {
  if (proposal === null || act.opinion === 'deferred' || act.opinion === 'inadmissible') return null
  const { status, fullAwardCents } = proposal
  const givenCents = isAward(act.opinion) && act.waitingList !== true ? (act.amountCents ?? 0) : 0
  if (givenCents === 0) return status === 'within' || status === 'partial' ? 'skipped' : null
  if (status === 'waiting' || status === 'not-selected') return 'served-below-line'
  return fullAwardCents !== null && givenCents > fullAwardCents ? 'above-rules' : null
}
