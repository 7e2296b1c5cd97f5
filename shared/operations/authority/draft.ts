import { type Lookups, missing, type RowChange, type RowKey, type Rows, type Table } from './rows.ts'

/**
 * What would be written over what is there: reads see earlier writes. A row that was not loaded is noted in `lacking`
 * and answered as absent; whoever reads through a draft that lacks something throws the draft away and asks for the rows.
 */
export interface Draft extends Lookups {
  row<T extends Table>(table: T, key: string): Rows[T] | null
  put<T extends Table>(table: T, key: string, row: Rows[T] | null): void
  /** Rows read and not loaded. */
  lacking(): readonly RowKey[]
  /** Last write of each row, in the order of first writes. */
  changes(): readonly RowChange[]
}

export function openDraft(below: Lookups): Draft {
  const changes: RowChange[] = []
  // By table, then by key: where each stands in `changes`. A row is read ten times for each time that it is written.
  const written = new Map<Table, Map<string, number>>()
  const lacking = new Map<string, RowKey>()
  return {
    row<T extends Table>(table: T, key: string): Rows[T] | null {
      const at = written.get(table)?.get(key)
      if (at !== undefined) return changes[at]?.row as Rows[T] | null
      const row = below.row(table, key)
      if (row !== missing) return row
      lacking.set(`${table} ${key}`, { table, key })
      return null
    },
    put(table, key, row) {
      const places = written.get(table) ?? new Map<string, number>()
      written.set(table, places)
      const at = places.get(key) ?? changes.length
      places.set(key, at)
      // The table fixes the type of the row; a union of changes cannot be built from a type parameter.
      changes[at] = { table, key, row } as RowChange
    },
    lacking: () => [...lacking.values()],
    changes: () => [...changes],
  }
}
