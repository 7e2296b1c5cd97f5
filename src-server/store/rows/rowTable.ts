import type { Rows, Table } from '#shared/operations/authority/rows.ts'
import type { SqlReader, SqlWriter } from '../sqlDatabase.ts'
import type { LogPlace } from '../tables/logHeads.ts'

/** Where the rows of one kind lie. Many at a time: each question is a journey to PostgreSQL and back. */
export interface RowTable<T extends Table> {
  /** In the order of the keys; null for those that are not there. */
  read(reader: SqlReader, place: LogPlace, keys: readonly string[]): Promise<readonly (Rows[T] | null)[]>
  /** Each key once; a row null removes it. */
  write(writer: SqlWriter, place: LogPlace, changes: readonly KeyedRow<T>[]): Promise<void>
}

export interface KeyedRow<T extends Table> {
  readonly key: string
  readonly row: Rows[T] | null
}

/** Rows that the core never removes: asking it is a bug. */
export function neverRemoved<T extends Table>({ row }: KeyedRow<T>): Rows[T] {
  if (row === null) throw new Error('a row that stays for ever was to be removed')
  return row
}
