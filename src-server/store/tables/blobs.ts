import type { SqlReader, SqlWriter } from '../sqlDatabase.ts'
import { bytesOf } from './bytesOf.ts'

/** What is known of an attachment; its bytes lie in a folder or an object store. */
export interface StoredBlob {
  /** SHA-256 of the content. */
  readonly blob: Uint8Array
  readonly sizeBytes: number
  /** SHA-256 of each chunk, one after the other. */
  readonly chunks: Uint8Array
  readonly completeAtMs: number | null
}

/** Makes an attachment known. Doing it again changes nothing; answers whether it is new. */
export async function announceBlob(
  writer: SqlWriter,
  organisation: string,
  blob: Omit<StoredBlob, 'completeAtMs'>,
  nowMs: number,
): Promise<boolean> {
  const added = await writer.run(
    `INSERT INTO blobs (organisation, blob, size_bytes, chunks, made_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    organisation,
    blob.blob,
    blob.sizeBytes,
    blob.chunks,
    nowMs,
  )
  return added === 1
}

export async function completeBlob(
  writer: SqlWriter,
  organisation: string,
  blob: Uint8Array,
  nowMs: number,
): Promise<void> {
  await writer.run(
    'UPDATE blobs SET complete_at = ? WHERE organisation = ? AND blob = ? AND complete_at IS NULL',
    nowMs,
    organisation,
    blob,
  )
}

export async function readBlob(
  reader: SqlReader,
  organisation: string,
  blob: Uint8Array,
): Promise<StoredBlob | null> {
  const row = await reader.one<{
    readonly size_bytes: number
    readonly chunks: Uint8Array
    readonly complete_at: number | null
  }>(
    'SELECT size_bytes, chunks, complete_at FROM blobs WHERE organisation = ? AND blob = ?',
    organisation,
    blob,
  )
  return (
    row && { blob, sizeBytes: row.size_bytes, chunks: bytesOf(row.chunks), completeAtMs: row.complete_at }
  )
}
