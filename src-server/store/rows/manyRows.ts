import type { SqlReader, SqlValue, SqlWriter } from '../sqlDatabase.ts'

/** The rows of one organisation whose `keyColumn` is one of these. In no order. */
export async function readMany<Row>(
  reader: SqlReader,
  {
    table,
    keyColumn,
    columns,
  }: { readonly table: string; readonly keyColumn: string; readonly columns: string },
  organisation: string,
  keys: readonly SqlValue[],
): Promise<readonly Row[]> {
  const found: Row[] = []
  for (const some of questions(keys))
    found.push(
      ...(await reader.all<Row>(
        `SELECT ${columns} FROM ${table} WHERE organisation = ? AND ${keyColumn} IN (${some.map(() => '?').join(', ')})`,
        organisation,
        ...some,
      )),
    )
  return found
}

/**
 * Adds rows, or changes them where the `key` is known: then `changed` columns alone, none when it is empty.
 * @throws on two rows of one key in PostgreSQL: the caller keeps the last.
 */
export async function writeMany(
  writer: SqlWriter,
  {
    table,
    columns,
    key,
    changed,
  }: {
    readonly table: string
    readonly columns: readonly string[]
    readonly key: readonly string[]
    readonly changed: readonly string[]
  },
  rows: readonly (readonly SqlValue[])[],
): Promise<void> {
  const one = `(${columns.map(() => '?').join(', ')})`
  const known =
    changed.length === 0
      ? 'NOTHING'
      : `UPDATE SET ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}`
  for (const some of slices(rows))
    await writer.run(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${some.map(() => one).join(', ')}
       ON CONFLICT (${key.join(', ')}) DO ${known}`,
      ...some.flat(),
    )
}

/** Sizes are powers of two: a statement is prepared for each size, so there are few. */
export function slices<T>(items: readonly T[]): readonly (readonly T[])[] {
  const cut: T[][] = []
  for (let at = 0; at < items.length; ) {
    const size = Math.min(mostAtOnce, 2 ** Math.floor(Math.log2(items.length - at)))
    cut.push(items.slice(at, at + size))
    at += size
  }
  return cut
}

/** The same for what is asked, where the last item may stand several times: one question instead of a few shorter ones. */
export function questions<T>(items: readonly T[]): readonly (readonly T[])[] {
  const cut: T[][] = []
  for (let at = 0; at < items.length; at += mostAtOnce) {
    const some = items.slice(at, at + mostAtOnce)
    const size = 2 ** Math.ceil(Math.log2(some.length))
    cut.push([...some, ...Array.from({ length: size - some.length }, () => some.at(-1) as T)])
  }
  return cut
}

/** A power of two. Times the columns of the widest table: far below what both databases bind in one statement. */
const mostAtOnce = 256
