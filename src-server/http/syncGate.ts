import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FrameLink, LinkListener } from '#main/adapters/network/channel/frameLink.ts'
import type { UnfinishedLease } from '#shared/operations/lease/unfinishedLeases.ts'

/** What takes over the channels that devices open (`delibere.sync.v1`). It alone knows frames and proofs of key. */
export interface SyncGate {
  /** A link that was just made, by a device that proves who it is on it. */
  enter(organisation: string, connect: (listener: LinkListener) => FrameLink, request: IncomingMessage): void
  /** The fallback by requests; false for an address that is none of its own. */
  answer(organisation: string, request: IncomingMessage, response: ServerResponse): boolean
  /** The rooms of an organisation that did not come back. */
  unfinished(organisation: string): Promise<readonly UnfinishedLease[]>
  /** Ends a voided lease with what the devices told of it [SY21]; any other is left as it is. */
  endVoided(organisation: string, lease: string): Promise<void>
  /** Says good-bye to everybody. Settles when it was heard, or soon after. */
  close(): Promise<void>
}
