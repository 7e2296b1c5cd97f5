import { openDraft } from '../authority/draft.ts'
import type { RowStore } from '../authority/memoryRows.ts'
import type { LogRecord } from '../authority/records.ts'
import type { FedRow } from '../feed/feed.ts'
import type { ReplicaAnswer } from './outputs.ts'
import { reuniteTaken } from './reuniteTaken.ts'
import { takeRow } from './takeRows.ts'
import { leave } from './takeSnapshot.ts'

/**
 * [SY27] Some rows of a first copy, in their order. Taken twice they change nothing; the cursor stays where it is until
 * {@link endFirstCopy}, so that nobody goes on from a copy that is not whole.
 */
export function takeFirstRows(
  copy: Pick<RowStore, 'row'>,
  given: readonly FedRow[],
  log: string,
): ReplicaAnswer {
  const rows = openDraft(copy)
  for (const row of given) takeRow(rows, row, log)
  return {
    changes: rows.changes(),
    outputs: [{ kind: 'changed', entities: given.map(({ entity }) => entity).sort() }],
  }
}

/**
 * [SY27] Every row was taken: the copy follows the log from here on. `out-of-step` for a copy that wrote or followed already:
 * that one is taken anew at once (`takeSnapshot`).
 * @param begunElsewhere rows of another state were taken before, and some of them may not be in this one: they go.
 */
export function endFirstCopy(
  copy: Pick<RowStore, 'row' | 'scan'>,
  head: LogRecord,
  begunElsewhere: boolean,
): ReplicaAnswer {
  const rows = openDraft(copy)
  const cursor = rows.row('cursor', head.log)
  const own = rows.row('ownHead', 'own')
  const wrote = own !== null && (own.seq > 0 || own.former.length > 0)
  if ((cursor?.g ?? 0) > 0 || wrote)
    return { changes: [], outputs: [{ kind: 'out-of-step', expectedG: cursor?.g ?? 0 }] }
  const gone: string[] = []
  if (begunElsewhere)
    for (const [entity, { places }] of copy.scan('asOf')) if (places[head.log] !== head.g) gone.push(entity)
  for (const entity of gone) leave(rows, entity, head)
  reuniteTaken(rows, candidaturesIn(copy))
  rows.put('cursor', head.log, head)
  rows.put('anew', head.log, null)
  return { changes: rows.changes(), outputs: [{ kind: 'changed', entities: gone.sort() }] }
}

function* candidaturesIn(copy: Pick<RowStore, 'scan'>): Generator<string> {
  for (const [entity] of copy.scan('aggregate')) if (entity.startsWith('candidature/')) yield entity
}
