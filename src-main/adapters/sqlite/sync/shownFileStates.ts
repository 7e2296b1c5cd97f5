import { adoptionRank, type FileState } from '#shared/operations/authority/adoptStates.ts'
import { type AggregateState, entityOf } from '#shared/operations/operation.ts'
import type { AggregateStore } from '../store/aggregateStore.ts'
import { aggregateKinds } from '../store/aggregateTables.ts'

/** Every aggregate of the file, at the version that it has, in the order in which a log takes them in: one at a time, of any number. */
export function* shownFileStates(aggregates: AggregateStore): Generator<FileState> {
  const rank = (kind: string): number => adoptionRank(`${kind}/`)
  for (const kind of [...aggregateKinds].sort((one, other) => rank(one) - rank(other)))
    for (const id of aggregates.ids(kind)) {
      const entity = entityOf(kind, id)
      const row = aggregates.row(entity)
      if (row === undefined) continue
      yield {
        entity,
        version: row.version,
        state: row.text === null ? null : (JSON.parse(row.text) as AggregateState),
      }
    }
}
