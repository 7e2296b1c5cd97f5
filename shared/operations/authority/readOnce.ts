import { type Lookups, missing, type Rows, type Table } from './rows.ts'

/**
 * The same rows, each looked up once: for one step, over a store that decodes a row each time that it is asked for it. What
 * is under it stands still meanwhile.
 */
export function readOnce(below: Lookups): Lookups {
  const tables = new Map<Table, Map<string, Rows[Table] | null>>()
  return {
    row<T extends Table>(table: T, key: string) {
      const rows = tables.get(table) ?? new Map<string, Rows[Table] | null>()
      tables.set(table, rows)
      const known = rows.get(key)
      if (known !== undefined) return known as Rows[T] | null
      const row = below.row(table, key)
      if (row !== missing) rows.set(key, row)
      return row
    },
  }
}
