import type { RowChange, Rows as RowTables, Table } from '#shared/operations/authority/rows.ts'
import type { DiskReader, Rows } from '../kernel/disk.ts'

/**
 * The rows of the core on the disk of a node, under a name of their own (a laptop keeps its copy, and the log of the hub
 * when it is one). Changes are seen at once by later lookups, and reach the disk with the next `write` effect.
 */
export interface RowStore {
  row<T extends Table>(table: T, key: string): RowTables[T] | null
  change(changes: readonly RowChange[]): void
  /** Every row of a table, changes that are not written yet included: a walk. */
  scan<T extends Table>(table: T): Iterable<readonly [key: string, row: RowTables[T]]>
  /** The changes since the last time, as rows of one transaction. */
  take(): Rows
}

export function rowStore(disk: DiskReader, name: string): RowStore {
  const staged = new Map<string, unknown>()
  // Handed over to be written, and perhaps not written yet: the effects of a step are carried out after it.
  const flying = new Map<string, unknown>()
  const landed = () => {
    for (const [place, row] of flying) if (disk.get(place) === row) flying.delete(place)
  }
  return {
    row<T extends Table>(table: T, key: string): RowTables[T] | null {
      const place = rowKey(name, table, key)
      const row = staged.has(place)
        ? staged.get(place)
        : flying.has(place)
          ? flying.get(place)
          : disk.get(place)
      return (row as RowTables[T] | undefined) ?? null
    },
    change(changes) {
      for (const { table, key, row } of changes) staged.set(rowKey(name, table, key), row ?? undefined)
    },
    scan<T extends Table>(table: T) {
      const prefix = rowKey(name, table, '')
      const rows = new Map(disk.list(prefix))
      for (const changed of [flying, staged])
        for (const [place, row] of changed) if (place.startsWith(prefix)) rows.set(place, row)
      return [...rows]
        .filter(([, row]) => row !== undefined)
        .map(([place, row]) => [place.slice(prefix.length), row as RowTables[T]] as const)
    },
    take() {
      landed()
      const rows = [...staged]
      for (const [place, row] of rows) flying.set(place, row)
      staged.clear()
      return rows
    },
  }
}

export const rowKey = (name: string, table: Table, key: string): string => `${name}:${table}|${key}`

/** The rows on a disk, as they are there. */
export const rowsOn = (disk: DiskReader, name: string): Pick<RowStore, 'row' | 'scan'> => rowStore(disk, name)
