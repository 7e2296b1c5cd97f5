import { openDraft } from '../authority/draft.ts'
import type { RowStore } from '../authority/memoryRows.ts'
import type { LogRecord } from '../authority/records.ts'
import type { FedRow } from './feed.ts'
import type { FeedReader } from './feedFor.ts'
import { readableRow } from './readableRow.ts'

/**
 * [SY27] The state that a reader may see, with the place of the log that it is the state of: a first copy, or one taken
 * anew. A walk over every aggregate; the caller reads it within one reading of the store and cuts it into chunks.
 */
export function snapshotFor(
  store: Pick<RowStore, 'row' | 'scan'>,
  reader: FeedReader,
): { readonly head: LogRecord; readonly rows: Iterable<FedRow> } {
  const rows = openDraft(store)
  const head = rows.row('log', 'log') ?? { log: '', epoch: 0, g: 0, r: new Uint8Array(32) }
  const mandates = rows.row('mandates', reader.user)?.list ?? []
  return { head, rows: walk() }

  function* walk(): Generator<FedRow> {
    for (const [entity] of store.scan('aggregate')) {
      const row = readableRow(rows, mandates, entity)
      if (row !== null) yield row
    }
  }
}
