import { type Entry, entryBytes } from '#shared/operations/authority/entry.ts'
import type { EntryRecord, VisibilityEffect } from '#shared/operations/authority/records.ts'
import { utf8Decode } from '#shared/operations/commitUtf8.ts'
import type { SqlReader } from '../sqlDatabase.ts'
import { bytesOf } from '../tables/bytesOf.ts'
import type { LogPlace } from '../tables/logHeads.ts'
import { digestOf } from './commitRows.ts'
import { questions, slices } from './manyRows.ts'
import { neverRemoved, type RowTable } from './rowTable.ts'

/** Entries are added, never changed: a second one at one place is refused by the database (SV3). */
export const entryRows: RowTable<'entry'> = {
  async read(reader, { organisation, log }, places) {
    const found = new Map<number, EntryRecord>()
    for (const some of questions(places)) {
      const rows = await reader.all<EntryRow>(
        `SELECT g, entry, receipt, effects FROM entries
         WHERE organisation = ? AND log = ? AND g IN (${some.map(() => '?').join(', ')})`,
        organisation,
        log,
        ...some.map(Number),
      )
      for (const row of rows) found.set(row.g, entryOf(row))
    }
    return places.map((place) => found.get(Number(place)) ?? null)
  },
  async write(writer, { organisation, log }, changes) {
    for (const some of slices(changes))
      await writer.run(
        `INSERT INTO entries (organisation, log, g, commit_id, verdict, entry, receipt, effects)
         VALUES ${some.map(() => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
        ...some.flatMap((change) => {
          const { entry, r, effects } = neverRemoved(change)
          const cid = digestOf(entry.cid)
          return [
            organisation,
            log,
            entry.g,
            cid,
            entry.verdict,
            entryBytes(entry),
            r,
            JSON.stringify(effects),
          ]
        }),
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
    `SELECT g, entry, receipt, effects FROM entries
     WHERE organisation = ? AND log = ? AND g > ? ORDER BY g LIMIT ?`,
    organisation,
    log,
    g,
    limit,
  )
  return rows.map(entryOf)
}

interface EntryRow {
  readonly g: number
  readonly entry: Uint8Array
  readonly receipt: Uint8Array
  readonly effects: string
}

const entryOf = (row: EntryRow): EntryRecord => ({
  entry: JSON.parse(utf8Decode(bytesOf(row.entry)) ?? '') as Entry,
  r: bytesOf(row.receipt),
  effects: JSON.parse(row.effects) as readonly VisibilityEffect[],
})
