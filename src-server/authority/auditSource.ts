import type { AuditSource } from '#shared/operations/audit/auditLines.ts'
import { missing, type RowKey, type Rows, type Table } from '#shared/operations/authority/rows.ts'
import { openLoadedRows } from '../store/rows/authorityRows.ts'
import { keysOf } from '../store/rows/scanRows.ts'
import type { SqlReader } from '../store/sqlDatabase.ts'
import type { LogPlace } from '../store/tables/logHeads.ts'

/** [SY36] The rows of one log for an export, one at a time and forgotten at once: a log of any length. */
export function auditSource(reader: SqlReader, place: LogPlace): AuditSource {
  const row = async <T extends Table>(table: T, key: string): Promise<Rows[T] | null> => {
    const rows = openLoadedRows(reader, place)
    await rows.load([{ table, key } as RowKey])
    const found = rows.view.row(table, key)
    return found === missing ? null : found
  }
  return {
    row,
    async *scan<T extends Table>(table: T): AsyncGenerator<readonly [string, Rows[T]]> {
      for (const { key } of await keysOf(reader, place, table)) {
        const found = await row(table, key)
        if (found !== null) yield [key, found]
      }
    },
  }
}
