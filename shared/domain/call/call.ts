import type { Cents } from '#shared/kernel/cents.ts'
import type { Envelope, Quota } from '../envelope/envelope.ts'
import type { AwardTerms } from '../instruction/instruction.ts'

/** One opening of a scheme (appel): dates, published rules, money. */
export interface Call {
  readonly id: string
  readonly name: string
  /** The programme it belongs to (dispositif). */
  readonly scheme: string
  readonly fiscalYear: number
  /** ISO dates, or null when not fixed. */
  readonly opensOn: string | null
  readonly closesOn: string | null
  readonly gridId: string | null
  readonly rules: AllocationRules
  /** What the acts of award of this call say, unless the instruction of a candidature says otherwise. */
  readonly awardTerms: AwardTerms
}

/** The règlement d'attribution: what was published before the opening and decides ranks and amounts. */
export interface AllocationRules {
  readonly envelopeCents: Cents | null
  /** How the money is divided (year, funder, reserved theme or territory). Empty: undivided; else they sum to the whole. */
  readonly envelopes: readonly Envelope[]
  /** Ceilings by theme or territory. */
  readonly quotas: readonly Quota[]
  /** Aid = at most this share of the eligible base, in hundredths of a percent (7400 = 74 %). null: no limit. */
  readonly maxRateBasisPoints: number | null
  /** Most one candidature may receive. */
  readonly capCents: Cents | null
  readonly aggregation: 'mean' | 'median' | 'collegial'
  /** A candidature with fewer filed, non-recused sheets is not ranked. Ignored when collegial. */
  readonly minimumEvaluators: number
  /** Highest minus lowest sheet total above which a third reading is proposed, in points of 100. null: off. */
  readonly gapAlertPoints: number | null
  /** Total of 100 under which an unfavourable opinion is proposed. null: off. */
  readonly minimumScore: number | null
  /** Tried in order on equal exact scores; what stays tied is for the chair. */
  readonly tieBreakers: readonly TieBreaker[]
  /** What happens to the first candidature that the remaining money does not cover in full. */
  readonly atCutLine: 'partial-award' | 'waiting-list'
}

export type TieBreaker =
  | { readonly kind: 'criterion'; readonly code: string }
  | { readonly kind: 'earliest-complete' }
  | { readonly kind: 'lowest-requested' }
  | { readonly kind: 'lowest-cost-per-inhabitant' }
