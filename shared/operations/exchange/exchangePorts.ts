import type { Result } from '#shared/kernel/result.ts'
import type { RowStore } from '../authority/memoryRows.ts'
import type { AuthorityOutput, AuthorityStepAsk } from '../authority/outputs.ts'
import type { Lookups, Needs } from '../authority/rows.ts'
import type { ReplicaAnswer, ReplicaOutput } from '../replica/outputs.ts'
import type { ByeReason, FrameOf, WireFrame } from '../wire/wireFrame.ts'

/**
 * What the two machines of the exchange ask of their host: a channel to one proven peer, and a place for their rows. They
 * know no socket, no disk and no timer.
 */

/** A conversation with one machine that proved who it is; `Channel` of the network adapter is one. */
export interface PeerChannel {
  /** Id of the device, or of the authority, at the other end. */
  readonly peer: string
  /** Answers and requests: always leaves. */
  send(frame: WireFrame): Result<null>
  /** News. `held`: this reader does not keep up, it is told to pull when its line is free. */
  publish(frame: FrameOf<'feed' | 'presence'>): Result<'sent' | 'held'>
  /** One frame at a time, in order: the next one is read when the promise is settled. */
  onFrame(listener: (frame: WireFrame) => void | Promise<void>): void
  /** Called once; at once when it is already shut. */
  onClose(listener: (end: PeerEnd) => void): void
  close(reason: ByeReason, retryAfterMs?: number): void
}

export type PeerEnd =
  | { readonly kind: 'said'; readonly reason: ByeReason; readonly retryAfterMs: number | null }
  | { readonly kind: 'lost' }
  | { readonly kind: 'ours'; readonly reason: ByeReason }

/** The rows of one log, of a hub or of a centre. Every method rejects when the store fails: nothing was then written. */
export interface AuthorityStore {
  /**
   * One transaction that holds the head of the log: each step is asked until it lacks nothing and sees what the earlier ones
   * wrote. Settles once all of them are durable, with what each has to say. It may be asked again from its beginning.
   */
  write(steps: readonly AuthorityStepAsk[]): Promise<readonly (readonly AuthorityOutput[])[]>
  /** A question on the rows as of one moment, asked until it lacks nothing. */
  read<T extends object>(ask: (view: Lookups) => T | Needs): Promise<T>
  /**
   * A walk over the rows as of one moment: the seed of a lease, a whole copy, the record of a room. Pure, like a step: a
   * store that does not hold everything at hand answers « absent » for what it has not loaded, and walks again with it, until
   * nothing was missing.
   */
  snapshot<T>(walk: (store: Pick<RowStore, 'row' | 'scan'>) => T): Promise<T>
}

/** The rows of the copy of this device: at hand, without waiting. `FileSharing` of a committee's file is one. */
export interface ReplicaStore {
  readonly copy: Pick<RowStore, 'row' | 'scan'>
  /**
   * What the step makes of the copy, in one transaction, durable when it answers with what the step has to say. Refusals:
   * `entity.changed-meanwhile` while an act is under way (asked again at the next tick), `file.disk-full`, `file.read-only`;
   * nothing was written then.
   */
  take(step: (copy: Pick<RowStore, 'row' | 'scan'>) => ReplicaAnswer): Result<readonly ReplicaOutput[]>
}
