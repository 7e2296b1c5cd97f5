import type { Lookups, RowChange, Rows as RowTables, Table } from '#shared/operations/authority/rows.ts'
import type { DiskReader, Rows } from '../kernel/disk.ts'

/**
 * The rows of the core on the disk of a node, under a name of their own (a laptop keeps its replica, and the log of the hub
 * when it is one). Changes are seen at once by later lookups, and reach the disk with the next `write` effect.
 */
export interface RowStore extends Lookups {
  row<T extends Table>(table: T, key: string): RowTables[T] | null
  change(changes: readonly RowChange[]): void
  /** Every row of a table, changes that are not written yet included: a walk. */
  scan<T extends Table>(table: T): Iterable<readonly [key: string, row: RowTables[T]]>
  /** The changes since the last time, as rows of one transaction. */
  take(): Rows
  /** Forgets the changes since the last `take`. */
  forget(): void
}

export function rowStore(disk: DiskReader, name: string): RowStore {
  const staged = new Map<string, unknown>()
  return {
    row<T extends Table>(table: T, key: string): RowTables[T] | null {
      const place = rowKey(name, table, key)
      const row = staged.has(place) ? staged.get(place) : disk.get(place)
      return (row as RowTables[T] | undefined) ?? null
    },
    change(changes) {
      for (const { table, key, row } of changes) staged.set(rowKey(name, table, key), row ?? undefined)
    },
    scan<T extends Table>(table: T) {
      const prefix = rowKey(name, table, '')
      const rows = new Map(disk.list(prefix))
      for (const [place, row] of staged) if (place.startsWith(prefix)) rows.set(place, row)
      return [...rows]
        .filter(([, row]) => row !== undefined)
        .map(([place, row]) => [place.slice(prefix.length), row as RowTables[T]] as const)
    },
    take() {
      const rows = [...staged]
      staged.clear()
      return rows
    },
    forget: () => staged.clear(),
  }
}

export const rowKey = (name: string, table: Table, key: string): string => `${name}:${table}|${key}`

/** Every row of a table, by key. */
export const rowsOf = <T extends Table>(
  disk: DiskReader,
  name: string,
  table: T,
): readonly (readonly [key: string, row: RowTables[T]])[] => {
  const prefix = rowKey(name, table, '')
  return disk.list(prefix).map(([key, row]) => [key.slice(prefix.length), row as RowTables[T]])
}
