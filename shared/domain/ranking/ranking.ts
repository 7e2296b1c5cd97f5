import type { Cents } from '#shared/kernel/cents.ts'
import type { Rational } from '#shared/kernel/rational.ts'

/** The ranked list of a call under its envelope, in rank order; unranked candidatures come last. */
export interface Ranking {
  readonly rows: readonly RankedCandidature[]
  readonly envelopeCents: Cents | null
  readonly awardedCents: Cents
  readonly remainingCents: Cents | null
  readonly requestedCents: Cents
  /** Members who filed no sheet on a candidature that they could have marked, with how many. */
  readonly absentMarkers: readonly { readonly memberId: string; readonly missingSheets: number }[]
  /** The same ranking without the sheets of absent markers, only when it changes the order: candidature ids. */
  readonly orderWithoutAbsentMarkers: readonly string[] | null
}

export interface RankedCandidature {
  readonly candidatureId: string
  /** Competition ranking (1, 2, 2, 4); null when not ranked. */
  readonly rank: number | null
  readonly score: CandidatureScore
  /** Ids of the others that share the rank after every tie-breaker. */
  readonly tiedWith: readonly string[]
  /** The tie-breaker that separated it from a neighbour of equal score, or null. */
  readonly decidedBy: string | null
  readonly award: Award
}

export type NotRankedReason =
  | 'no-sheet'
  | 'too-few-evaluators'
  | 'withdrawn'
  | 'inadmissible'
  | 'merged'
  /** Marked in the room, not revealed yet. */
  | 'sealed'

export interface CandidatureScore {
  /** Of 100, exact; null when there is nothing to aggregate. */
  readonly total: Rational | null
  readonly notRanked: NotRankedReason | null
  readonly sheets: readonly SheetScore[]
  /** By criterion code: aggregated mark over the scale's maximum, 0..1; absent when nobody marked it. */
  readonly byCriterion: Readonly<Record<string, Rational>>
  /** Highest minus lowest sheet total; null under two sheets. */
  readonly gap: Rational | null
  readonly gapAlert: boolean
  readonly knockedOutBy: readonly string[]
  readonly belowMinimum: boolean
}

export interface SheetScore {
  readonly evaluatorId: string
  /** Why the sheet is outside the aggregate, or null when it counts. */
  readonly excluded: 'draft' | 'recused' | 'empty' | null
  readonly total: Rational | null
  readonly lines: readonly ScoreLine[]
}

/** One line of the addition a member could do by hand (P4). */
export interface ScoreLine {
  readonly criterionCode: string
  readonly label: string
  readonly weight: number
  readonly markHundredths: number | null
  readonly maximumHundredths: number
  /** Why the criterion is out of the denominator, or null when it counts. */
  readonly outside: 'not-applicable' | 'missing' | 'informative' | null
  /** mark / maximum × weight, in points of the weights' sum; null when outside. */
  readonly points: Rational | null
}

export interface Award {
  /** `within`: served in full; `partial`: what remained; then `waiting`, `not-selected` (knock-out, floor, not ranked). */
  readonly status: 'within' | 'partial' | 'waiting' | 'not-selected'
  readonly amountCents: Cents
  /**
   * The smallest of these decided the amount. Null when nothing is served, and on a served award when the rate could
   * not be applied because the eligible base is unknown: a human must look ([EN2]).
   */
  readonly limitedBy: 'requested' | 'rate' | 'cap' | 'maximum-useful' | 'remaining' | null
}
