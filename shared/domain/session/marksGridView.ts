import type { Grid, Mark } from '../grid/grid.ts'

/** Members × criteria of one point, as the secretary keys them in the room. Sealed: what was keyed is counted, not shown. */
export interface MarksGridView {
  readonly itemId: string
  readonly candidatureId: string
  readonly grid: Grid
  readonly sealed: boolean
  readonly revealedAt: string | null
  readonly collegial: boolean
  readonly rows: readonly MarksRow[]
  /** Of 100, two decimals; null while sealed or when nothing counts. */
  readonly total: string | null
  readonly rank: number | null
  /** Highest minus lowest sheet total, two decimals; null while sealed. */
  readonly gap: string | null
  readonly gapAlert: boolean
}

export interface MarksRow {
  readonly evaluatorId: string
  readonly name: string
  readonly inRoom: boolean
  readonly status: 'to-mark' | 'draft' | 'filed'
  /** By criterion code; empty while sealed. */
  readonly marks: Readonly<Record<string, Mark>>
  /** Criteria that have a mark, sealed or not. */
  readonly keyed: readonly string[]
  readonly missingComments: readonly string[]
  readonly total: string | null
  readonly code: string
  readonly countersignedOn: string | null
}
