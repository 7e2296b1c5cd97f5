import { fromCommitted } from '#shared/operations/commitOperation.ts'
import type { Entity } from '#shared/operations/operation.ts'
import type { HistoryEntry } from '#shared/usecases/ports.ts'
import { foldHistory } from '../log/foldHistory.ts'
import type { FileStores } from './fileStores.ts'

/** Every version of one aggregate, the newest first, read from the log itself. */
export function entityHistory({ index, log, acts }: FileStores, entity: Entity): readonly HistoryEntry[] {
  const indexed = index.ofEntity(entity, Number.MAX_SAFE_INTEGER)
  const operations = indexed.map(({ committed }) => fromCommitted(committed))
  const states = foldHistory(operations)
  const entries = indexed.map(({ version, position, act }, rank): HistoryEntry => {
    const { header } = log.decoded(position)
    const operation = operations[rank]
    if (operation === undefined) throw new Error('as many operations as index rows')
    return {
      version,
      at: new Date(header.hlc[0]).toISOString(),
      userId: header.usr,
      onBehalfOf: operation.onBehalfOf ?? null,
      label: acts.label(act),
      kind: operation.kind,
      before: states[rank] ?? null,
      after: states[rank + 1] ?? null,
    }
  })
  return entries.reverse()
}
