import type { RowChange } from '#shared/operations/authority/rows.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import type { HubRun } from '#shared/operations/lease/hubRun.ts'
import type { Lease } from '#shared/operations/lease/lease.ts'

/** What is said around a room beside what every authority says. */
export type HubMessage =
  /** A laptop that may be a hub asks for the lease that names it. */
  | { readonly kind: 'ask-lease'; readonly device: string }
  /** A laptop that is in a room asks the centre whether its lease has ended. */
  | { readonly kind: 'ask-room'; readonly log: string }
  /** The lease, with the rows from which its hub orders. */
  | { readonly kind: 'lease'; readonly lease: Lease; readonly seed: readonly RowChange[] }
  /** The hub of a room says that it is there, or that the room is closed; the centre answers `ask-room` so. */
  | {
      readonly kind: 'room'
      readonly log: string
      readonly epoch: number
      readonly open: boolean
      /** The centre may say otherwise: it was opened without it, or its order was set apart. */
      readonly apart: boolean
    }
  /** A hub brings its log back; or a laptop of the room says what it holds of it, when the lease was voided. */
  | {
      readonly kind: 'return'
      readonly lease: string
      readonly run: HubRun
      /** What the hub kept for the centre, which is given first. */
      readonly carried: readonly SignedCommit[]
      readonly commits: readonly SignedCommit[]
      readonly byHub: boolean
    }
  /** The lease has ended at the centre. */
  | { readonly kind: 'returned'; readonly lease: string; readonly apart: boolean }
  /** The lease was voided: what does this laptop hold of its log? */
  | { readonly kind: 'offer-run'; readonly lease: string }
