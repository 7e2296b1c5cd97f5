import type { AuthorityPorts } from '../authority/authorityPorts.ts'
import type { AuthorityOutput } from '../authority/outputs.ts'
import type { BlobRequest, BlobResponse } from '../blobs/blobWire.ts'
import type { SignedCommit } from '../commit.ts'
import type { CommitSigner } from '../commitPorts.ts'
import type { SignedFirstSync } from '../first-sync/firstSyncManifest.ts'
import type { AuthorityStore, PeerChannel } from './exchangePorts.ts'

export interface AuthoritySettings {
  /** Device of the hub, id of the centre: whose key signs the checkpoints. */
  readonly authority: string
  /** Raw Ed25519 key of `authority`, 32 bytes. */
  readonly publicKey: Uint8Array
  readonly store: AuthorityStore
  readonly ports: AuthorityPorts & CommitSigner
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  nowMs(): number
  tell(event: AuthorityEvent): void
  /** A room tells everybody who is there; a centre tells nobody. */
  readonly tellsPresence: boolean
  /** Devices that may succeed this hub, in order; none at a centre [SY19]. */
  readonly successors: readonly string[]
  /** Attachments: `answerBlobRequest` with this host's store and rights. Absent: there are none here. */
  readonly blobs?: (request: BlobRequest, device: string) => Promise<BlobResponse>
  /** First copies in chunks, made by the host. Absent: copies are small here and sent whole (`copy`). */
  readonly firstSync?: FirstSyncSource
}

export interface FirstSyncSource {
  manifests(reader: AdmittedPeer): Promise<readonly SignedFirstSync[]>
  /** Null: no such chunk for this reader. @param sha256 as its manifest writes it. */
  chunk(reader: AdmittedPeer, sha256: string): Promise<Uint8Array | null>
}

/** Proven by the opening of the channel, never by a payload. */
export interface AdmittedPeer {
  readonly user: string
  readonly device: string
}

export interface PeerView extends AdmittedPeer {
  /** Last place of the log that this device said it holds for good; null while it said nothing. */
  readonly heldG: number | null
  readonly isSuccessor: boolean
  /** Milliseconds, by `nowMs`. */
  readonly sinceMs: number
  readonly lastHeardMs: number
}

export type AuthorityEvent =
  | { readonly kind: 'peers'; readonly peers: readonly PeerView[] }
  /** What the core said, once it is durable, in order: entries, incidents, other histories. */
  | { readonly kind: 'ordered'; readonly outputs: readonly AuthorityOutput[] }
  /** A peer broke the rules of the conversation: its channel is shut, nothing was taken. */
  | { readonly kind: 'misbehaved'; readonly device: string; readonly what: string }
  /** The store failed (disk full, lost database): the channels concerned were told `busy`, nothing was lost. */
  | { readonly kind: 'store-failed'; readonly error: unknown }
  /** A hub brought its room back, or a device told what it holds of a voided one. */
  | { readonly kind: 'returned'; readonly lease: string; readonly device: string; readonly voided: boolean }

/** Serves one log, hub and centre alike. */
export interface AuthorityExchange {
  admit(channel: PeerChannel, who: AdmittedPeer): void
  /** Another process wrote to this log: look at its head. */
  appended(): void
  /** Commits that came by another way: signed by this host itself, from a bundle. Settles when they are durable and ordered. */
  receive(commits: readonly SignedCommit[]): Promise<readonly (readonly AuthorityOutput[])[]>
  peers(): readonly PeerView[]
  /** [SY21] Ends a voided lease with the longest run that the devices told of. */
  endVoided(lease: string): Promise<readonly AuthorityOutput[]>
  /** To be called about once a second. */
  tick(): void
  /** Says good-bye to everybody. */
  close(): void
}
