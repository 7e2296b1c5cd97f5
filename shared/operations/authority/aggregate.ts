import type { AggregateState } from '../operation.ts'

/** An aggregate as the accepted operations left it. */
export interface Aggregate {
  /** Accepted operations that touched it, from 1; an aggregate taken back to nothing keeps its count. */
  readonly version: number
  /** Null: it does not exist (any more). */
  readonly state: AggregateState | null
  /** By guarded field [SY11]: which version last set it, and which device wrote that. */
  readonly guards: Readonly<Record<string, { readonly version: number; readonly dev: string }>>
  /** The last device that wrote, and the version from which every operation was its own. */
  readonly run: { readonly dev: string; readonly since: number }
}
