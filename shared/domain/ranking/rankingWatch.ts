/** What deserves a debate before amounts are settled, and how firm the ranking is. */
export interface RankingWatch {
  /** First what matters most. */
  readonly toDebate: readonly {
    readonly candidatureId: string
    readonly number: number
    readonly applicant: string
    readonly rank: number | null
    /** French clauses with figures: « écart de 34,00 points entre les fiches ». */
    readonly reasons: readonly string[]
  }[]
  /** One mark moved by one step would change a rank or an award. */
  readonly fragile: readonly {
    readonly candidatureId: string
    readonly number: number
    readonly applicant: string
    readonly rank: number | null
    readonly changesAward: boolean
    /** French sentences, one for each move that changes something. */
    readonly moves: readonly string[]
  }[]
  /** Ranks with and without the members who missed marks, where they differ. */
  readonly withoutAbsentMarkers: readonly {
    readonly number: number
    readonly applicant: string
    readonly rankWith: number | null
    readonly rankWithout: number | null
  }[]
  readonly absentMarkers: readonly string[]
}
