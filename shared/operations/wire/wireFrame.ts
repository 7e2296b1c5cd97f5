import type { AskKind, AskRefusal } from './asks.ts'

/**
 * What two machines say to one another on a channel `delibere.sync.v1`, room and centre alike. Bytes of commits, entries
 * and checkpoints are carried as they were signed, never written anew. Format: `docs/sync-wire.md`.
 */
export interface WireContents {
  /** Authority, first word on a channel: what the device must sign. */
  challenge: {
    readonly log: string
    /** How often the authority was restored from an older state ([SY17]). */
    readonly restores: number
    /** 32 bytes, fresh. */
    readonly nonce: Uint8Array
  }
  /** Device: who it is, and the proof that it holds its key. */
  hello: {
    readonly device: string
    /** Last place of the log that it holds for good; 0 for none. */
    readonly cursor: number
    readonly schemas: SchemaRange
    /** Build of the application, for the diary of the authority. */
    readonly app: string
    /** 32 bytes, fresh. */
    readonly nonce: Uint8Array
    /** SHA-256 chained up to `cursor`, 32 bytes; null when `cursor` is 0. */
    readonly receipt: Uint8Array | null
    /** Ed25519, 64 bytes, over `channelProofText`. */
    readonly proof: Uint8Array
  }
  /** Authority: the device is known; what it knows of it, and its own proof. */
  welcome: {
    readonly authority: string
    /** Last place of the log. */
    readonly head: number
    /** Last `seq` of the device that the authority received: higher than its own, the device was restored. */
    readonly knownSeq: number
    readonly schemas: SchemaRange
    readonly proof: Uint8Array
  }
  /** Device: commits in the order of its chain. */
  push: { readonly batch: number; readonly commits: readonly WholeCommit[] }
  /** Authority: one answer for each commit of that batch, in its order. */
  verdicts: { readonly log: string; readonly batch: number; readonly answers: readonly PushAnswer[] }
  /** Authority: one `Feed`, whole or one of its parts; see `exchange/feedParcel.ts`. */
  feed: PartOf & {
    readonly log: string
    readonly epoch: number
    /** The reader held the log up to here. */
    readonly after: number
    /** Up to here it is told, without a hole. */
    readonly upTo: number
    /** Where the log stands. */
    readonly head: number
    /** Answers a `pull`; otherwise it is news. */
    readonly pulled: boolean
  }
  /**
   * Device: send what follows `after`, about so many bytes; `whole`: its own commits too, which it does not hold any more. Always
   * answered by one `feed`, without entries if need be.
   */
  pull: {
    readonly log: string
    readonly after: number
    readonly limitBytes: number
    readonly whole: boolean
  }
  /** Authority to a slow reader: there is something up to `head`, pull it when you can. */
  poke: { readonly log: string; readonly head: number }
  /** Device: it holds the log up to here for good, with a checkpoint that vouches for it ([SY19]). */
  held: { readonly log: string; readonly g: number }
  /** Device: a question. `id` is its own, never used twice on a channel. */
  ask: PartOf & { readonly id: number; readonly what: AskKind }
  /** Authority: the answer, whole or one of its parts; a refused one has no part. */
  answer: PartOf & { readonly id: number; readonly refusal: AskRefusal | null }
  /** Authority: who is on a channel now, and where a room is found, its hub and those that may succeed it. Never in the log. */
  presence: { readonly devices: readonly string[]; readonly ways: readonly RoomWay[] }
  /** Either: last word before the channel is shut. */
  bye: { readonly reason: ByeReason; readonly retryAfterMs: number | null }
}

export type WireType = keyof WireContents

/** One message, by its `type`. */
export type WireFrame = { readonly [T in WireType]: { readonly type: T } & WireContents[T] }[WireType]

export type FrameOf<T extends WireType> = Extract<WireFrame, { readonly type: T }>

/** Lowest and highest version of the operation schemas that this side writes and reads. */
export type SchemaRange = readonly [min: number, max: number]

export interface WholeCommit {
  readonly header: Uint8Array
  readonly body: Uint8Array
  /** 64 bytes. */
  readonly signature: Uint8Array
}

/** Where a device orders a room, or would if it took it over: enough to reach it without anybody who types. */
export interface RoomWay {
  readonly device: string
  /** The best first, at most {@link maxWayAddresses}. */
  readonly addresses: readonly string[]
  readonly port: number
  /** Its pin: base64url of the SHA-256 of the SubjectPublicKeyInfo that it shows. */
  readonly fingerprint: string
}

export const maxWayAddresses = 16

/** A parcel is cut into parts, one frame each, in order; slices put end to end are its bytes (`exchange/parcel.ts`). */
export interface PartOf {
  /** From 0. */
  readonly part: number
  /** At least 1. */
  readonly parts: number
  readonly slices: readonly Uint8Array[]
}

/** What became of one commit of a push. */
export type PushAnswer =
  /** Ordered now, at this place of the log: what was said of it comes with the log. */
  | { readonly is: 'entry'; readonly g: number }
  /** Received before; `g` null: not ordered here (yet). */
  | { readonly is: 'duplicate'; readonly verdict: string | null; readonly g: number | null }
  /** `expectedSeq` of its device is the first that is missing. */
  | { readonly is: 'waiting'; readonly expectedSeq: number }
  /** Nothing is kept of it. */
  | { readonly is: 'turned-away'; readonly code: string }
  /** A hub keeps it for the centre. */
  | { readonly is: 'carried' }

export const byeReasons = [
  'closing',
  // A room that is closed for good: there is nothing to come back to.
  'over',
  'malformed',
  'too-large',
  'unknown-device',
  'proof-refused',
  'revoked',
  'replaced',
  'busy',
] as const
export type ByeReason = (typeof byeReasons)[number]

/** WebSocket subprotocol and first segment of the addresses of the fallback. */
export const wireProtocol = 'delibere.sync.v1'
