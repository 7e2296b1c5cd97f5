import type { Incident } from '../authority/outputs.ts'
import type { Needs, RowChange } from '../authority/rows.ts'
import type { ToRegularise } from './records.ts'

/** What a replica has to say once what it wrote is durable. */
export type ReplicaOutput =
  /** Their shown state may be another: read them again. Each once. */
  | { readonly kind: 'changed'; readonly entities: readonly string[] }
  | { readonly kind: 'settled'; readonly cid: string; readonly seq: number }
  | { readonly kind: 'refused'; readonly cid: string; readonly refusal: ToRegularise }
  | { readonly kind: 'purged'; readonly dossier: string; readonly g: number }
  | { readonly kind: 'must-enrol'; readonly why: 'forked' | 'revoked' | 'behind' }
  /** Rows to ask of the authority: this program cannot fold them from what it holds. */
  | { readonly kind: 'wants-rows'; readonly entities: readonly string[] }
  /** What it holds is to be taken anew from a snapshot: rights changed, or the authority was restored. */
  | { readonly kind: 'start-anew' }
  /** The authority was restored: it must be shown this device's checkpoint and asked where both agree [SY17]. */
  | { readonly kind: 'restored'; readonly log: string; readonly epoch: number }
  /** The feed does not begin where this copy ends. */
  | { readonly kind: 'out-of-step'; readonly expectedG: number }
  /** The feed contradicts receipts: nothing of it was taken. */
  | { readonly kind: 'broken-log'; readonly g: number }
  | { readonly kind: 'incident'; readonly incident: Incident }

export interface ReplicaStep {
  readonly changes: readonly RowChange[]
  readonly outputs: readonly ReplicaOutput[]
}

export type ReplicaAnswer = ReplicaStep | Needs
