import type { Aggregate } from '#shared/operations/authority/aggregate.ts'
import type { RowTable } from './rowTable.ts'

export const aggregateRows: RowTable<'aggregate'> = {
  async read(reader, { organisation }, entity) {
    const row = await reader.one<{ readonly aggregate: string }>(
      'SELECT aggregate FROM aggregates WHERE organisation = ? AND entity = ?',
      organisation,
      entity,
    )
    return row && (JSON.parse(row.aggregate) as Aggregate)
  },
  async write(writer, { organisation }, entity, row) {
    if (row === null)
      await writer.run('DELETE FROM aggregates WHERE organisation = ? AND entity = ?', organisation, entity)
    else
      await writer.run(
        `INSERT INTO aggregates (organisation, entity, version, aggregate) VALUES (?, ?, ?, ?)
         ON CONFLICT (organisation, entity) DO UPDATE
         SET version = excluded.version, aggregate = excluded.aggregate`,
        organisation,
        entity,
        row.version,
        JSON.stringify(row),
      )
  },
}
