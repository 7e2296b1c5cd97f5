import type { VisibilityEffect } from './records.ts'
import type { RowChange } from './rows.ts'
import type { Ruling } from './verdict.ts'

/** [SY6] What an authority decides of one commit. `changes` and `effects` are empty unless the verdict is `ok`. */
export interface Judgement extends Ruling {
  readonly changes: readonly RowChange[]
  readonly effects: readonly VisibilityEffect[]
}

/** Where it is judged. `log`: the authority's own. */
export interface JudgePlace {
  readonly log: string
  readonly epoch: number
  /** Milliseconds; never read by a rule [SY6]. */
  readonly now: number
}
