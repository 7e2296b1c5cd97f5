import type { RowChange, RowKey, Table } from '#shared/operations/authority/rows.ts'

/** Rows that were loaded or changed: what a reader of the same place and head may begin with. */
export interface KnownRows {
  /** Null: known not to be there. Undefined: not known. */
  get(table: Table, key: string): RowChange['row'] | undefined
  set(table: Table, key: string, row: RowChange['row']): void
  /** How many rows. */
  size(): number
}

/** By table, then by key: no name is put together for each of the dozens of rows that a commit asks for. */
export function knownRows(changes: Iterable<RowChange> = []): KnownRows {
  const tables = new Map<Table, Map<string, RowChange['row']>>()
  const set: KnownRows['set'] = (table, key, row) => {
    const rows = tables.get(table)
    if (rows === undefined) tables.set(table, new Map([[key, row]]))
    else rows.set(key, row)
  }
  for (const { table, key, row } of changes) set(table, key, row)
  return {
    get: (table, key) => tables.get(table)?.get(key),
    set,
    size: () => [...tables.values()].reduce((sum, rows) => sum + rows.size, 0),
  }
}

/** Of these keys those that are not known, each once, by table. */
export function unknownKeys(
  known: KnownRows,
  keys: readonly RowKey[],
): ReadonlyMap<Table, readonly string[]> {
  const unknown = new Map<Table, Set<string>>()
  for (const { table, key } of keys) {
    if (known.get(table, key) !== undefined) continue
    const some = unknown.get(table)
    if (some === undefined) unknown.set(table, new Set([key]))
    else some.add(key)
  }
  return new Map([...unknown].map(([table, some]) => [table, [...some]]))
}
