/** One line of an entity's history: who changed what, when, before and after. */
export interface HistoryLine {
  readonly version: number
  readonly at: string
  readonly who: string
  readonly onBehalfOf: string | null
  readonly label: string
  /** Field by field, in French, before and after. */
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[]
  /**
   * Its place in the order that counts (SY8): that of the authority which received it, by whose clock `at` is. Null while it
   * awaits its answer; absent for what was written on a file that was not shared.
   */
  readonly receipt?: { readonly place: number; readonly at: string } | null
}
