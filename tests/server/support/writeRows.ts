import { openAuthorityRows } from '#server/store/rows/authorityRows.ts'
import type { SqlWriter } from '#server/store/sqlDatabase.ts'
import type { LogPlace } from '#server/store/tables/logHeads.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'

/** Writes rows as a step of the core does. */
export async function writeRows(
  writer: SqlWriter,
  place: LogPlace,
  changes: readonly RowChange[],
): Promise<void> {
  const rows = openAuthorityRows(writer, place)
  rows.absorb(changes)
  await rows.flush()
}
