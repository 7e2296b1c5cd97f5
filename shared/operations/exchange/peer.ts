import type { AskKind } from '../wire/asks.ts'
import type { AdmittedPeer } from './authorityExchange.ts'
import type { PeerChannel } from './exchangePorts.ts'
import type { Gathering } from './parts.ts'

/** What an authority remembers of one channel, as long as it lasts. */
export interface Peer {
  readonly who: AdmittedPeer
  readonly channel: PeerChannel
  readonly sinceMs: number
  readonly isSuccessor: boolean
  isClosed: boolean
  lastHeardMs: number
  /** Last place it said it holds for good, and when it last held more or had nothing to wait for. */
  heldG: number | null
  progressMs: number
  /** News is sent after this place; null: it asks for itself. */
  toldG: number | null
  /** Last place it was told of on this channel, or came with. */
  sentG: number
  /** One thing is told after the other. */
  telling: Promise<void>
  /** The question whose parts are coming. */
  asking: { readonly id: number; readonly what: AskKind; readonly gathering: Gathering } | null
  lastAskId: number
  /** Questions and pushes that are being answered. */
  readonly answering: Set<Promise<void>>
}
