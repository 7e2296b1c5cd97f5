import type { Lookups, RowChange, Rows, Table } from './rows.ts'

/**
 * Steps gathered to be made durable together: each sees what the earlier ones wrote. The caller writes `changes()` in one
 * transaction, then publishes what the steps put out, in order [SY16].
 */
export interface Group extends Lookups {
  absorb(changes: readonly RowChange[]): void
  /** Last write of each row. */
  changes(): readonly RowChange[]
}

export function openGroup(below: Lookups): Group {
  const written = new Map<string, RowChange>()
  return {
    row<T extends Table>(table: T, key: string) {
      const change = written.get(`${table} ${key}`)
      return change === undefined ? below.row(table, key) : (change.row as Rows[T] | null)
    },
    absorb: (changes) => {
      for (const change of changes) written.set(`${change.table} ${change.key}`, change)
    },
    changes: () => [...written.values()],
  }
}
