import type { Rows, Table } from '#shared/operations/authority/rows.ts'
import type { SqlReader, SqlWriter } from '../sqlDatabase.ts'
import type { LogPlace } from '../tables/logHeads.ts'

/** Where the rows of one kind lie. */
export interface RowTable<T extends Table> {
  read(reader: SqlReader, place: LogPlace, key: string): Promise<Rows[T] | null>
  /** Null removes it. */
  write(writer: SqlWriter, place: LogPlace, key: string, row: Rows[T] | null): Promise<void>
}

/** Rows that the core never removes: asking it is a bug. */
export function neverRemoved(row: unknown): asserts row {
  if (row === null) throw new Error('a row that stays for ever was to be removed')
}
