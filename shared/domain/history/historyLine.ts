/** One line of an entity's history: who changed what, when, before and after. */
export interface HistoryLine {
  readonly version: number
  readonly at: string
  readonly who: string
  readonly onBehalfOf: string | null
  readonly label: string
  /** Field by field, in French, before and after. */
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[]
}
