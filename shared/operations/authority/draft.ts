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
  const written = new Map<string, RowChange>()
  const lacking = new Map<string, RowKey>()
  const write = (change: RowChange): void => {
    written.set(`${change.table} ${change.key}`, change)
  }
  return {
    row<T extends Table>(table: T, key: string): Rows[T] | null {
      const place = `${table} ${key}`
      const change = written.get(place)
      if (change !== undefined) return change.row as Rows[T] | null
      const row = below.row(table, key)
      if (row !== missing) return row
      lacking.set(place, { table, key })
      return null
    },
    // The table fixes the type of the row; a union of changes cannot be built from a type parameter.
    put: (table, key, row) => write({ table, key, row } as RowChange),
    lacking: () => [...lacking.values()],
    changes: () => [...written.values()],
  }
}
