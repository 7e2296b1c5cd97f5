import type { Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { base64UrlEncode } from '../commitBase64Url.ts'
import type { CommitDigest } from '../commitPorts.ts'
import { utf8Decode } from '../commitUtf8.ts'
import { type FirstSyncManifest, maxChunkContentBytes, nextContentDigest } from './firstSyncManifest.ts'

/** How far one scope is read. Kept in the same transaction as the rows it counts [FS3]. */
export interface FirstSyncProgress {
  /** Chunks taken: the next one has this index. */
  readonly chunks: number
  readonly rows: number
  /** Chain of the contents so far, 32 bytes. */
  readonly digest: Uint8Array
}

export const nothingRead: FirstSyncProgress = { chunks: 0, rows: 0, digest: new Uint8Array(32) }

/** Before it is opened: refuses `first-sync.altered` for any bytes but those of the next chunk. */
export function checkChunk(
  manifest: FirstSyncManifest,
  progress: FirstSyncProgress,
  bytes: Uint8Array,
  { sha256 }: CommitDigest,
): Result<null> {
  const chunk = manifest.chunks[progress.chunks]
  const isIt =
    chunk !== undefined && bytes.length === chunk.bytes && base64UrlEncode(sha256(bytes)) === chunk.sha256
  return isIt ? ok(null) : altered(manifest, progress)
}

/** Once opened: its rows, and how far this leads. Refuses `first-sync.altered`. */
export function readChunk(
  manifest: FirstSyncManifest,
  progress: FirstSyncProgress,
  content: Uint8Array,
  ports: CommitDigest,
): Result<{ readonly rows: readonly Json[]; readonly progress: FirstSyncProgress }> {
  const chunk = manifest.chunks[progress.chunks]
  const rows = content.length > maxChunkContentBytes ? undefined : linesOf(content)
  if (rows === undefined || rows.length !== chunk?.rows) return altered(manifest, progress)
  const after = {
    chunks: progress.chunks + 1,
    rows: progress.rows + rows.length,
    digest: nextContentDigest(progress.digest, content, ports),
  }
  return ok({ rows, progress: after })
}

/** At the end: refuses `first-sync.incomplete` while chunks are missing, `first-sync.altered` on another count or digest. */
export function checkWhole(manifest: FirstSyncManifest, progress: FirstSyncProgress): Result<null> {
  if (progress.chunks < manifest.chunks.length)
    return refuse('first-sync.incomplete', { scope: manifest.scope })
  const isWhole = progress.rows === manifest.rows && base64UrlEncode(progress.digest) === manifest.digest
  return isWhole ? ok(null) : altered(manifest, progress)
}

/** One JSON value a line, each ended by a line break; undefined otherwise. */
function linesOf(content: Uint8Array): readonly Json[] | undefined {
  const text = utf8Decode(content)
  if (text === undefined || !text.endsWith('\n')) return undefined
  try {
    return text
      .slice(0, -1)
      .split('\n')
      .map((line) => JSON.parse(line) as Json)
  } catch {
    return undefined
  }
}

const altered = ({ scope }: FirstSyncManifest, { chunks }: FirstSyncProgress) =>
  refuse('first-sync.altered', { scope, chunk: chunks })
