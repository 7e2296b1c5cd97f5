import type { Aggregate } from '#shared/operations/authority/aggregate.ts'
import { readMany, writeMany } from './manyRows.ts'
import type { RowTable } from './rowTable.ts'

export const aggregateRows: RowTable<'aggregate'> = {
  async read(reader, { organisation }, entities) {
    const rows = await readMany<AggregateRow>(
      reader,
      { table: 'aggregates', keyColumn: 'entity', columns: 'entity, aggregate' },
      organisation,
      entities,
    )
    const found = new Map(rows.map(({ entity, aggregate }) => [entity, JSON.parse(aggregate) as Aggregate]))
    return entities.map((entity) => found.get(entity) ?? null)
  },
  async write(writer, { organisation }, changes) {
    for (const { key, row } of changes)
      if (row === null)
        await writer.run('DELETE FROM aggregates WHERE organisation = ? AND entity = ?', organisation, key)
    await writeMany(
      writer,
      {
        table: 'aggregates',
        columns: ['organisation', 'entity', 'version', 'aggregate'],
        key: ['organisation', 'entity'],
        changed: ['version', 'aggregate'],
      },
      changes.flatMap(({ key, row }) =>
        row === null ? [] : [[organisation, key, row.version, JSON.stringify(row)]],
      ),
    )
  },
}

interface AggregateRow {
  readonly entity: string
  readonly aggregate: string
}
