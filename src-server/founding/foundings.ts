import type { FirstSyncProgress } from '#shared/operations/first-sync/firstSyncReading.ts'
import type { SqlReader, SqlWriter } from '../store/sqlDatabase.ts'
import { bytesOf } from '../store/tables/bytesOf.ts'

/** A file that is being brought, or was: how far it is taken. */
export interface StoredFounding {
  readonly device: string
  readonly manifest: Uint8Array
  readonly signature: Uint8Array
  readonly progress: FirstSyncProgress
  /** `adoptionRank` of the last aggregate that was taken. */
  readonly lastRank: number
  /** Candidatures that were reunited with another. */
  readonly duplicates: readonly string[]
  readonly foundedAtMs: number | null
}

export async function readFounding(reader: SqlReader, organisation: string): Promise<StoredFounding | null> {
  const row = await reader.one<FoundingRow>('SELECT * FROM foundings WHERE organisation = ?', organisation)
  return (
    row && {
      device: row.device,
      manifest: bytesOf(row.manifest),
      signature: bytesOf(row.signature),
      progress: { chunks: row.chunks, rows: row.rows_taken, digest: bytesOf(row.digest) },
      lastRank: row.last_rank,
      duplicates: JSON.parse(row.duplicates) as readonly string[],
      foundedAtMs: row.founded_at,
    }
  )
}

export async function writeFounding(
  writer: SqlWriter,
  organisation: string,
  { device, manifest, signature, progress, lastRank, duplicates, foundedAtMs }: StoredFounding,
): Promise<void> {
  await writer.run('DELETE FROM foundings WHERE organisation = ?', organisation)
  await writer.run(
    `INSERT INTO foundings (organisation, device, manifest, signature, chunks, rows_taken, digest, last_rank,
       duplicates, founded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    organisation,
    device,
    manifest,
    signature,
    progress.chunks,
    progress.rows,
    progress.digest,
    lastRank,
    JSON.stringify(duplicates),
    foundedAtMs,
  )
}

interface FoundingRow {
  readonly device: string
  readonly manifest: Uint8Array
  readonly signature: Uint8Array
  readonly chunks: number
  readonly rows_taken: number
  readonly digest: Uint8Array
  readonly last_rank: number
  readonly duplicates: string
  readonly founded_at: number | null
}
