import type { SqlReader, SqlWriter } from '../sqlDatabase.ts'
import { bytesOf } from './bytesOf.ts'
import { type LogPlace, moveLogHead } from './logHeads.ts'

/** What an authority answered for one commit, at its place in a log (SY15). */
export interface StoredEntry {
  readonly g: number
  readonly commitId: Uint8Array
  readonly scope: string
  readonly verdict: string
  /** The entry as its receipt digests it, verbatim. */
  readonly entry: Uint8Array
  readonly receipt: Uint8Array
}

/**
 * Appends one entry just after the head, and moves the head. The commit is kept already.
 * @throws when the commit has its verdict already (SY5): the caller asks {@link entryOfCommit} first.
 */
export async function appendEntry(writer: SqlWriter, place: LogPlace, entry: StoredEntry): Promise<void> {
  await moveLogHead(writer, place, entry)
  await writer.run(
    `INSERT INTO entries (organisation, log, g, commit_id, scope, verdict, entry, receipt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    place.organisation,
    place.log,
    entry.g,
    entry.commitId,
    entry.scope,
    entry.verdict,
    entry.entry,
    entry.receipt,
  )
}

/** Entries after `g`, in order, at most `limit`. */
export async function entriesAfter(
  reader: SqlReader,
  { organisation, log }: LogPlace,
  g: number,
  limit: number,
): Promise<readonly StoredEntry[]> {
  const rows = await reader.all<EntryRow>(
    `SELECT ${columns} FROM entries WHERE organisation = ? AND log = ? AND g > ? ORDER BY g LIMIT ?`,
    organisation,
    log,
    g,
    limit,
  )
  return rows.map(entryOf)
}

/** The last answer that a commit had in a log: its verdict, else its deferral, else null. */
export async function entryOfCommit(
  reader: SqlReader,
  { organisation, log }: LogPlace,
  commitId: Uint8Array,
): Promise<StoredEntry | null> {
  const row = await reader.one<EntryRow>(
    `SELECT ${columns} FROM entries WHERE organisation = ? AND log = ? AND commit_id = ? ORDER BY g DESC LIMIT 1`,
    organisation,
    log,
    commitId,
  )
  return row === null ? null : entryOf(row)
}

const columns = 'g, commit_id, scope, verdict, entry, receipt'

interface EntryRow {
  readonly g: number
  readonly commit_id: Uint8Array
  readonly scope: string
  readonly verdict: string
  readonly entry: Uint8Array
  readonly receipt: Uint8Array
}

const entryOf = (row: EntryRow): StoredEntry => ({
  g: row.g,
  commitId: bytesOf(row.commit_id),
  scope: row.scope,
  verdict: row.verdict,
  entry: bytesOf(row.entry),
  receipt: bytesOf(row.receipt),
})
