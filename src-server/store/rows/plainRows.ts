import type { RowKey } from '#shared/operations/authority/rows.ts'
import type { SqlReader, SqlWriter } from '../sqlDatabase.ts'
import type { LogPlace } from '../tables/logHeads.ts'

// Rows without bytes, as JSON: many at a time, since each question is a journey to PostgreSQL and back.

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
  for (const some of slices(keys)) {
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

/** @throws on two changes of one row in PostgreSQL: the caller keeps the last. */
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
  for (const some of slices(changes.filter(({ row }) => row !== null)))
    await writer.run(
      `INSERT INTO authority_rows (organisation, kind, row_key, content)
       VALUES ${some.map(() => '(?, ?, ?, ?)').join(', ')}
       ON CONFLICT (organisation, kind, row_key) DO UPDATE SET content = excluded.content`,
      ...some.flatMap(({ table, key, row }) => [organisation, table, key, JSON.stringify(row, withoutBytes)]),
    )
}

/**
 * Sizes are powers of two: a statement is prepared for each size, so there are few.
 */
function slices<T>(items: readonly T[]): readonly (readonly T[])[] {
  const cut: T[][] = []
  for (let at = 0; at < items.length; ) {
    const size = 2 ** Math.min(6, Math.floor(Math.log2(items.length - at)))
    cut.push(items.slice(at, at + size))
    at += size
  }
  return cut
}

/** Bytes would come back as something else: a kind of row that has them needs a table of its own. */
function withoutBytes(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) throw new TypeError('a row with bytes has no table')
  return value
}
