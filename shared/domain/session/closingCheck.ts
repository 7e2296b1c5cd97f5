/**
 * One line of the check list of the closing. A `must` is green or prevents the closing; an `explain` is green, or open
 * with a written reason that the minutes keep.
 */
export interface ClosingCheck {
  /** Permanent: `outcomes`, `facts`, `rationale`, `proxies-unsigned`, `marks-missing`, `marks-sealed`, `recusals-to-assess`… */
  readonly code: string
  readonly level: 'must' | 'explain'
  readonly state: 'green' | 'explained' | 'open'
  /** French: what is checked and what is missing, with names. */
  readonly sentence: string
  readonly explanation: string
  /** Points concerned, to go to them. */
  readonly itemIds: readonly string[]
}

/** Everything decided, counted, as it will be frozen. */
export interface ClosingRecap {
  readonly points: number
  readonly decided: number
  readonly requestedCents: number
  readonly awardedCents: number
  readonly remainingCents: number | null
  readonly lines: readonly {
    readonly itemId: string
    readonly number: number | null
    readonly title: string
    readonly opinion: string
    readonly amountCents: number | null
    readonly departure: string
  }[]
  readonly byOpinion: Readonly<Record<string, number>>
  readonly waitingList: number
}
