import type { Database } from 'better-sqlite3'
import type { RowStore } from '#shared/operations/authority/memoryRows.ts'
import type { Rows, Table } from '#shared/operations/authority/rows.ts'
import { decodeRow, encodeRow } from './rowCodec.ts'

/** The rows of one space of the file. */
export interface SpaceRows extends RowStore {
  /** How many rows of a table. */
  count(table: Table): number
}

/**
 * The rows of a space: `copy`, or `hub/<lease>`. Statements are prepared once; `apply` writes inside the transaction of its
 * caller. A walk goes in order of keys, one statement a step, and sees what is written meanwhile behind its place.
 */
export function spaceRows(database: Database, space: string): SpaceRows {
  const one = database
    .prepare<[string, string, string], Buffer>(
      'SELECT value FROM sync_rows WHERE space = ? AND tab = ? AND key = ?',
    )
    .pluck()
  const upsert = database.prepare(
    `INSERT INTO sync_rows (space, tab, key, value) VALUES (?, ?, ?, ?)
     ON CONFLICT (space, tab, key) DO UPDATE SET value = excluded.value`,
  )
  const remove = database.prepare('DELETE FROM sync_rows WHERE space = ? AND tab = ? AND key = ?')
  const following = database
    .prepare<[string, string, string, number], [string, Buffer]>(
      'SELECT key, value FROM sync_rows WHERE space = ? AND tab = ? AND key > ? ORDER BY key LIMIT ?',
    )
    .raw()
  const count = database
    .prepare<[string, string], number>('SELECT count(*) FROM sync_rows WHERE space = ? AND tab = ?')
    .pluck()
  return {
    row: <T extends Table>(table: T, key: string): Rows[T] | null => {
      const value = one.get(space, table, key)
      return value === undefined ? null : decodeRow(table, value)
    },
    apply: (changes) => {
      for (const { table, key, row } of changes)
        if (row === null) remove.run(space, table, key)
        else upsert.run(space, table, key, encodeRow(table, row))
    },
    *scan<T extends Table>(table: T): Generator<readonly [string, Rows[T]]> {
      for (let last = ''; ; ) {
        const rows = following.all(space, table, last, rowsPerStep)
        for (const [key, value] of rows) {
          yield [key, decodeRow(table, value)]
          last = key
        }
        if (rows.length < rowsPerStep) return
      }
    },
    count: (table) => count.get(space, table) ?? 0,
  }
}

const rowsPerStep = 200
