import type { Grid } from '../grid/grid.ts'
import type { Sheet } from './sheet.ts'

/** One evaluator's place at work: the sheet, its grid, and where one stands. */
export interface SheetView {
  readonly sheet: Sheet
  readonly grid: Grid
  /** Running total of 100, two decimals; null while nothing counts. */
  readonly total: string | null
  readonly missingCriteria: readonly string[]
  /** Criteria whose comment is mandatory for the mark given and still empty. */
  readonly missingComments: readonly string[]
}

/** The pile of one evaluator: which candidatures are marked. Recused ones are counted, never described. */
export interface EvaluatorProgress {
  readonly evaluatorId: string
  readonly filed: number
  readonly total: number
  readonly recusedCount: number
  readonly candidatures: readonly {
    readonly candidatureId: string
    readonly number: number
    readonly applicant: string
    readonly title: string
    readonly state: 'to-mark' | 'draft' | 'filed'
  }[]
}
