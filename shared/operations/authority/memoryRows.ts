import type { Lookups, RowChange, Rows, Table } from './rows.ts'

/** The rows of an authority or a replica in memory: everything is loaded, a lookup answers a row or null. */
export interface RowStore extends Lookups {
  row<T extends Table>(table: T, key: string): Rows[T] | null
  /** All of them, or none: one transaction. */
  apply(changes: readonly RowChange[]): void
  /** Every row of a table, in order of first writing. For snapshots, exports and tests: a walk. */
  scan<T extends Table>(table: T): Iterable<readonly [key: string, row: Rows[T]]>
}

export function memoryRows(initial: readonly RowChange[] = []): RowStore {
  const tables = new Map<Table, Map<string, RowChange['row']>>()
  const apply = (changes: readonly RowChange[]): void => {
    for (const { table, key, row } of changes) {
      const rows = tables.get(table) ?? new Map<string, RowChange['row']>()
      tables.set(table, rows)
      if (row === null) rows.delete(key)
      else rows.set(key, row)
    }
  }
  apply(initial)
  return {
    row: <T extends Table>(table: T, key: string) => (tables.get(table)?.get(key) ?? null) as Rows[T] | null,
    apply,
    scan: <T extends Table>(table: T) =>
      (tables.get(table) ?? new Map()) as Iterable<readonly [key: string, row: Rows[T]]>,
  }
}
