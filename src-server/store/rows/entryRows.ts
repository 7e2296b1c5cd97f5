import { type Entry, entryBytes } from '#shared/operations/authority/entry.ts'
import type { EntryRecord, VisibilityEffect } from '#shared/operations/authority/records.ts'
import { utf8Decode } from '#shared/operations/commitUtf8.ts'
import type { SqlReader } from '../sqlDatabase.ts'
import { bytesOf } from '../tables/bytesOf.ts'
import type { LogPlace } from '../tables/logHeads.ts'
import { digestOf } from './commitRows.ts'
import { neverRemoved, type RowTable } from './rowTable.ts'

/** Entries are added, never changed: a second one at one place is refused by the database (SV3). */
export const entryRows: RowTable<'entry'> = {
  async read(reader, { organisation, log }, g) {
    const row = await reader.one<EntryRow>(
      'SELECT entry, receipt, effects FROM entries WHERE organisation = ? AND log = ? AND g = ?',
      organisation,
      log,
      Number(g),
    )
    return row && entryOf(row)
  },
  async write(writer, { organisation, log }, _key, row) {
    neverRemoved(row)
    const { entry } = row
    await writer.run(
      `INSERT INTO entries (organisation, log, g, commit_id, verdict, entry, receipt, effects)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      organisation,
      log,
      entry.g,
      digestOf(entry.cid),
      entry.verdict,
      entryBytes(entry),
      row.r,
      JSON.stringify(row.effects),
    )
  },
}

/** Entries after `g`, in order, at most `limit`. */
export async function entriesAfter(
  reader: SqlReader,
  { organisation, log }: LogPlace,
  g: number,
  limit: number,
): Promise<readonly EntryRecord[]> {
  const rows = await reader.all<EntryRow>(
    `SELECT entry, receipt, effects FROM entries WHERE organisation = ? AND log = ? AND g > ? ORDER BY g LIMIT ?`,
    organisation,
    log,
    g,
    limit,
  )
  return rows.map(entryOf)
}

interface EntryRow {
  readonly entry: Uint8Array
  readonly receipt: Uint8Array
  readonly effects: string
}

const entryOf = (row: EntryRow): EntryRecord => ({
  entry: JSON.parse(utf8Decode(bytesOf(row.entry)) ?? '') as Entry,
  r: bytesOf(row.receipt),
  effects: JSON.parse(row.effects) as readonly VisibilityEffect[],
})
