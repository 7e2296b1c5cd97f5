import type { Cents } from '#shared/kernel/cents.ts'
import type { Award, NotRankedReason } from './ranking.ts'

/** A ranking as a screen or a CSV shows it: exact fractions turned into text, names resolved. JSON-clean. */
export interface RankingView {
  readonly callId: string
  readonly callName: string
  readonly rows: readonly RankingRowView[]
  readonly envelopeCents: Cents | null
  readonly requestedCents: Cents
  readonly awardedCents: Cents
  readonly remainingCents: Cents | null
  readonly absentMarkers: readonly {
    readonly memberId: string
    readonly name: string
    readonly missingSheets: number
  }[]
  /** Numbers of the candidatures in the order they would have without the absent markers; null when it is the same. */
  readonly orderWithoutAbsentMarkers: readonly number[] | null
}

export interface RankingRowView {
  readonly candidatureId: string
  readonly number: number
  readonly applicant: string
  readonly title: string
  readonly department: string
  readonly requestedCents: Cents | null
  readonly rank: number | null
  /** Of 100, two decimals, dot: "74.00". */
  readonly score: string | null
  /** "num/den" */
  readonly exactScore: string | null
  readonly notRanked: NotRankedReason | null
  readonly tiedWith: readonly number[]
  readonly decidedBy: string | null
  readonly award: Award
  readonly knockedOutBy: readonly string[]
  readonly belowMinimum: boolean
  readonly gapAlert: boolean
  /** One dot per counted sheet, of 100. The name is for the secretary's screen, never for the wall. */
  readonly sheetTotals: readonly {
    readonly evaluatorId: string
    readonly name: string
    readonly total: string
  }[]
  readonly recused: readonly string[]
  readonly missingSheets: readonly string[]
  /** Marks missing in filed sheets: they leave the denominator. */
  readonly missingMarks: number
  readonly drafts: number
}

/** From a rank to the marks, line by line (P4). */
export interface RankExplanation {
  readonly row: RankingRowView
  readonly aggregation: 'mean' | 'median' | 'collegial'
  readonly sheets: readonly {
    readonly evaluator: string
    readonly excluded: 'draft' | 'recused' | 'empty' | null
    readonly total: string | null
    readonly lines: readonly {
      readonly code: string
      readonly label: string
      readonly weight: number
      /** As keyed: « 4 », « B », « oui », « sans objet »; null when missing. */
      readonly mark: string | null
      readonly maximum: string
      readonly outside: 'not-applicable' | 'missing' | 'informative' | null
      /** Points brought to the sum, two decimals. */
      readonly points: string | null
      readonly comment: string
    }[]
    readonly weightsCounted: number
  }[]
  /** What one step on one mark would change: only the steps that move the rank or the award. */
  readonly sensitivity: readonly {
    readonly evaluator: string
    readonly criterionCode: string
    readonly from: string
    readonly to: string
    readonly newRank: number | null
    readonly newAwardCents: Cents
  }[]
  /** French sentences, in order, that tell the whole story. */
  readonly sentences: readonly string[]
}
