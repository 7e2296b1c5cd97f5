import { openDraft } from '../authority/draft.ts'
import type { Lookups, Needs } from '../authority/rows.ts'
import type { FedRow } from './feed.ts'
import type { FeedReader } from './feedFor.ts'
import { readableRows } from './grantOfDossier.ts'

/** States that a replica asked for because it cannot fold them, as its reader may see them; the others are left out. */
export function rowsFor(
  view: Lookups,
  reader: FeedReader,
  entities: readonly string[],
): readonly FedRow[] | Needs {
  const rows = openDraft(view)
  const mandates = rows.row('mandates', reader.user)?.list ?? []
  const given = readableRows(rows, mandates, entities)
  const needs = rows.lacking()
  return needs.length > 0 ? { needs } : given
}
