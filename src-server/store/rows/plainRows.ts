import type { RowKey } from '#shared/operations/authority/rows.ts'
import type { SqlReader, SqlWriter } from '../sqlDatabase.ts'
import type { LogPlace } from '../tables/logHeads.ts'
import { questions, writeMany } from './manyRows.ts'

// Rows without bytes, as JSON, whatever their kind.

/** A row to write; null removes it. */
export interface PlainChange extends RowKey {
  readonly row: object | null
}

/** In the order of the keys; null for those that are not there. */
export async function readPlainRows(
  reader: SqlReader,
  { organisation }: LogPlace,
  keys: readonly RowKey[],
): Promise<readonly (object | null)[]> {
  const found = new Map<string, object>()
  for (const some of questions(keys)) {
    const rows = await reader.all<{
      readonly kind: string
      readonly row_key: string
      readonly content: string
    }>(
      `SELECT kind, row_key, content FROM authority_rows
       WHERE organisation = ? AND (kind, row_key) IN (VALUES ${some.map(() => '(?, ?)').join(', ')})`,
      organisation,
      ...some.flatMap(({ table, key }) => [table, key]),
    )
    for (const { kind, row_key, content } of rows) found.set(`${kind} ${row_key}`, JSON.parse(content))
  }
  return keys.map(({ table, key }) => found.get(`${table} ${key}`) ?? null)
}

/** Each row once. */
export async function writePlainRows(
  writer: SqlWriter,
  { organisation }: LogPlace,
  changes: readonly PlainChange[],
): Promise<void> {
  for (const { table, key } of changes.filter(({ row }) => row === null))
    await writer.run(
      'DELETE FROM authority_rows WHERE organisation = ? AND kind = ? AND row_key = ?',
      organisation,
      table,
      key,
    )
  await writeMany(
    writer,
    {
      table: 'authority_rows',
      columns: ['organisation', 'kind', 'row_key', 'content'],
      key: ['organisation', 'kind', 'row_key'],
      changed: ['content'],
    },
    changes.flatMap(({ table, key, row }) =>
      row === null ? [] : [[organisation, table, key, JSON.stringify(row, withoutBytes)]],
    ),
  )
}

/** Bytes would come back as something else: a kind of row that has them needs a table of its own. */
function withoutBytes(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) throw new TypeError('a row with bytes has no table')
  return value
}
