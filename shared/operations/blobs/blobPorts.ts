import type { Result } from '#shared/kernel/result.ts'
import type { BlobManifest } from './blobManifest.ts'
import type { ChunkMap } from './chunkMap.ts'

/**
 * Where blobs lie: a folder of this machine, an object store. Small on purpose; every adapter passes the same suite
 * (`tests/blobs/blobStoreContract.ts`). Refusals of every method: `file.disk-full`, `file.read-only`, `file.missing`.
 */
export interface BlobStore {
  /** The manifest of a blob that lies here whole; null while it does not, however much of it is here. */
  whole(sha256: string): Promise<Result<BlobManifest | null>>
  /** Opens the reception that this manifest describes, or takes it up again after any cut. */
  receive(manifest: BlobManifest): Promise<Result<Reception>>
  /** What a reception holds; null when it was never opened, or was found false. */
  reception(sha256: string, transfer: string): Promise<Result<Reception | null>>
  /**
   * Keeps one chunk, checked against its digest; with the last one the whole is read back, checked, then published.
   * Refuses `blob.absent` (no such reception), `blob.malformed` (no such chunk), `blob.altered` with `part` `chunk`
   * (nothing changed) or `whole` (the manifest is false: the reception is gone).
   */
  putChunk(sha256: string, transfer: string, index: number, bytes: Uint8Array): Promise<Result<Reception>>
  /** Of a whole blob only. Refuses `blob.absent`, `blob.malformed` (no such chunk), `blob.altered` (it rotted here). */
  chunk(sha256: string, index: number): Promise<Result<Uint8Array>>
  /** Drops the blob and its receptions: an erasure, or what rotted and must be fetched again. Harmless when absent. */
  discard(sha256: string): Promise<Result<null>>
}

export interface Reception {
  /** `transferOf` its manifest. */
  readonly transfer: string
  readonly held: ChunkMap
  readonly whole: boolean
}

/** Who may move which bytes [BL8]: asked of the log at each request, never remembered. */
export interface BlobRights {
  /** Whether a commit of this device cites the digest. */
  mayUpload(device: string, sha256: string): boolean | Promise<boolean>
  /** Whether an accepted operation that this device may read cites the digest. */
  mayDownload(device: string, sha256: string): boolean | Promise<boolean>
}

/**
 * One other machine that may hold the blob: the hub of the room, the centre. Every refusal and exception is a cut. A
 * request always ends: the transport gives up one that is too slow.
 */
export interface BlobSource {
  readonly name: string
  /** Null when it does not hold the blob, or will not say. */
  manifest(sha256: string): Promise<BlobManifest | null>
  chunk(sha256: string, index: number): Promise<Uint8Array>
}
