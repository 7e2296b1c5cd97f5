import type { Aggregate } from '#shared/operations/authority/aggregate.ts'
import type { RowChange, RowKey, Table } from '#shared/operations/authority/rows.ts'
import type { SqlReader } from '../sqlDatabase.ts'
import type { LogPlace } from '../tables/logHeads.ts'

/** The keys of a table of the core, in their order: for the few that are walked as a whole (rights, devices, chains). */
export async function keysOf(
  reader: SqlReader,
  { organisation }: LogPlace,
  table: Table,
): Promise<readonly RowKey[]> {
  const own = walkable[table]
  const rows =
    own === undefined
      ? await reader.all<{ readonly key: string }>(
          'SELECT row_key AS key FROM authority_rows WHERE organisation = ? AND kind = ? ORDER BY row_key',
          organisation,
          table,
        )
      : await reader.all<{ readonly key: string }>(
          `SELECT DISTINCT ${own.column} AS key FROM ${own.table} WHERE organisation = ? ORDER BY ${own.column}`,
          organisation,
        )
  return rows.map(({ key }) => ({ table, key }))
}

/** Aggregates in the order of their entities, a page at a time: memory is that of a page, whatever the file. */
export async function* aggregatePages(
  reader: SqlReader,
  { organisation }: LogPlace,
  pageSize = 1_000,
): AsyncGenerator<readonly (RowChange & { readonly table: 'aggregate' })[]> {
  for (let last = ''; ; ) {
    const rows = await reader.all<{ readonly entity: string; readonly aggregate: string }>(
      `SELECT entity, aggregate FROM aggregates WHERE organisation = ? AND entity > ? ORDER BY entity LIMIT ?`,
      organisation,
      last,
      pageSize,
    )
    if (rows.length === 0) return
    last = rows.at(-1)?.entity ?? last
    yield rows.map(({ entity, aggregate }) => ({
      table: 'aggregate',
      key: entity,
      row: JSON.parse(aggregate) as Aggregate,
    }))
  }
}

const walkable: { readonly [T in Table]?: { readonly table: string; readonly column: string } } = {
  user: { table: 'users', column: 'user_id' },
  device: { table: 'devices', column: 'device' },
  mandates: { table: 'mandates', column: 'user_id' },
  mandateOf: { table: 'mandates', column: 'mandate' },
  chain: { table: 'device_heads', column: 'device' },
  waiting: { table: 'waiting_commits', column: 'device' },
  aggregate: { table: 'aggregates', column: 'entity' },
}
