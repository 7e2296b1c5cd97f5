import type { Json } from '#shared/kernel/canonicalJson.ts'

/**
 * One signed commit: the verbatim bytes that are stored, sent and verified. Nothing is ever re-serialised.
 * Format: `docs/file-format.md` §5 (commit format 1).
 */
export interface SignedCommit {
  /** UTF-8 JSON of a {@link CommitHeader}. */
  readonly header: Uint8Array
  /** UTF-8 JSON of a {@link CommitBody}; its SHA-256 is `bh` of the header. */
  readonly body: Uint8Array
  /** Ed25519 over `commitSignaturePrefix ‖ header`, 64 bytes. */
  readonly signature: Uint8Array
  /** SHA-256 of the header, 32 bytes. */
  readonly id: Uint8Array
}

/** Keys are short because every commit carries them for ever. */
export interface CommitHeader {
  /** Commit format. */
  readonly v: 1
  /** Organisation: the id of the file, until a server gives one. */
  readonly org: string
  readonly dev: string
  /** 1 for the first commit of the device, then without a gap. */
  readonly seq: number
  /** base64url of SHA-256 of the previous header of the device; null for its first. */
  readonly prev: string | null
  readonly hlc: HybridTime
  readonly usr: string
  readonly scope: string
  /** Authority log that the device follows; null while there is none. */
  readonly follow: FollowedLog | null
  /** Position of that log that the device had seen; null while there is none, and always null when `follow` is. */
  readonly base: LogPosition | null
  /** Version of the operation schemas that the author used. */
  readonly sv: number
  /** Build of the application that signed. */
  readonly app: string
  /** Number of operations in the body. */
  readonly n: number
  /** base64url of SHA-256 of the body. */
  readonly bh: string
}

export interface FollowedLog {
  readonly log: string
  /** Restore counter of a centre, succession of a hub: from 0. */
  readonly epoch: number
}

export interface LogPosition {
  /** Entries of the log that were seen: 0 for none. */
  readonly g: number
  /** base64url of the receipt r_g, 32 bytes. */
  readonly r: string
}

/** [milliseconds since 1970-01-01T00:00:00Z, counter within them]. Display and pending order only, never legal order. */
export type HybridTime = readonly [ms: number, counter: number]

export interface CommitBody {
  /** base64url of 16 random bytes: nobody guesses a mark from the hash of its body. */
  readonly salt: string
  readonly ops: readonly CommittedOperation[]
}

export interface CommittedOperation {
  /** UUIDv7. */
  readonly id: string
  /** Kind and its version, `sheet.mark@1`. */
  readonly k: string
  /** Aggregate it touches, `<kind>/<id>`. */
  readonly e: string
  /** Version of the aggregate that the author saw [SY29]. */
  readonly x?: number
  /** Member on whose behalf the author acted. */
  readonly ob?: string
  /** Refused commit that this operation says again, base64url of its identifier [SY25]. */
  readonly re?: string
  readonly d: Json
}

export const commitFormat = 1
export const commitSignaturePrefix = 'delibere/commit/1\0'
export const maxOperationsPerCommit = 500
/** Header, body and signature together. */
export const maxCommitBytes = 256 * 1024
