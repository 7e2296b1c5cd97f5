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
  /** Authority: one entry for each commit of that batch, in its order. */
  verdicts: { readonly log: string; readonly batch: number; readonly entries: readonly Uint8Array[] }
  /** Authority: entries in a row, each with the commit that the reader may read. */
  feed: { readonly log: string; readonly from: number; readonly items: readonly FeedItem[] }
  /** Authority: entries in a row, without commits ([SY19]). */
  receipts: { readonly log: string; readonly from: number; readonly entries: readonly Uint8Array[] }
  /** Device: send what follows `after`, about so many bytes at a time. */
  pull: { readonly log: string; readonly after: number; readonly limitBytes: number }
  /** Authority to a slow reader: there is something up to `head`, pull it when you can. */
  poke: { readonly log: string; readonly head: number }
  /** Authority: its signed statement of where the log stands ([SY15]). */
  checkpoint: { readonly log: string; readonly statement: Uint8Array; readonly signature: Uint8Array }
  /** Either: which chunks of an attachment are here. */
  'blob-have': {
    readonly sizeBytes: number
    /** 32 bytes. */
    readonly sha256: Uint8Array
    /** One bit a chunk of 1 MiB, lowest bit first; bits beyond the last chunk are 0. */
    readonly chunks: Uint8Array
  }
  /** Authority: who is on a channel now. Never in the log. */
  presence: { readonly devices: readonly string[] }
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

export interface FeedItem {
  readonly entry: Uint8Array
  readonly header: Uint8Array
  /** Null where the reader has no right to it, or where it was erased ([SY3], [SY28]). */
  readonly body: Uint8Array | null
  readonly signature: Uint8Array
}

export const byeReasons = [
  'closing',
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
