import type { Clock, Randomness } from '#shared/kernel/clock.ts'
import type { CommitDigest, CommitVerifier } from '#shared/operations/commitPorts.ts'
import type { JudgePorts } from '#shared/operations/judge/judgePorts.ts'
import type { UseCaseContext } from '#shared/usecases/ports.ts'
import type { Timers } from '../adapters/network/networkPorts.ts'

/** What the sharing of a file asks of its host. */
export interface SyncPorts {
  readonly clock: Clock
  readonly randomness: Randomness
  readonly timers: Timers
  readonly crypto: CommitDigest & CommitVerifier
  /** The facts of a closing are of the use cases [SY13]. */
  readonly judge: JudgePorts
  /** Build of the application. */
  readonly app: string
  /** As people know this laptop. */
  readonly deviceName: string
  /** Page of the guests, laid out by the build. */
  readonly guestPageFolder: string
  /** Where what comes of an attachment waits until it is whole. */
  readonly piecesFolder: string
  /** By what this machine may be reached, as one text: another text, another network. */
  addresses(): string
}

/** What happened, for whoever shows the file. */
export type SyncEvent =
  /** The counters, the line, the room: `state()` says something else. */
  | { readonly kind: 'state' }
  /** Something came from elsewhere: what is shown is to be read again. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'room' }
  /** The mandates of this person changed, and with them what he may see. */
  | { readonly kind: 'self' }

export interface EngineHost {
  readonly ports: SyncPorts
  tell(event: SyncEvent): void
  /** The file through the eyes of a member, for a guest. */
  guestContext(memberId: string): UseCaseContext | null
}
