import type { SqlReader, SqlWriter } from '../store/sqlDatabase.ts'
import { bytesOf } from '../store/tables/bytesOf.ts'

/** A first copy that was made for somebody. */
export interface StoredCopy {
  readonly copy: string
  readonly user: string
  /** As `sightOf` told them when it was made. */
  readonly mandates: string
  readonly g: number
  readonly manifest: Uint8Array
  readonly signature: Uint8Array
  readonly sizeBytes: number
  readonly expiresAtMs: number
}

/** The last one that has not expired. */
export async function freshCopy(
  reader: SqlReader,
  organisation: string,
  user: string,
  nowMs: number,
): Promise<StoredCopy | null> {
  const row = await reader.one<CopyRow>(
    `SELECT copy, user_id, mandates, g, manifest, signature, size_bytes, expires_at FROM first_copies
     WHERE organisation = ? AND user_id = ? AND expires_at > ? ORDER BY expires_at DESC LIMIT 1`,
    organisation,
    user,
    nowMs,
  )
  return (
    row && {
      copy: row.copy,
      user: row.user_id,
      mandates: row.mandates,
      g: row.g,
      manifest: bytesOf(row.manifest),
      signature: bytesOf(row.signature),
      sizeBytes: row.size_bytes,
      expiresAtMs: row.expires_at,
    }
  )
}

export const keepChunk = (
  writer: SqlWriter,
  organisation: string,
  copy: string,
  n: number,
  bytes: Uint8Array,
  nowMs: number,
): Promise<number> =>
  writer.run(
    'INSERT INTO first_copy_chunks (organisation, copy, n, made_at, bytes) VALUES (?, ?, ?, ?, ?)',
    organisation,
    copy,
    n,
    nowMs,
    bytes,
  )

export const keepCopy = (writer: SqlWriter, organisation: string, copy: StoredCopy): Promise<number> =>
  writer.run(
    `INSERT INTO first_copies (organisation, copy, user_id, mandates, g, manifest, signature, size_bytes, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    organisation,
    copy.copy,
    copy.user,
    copy.mandates,
    copy.g,
    copy.manifest,
    copy.signature,
    copy.sizeBytes,
    copy.expiresAtMs,
  )

/** Drops what expired, what was replaced, what a process left unfinished, then the oldest beyond the room there is. */
export async function forgetCopies(writer: SqlWriter, organisation: string, nowMs: number): Promise<void> {
  const all = await writer.all<{
    readonly copy: string
    readonly user_id: string
    readonly size_bytes: number
    readonly expires_at: number
  }>(
    'SELECT copy, user_id, size_bytes, expires_at FROM first_copies WHERE organisation = ? ORDER BY expires_at DESC',
    organisation,
  )
  const users = new Set<string>()
  let room = mostBytes
  for (const { copy, user_id, size_bytes, expires_at } of all) {
    room -= size_bytes
    // The newest is what was just made: it is given, however large.
    const isKept = expires_at > nowMs && !users.has(user_id) && (room >= 0 || users.size === 0)
    users.add(user_id)
    if (isKept) continue
    await writer.run('DELETE FROM first_copies WHERE organisation = ? AND copy = ?', organisation, copy)
  }
  await writer.run(
    `DELETE FROM first_copy_chunks WHERE organisation = ? AND made_at <= ?
     AND copy NOT IN (SELECT copy FROM first_copies WHERE organisation = ?)`,
    organisation,
    nowMs - longestMakingMs,
    organisation,
  )
}

interface CopyRow {
  readonly copy: string
  readonly user_id: string
  readonly mandates: string
  readonly g: number
  readonly manifest: Uint8Array
  readonly signature: Uint8Array
  readonly size_bytes: number
  readonly expires_at: number
}

/** Six hours: a night train with a cut line. */
export const copyLastsMs = 6 * 3600 * 1000
const longestMakingMs = 3600 * 1000
const mostBytes = 1024 * 1024 * 1024
