import type { Rows, Table } from '#shared/operations/authority/rows.ts'
import type { RowTable } from './rowTable.ts'

/** Rows without bytes, as JSON. */
export const plainRows = <T extends Table>(kind: T): RowTable<T> => ({
  async read(reader, { organisation }, key) {
    const row = await reader.one<{ readonly content: string }>(
      'SELECT content FROM authority_rows WHERE organisation = ? AND kind = ? AND row_key = ?',
      organisation,
      kind,
      key,
    )
    return row && (JSON.parse(row.content) as Rows[T])
  },
  async write(writer, { organisation }, key, row) {
    if (row === null)
      await writer.run(
        'DELETE FROM authority_rows WHERE organisation = ? AND kind = ? AND row_key = ?',
        organisation,
        kind,
        key,
      )
    else
      await writer.run(
        `INSERT INTO authority_rows (organisation, kind, row_key, content) VALUES (?, ?, ?, ?)
         ON CONFLICT (organisation, kind, row_key) DO UPDATE SET content = excluded.content`,
        organisation,
        kind,
        key,
        JSON.stringify(row, withoutBytes),
      )
  },
})

/** Bytes would come back as something else: a kind of row that has them needs a table of its own. */
function withoutBytes(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) throw new TypeError('a row with bytes has no table')
  return value
}
