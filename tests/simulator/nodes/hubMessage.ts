import type { FeedItem } from './message.ts'

/** What a hub says beside what every authority says. */
export type HubMessage =
  /** The hub of a room says that it is there, or that the room is closed. */
  | { readonly kind: 'room'; readonly log: string; readonly epoch: number; readonly open: boolean }
  /** A hub brings a run of its log back to the centre. */
  | {
      readonly kind: 'return'
      readonly log: string
      readonly items: readonly FeedItem[]
      /** Nothing follows these items: the lease is given back. */
      readonly ends: boolean
    }
  /** How far the centre has it. */
  | { readonly kind: 'returned'; readonly log: string; readonly upTo: number; readonly ended: boolean }
