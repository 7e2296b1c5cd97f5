import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { CommitDigest, CommitSigner } from '#shared/operations/commitPorts.ts'
import {
  type FirstSyncChunk,
  type FirstSyncManifest,
  nextContentDigest,
  type SignedFirstSync,
  signFirstSync,
} from '#shared/operations/first-sync/firstSyncManifest.ts'
import { nothingRead } from '#shared/operations/first-sync/firstSyncReading.ts'
import { sliceRows } from '#shared/operations/first-sync/sliceRows.ts'

/**
 * The first copy of one scope, chunk by chunk to `keep`, then its signed manifest. `rows` and the place of the log must
 * be read in one read transaction: the state of another instant than its `g` loses operations for ever.
 */
export function writeFirstSync(
  about: Omit<FirstSyncManifest, 'rows' | 'digest' | 'chunks'>,
  rows: Iterable<Json>,
  keep: (index: number, bytes: Uint8Array) => void,
  ports: CommitDigest & CommitSigner,
): SignedFirstSync {
  const chunks: FirstSyncChunk[] = []
  let { digest } = nothingRead
  for (const { content, rows: count } of sliceRows(rows)) {
    const bytes = gzipSync(content)
    keep(chunks.length, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('base64url')
    chunks.push({ sha256, bytes: bytes.length, rows: count })
    digest = nextContentDigest(digest, content, ports)
  }
  const total = chunks.reduce((sum, chunk) => sum + chunk.rows, 0)
  return signFirstSync(
    { ...about, rows: total, digest: Buffer.from(digest).toString('base64url'), chunks },
    ports,
  )
}
