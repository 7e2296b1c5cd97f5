import { type Draft, openDraft } from '../authority/draft.ts'
import type { LogRecord } from '../authority/records.ts'
import type { Lookups } from '../authority/rows.ts'
import type { FedRow } from '../feed/feed.ts'
import type { ReplicaAnswer } from './outputs.ts'
import { purgeDossier } from './purgeDossier.ts'
import { dropAggregate, takeRow } from './takeRows.ts'

/**
 * [SY27] A whole copy taken anew: these rows at this place of the log, own pending operations on top, nothing else.
 * @param held entities that the copy held before.
 */
export function takeSnapshot(
  view: Lookups,
  head: LogRecord,
  given: Iterable<FedRow>,
  held: Iterable<string>,
): ReplicaAnswer {
  const rows = openDraft(view)
  const kept = new Set<string>()
  for (const row of given) {
    takeRow(rows, row, head.log)
    kept.add(row.entity)
    if (row.entity.startsWith('dossier/')) rows.put('purged', row.entity.slice('dossier/'.length), null)
  }
  const gone = [...held].filter((entity) => !kept.has(entity))
  for (const entity of gone) leave(rows, entity, head)
  rows.put('cursor', head.log, { log: head.log, epoch: head.epoch, g: head.g, r: head.r })
  const needs = rows.lacking()
  if (needs.length > 0) return { needs }
  return { changes: rows.changes(), outputs: [{ kind: 'changed', entities: [...kept, ...gone].sort() }] }
}

function leave(rows: Draft, entity: string, { log, g }: LogRecord): void {
  if (entity.startsWith('dossier/')) purgeDossier(rows, entity.slice('dossier/'.length), log, g)
  else dropAggregate(rows, entity)
}

/**
 * Rows that replace what is held: those that were asked for (`wants-rows`), and on joining a room all that its hub may give
 * (`snapshotFor` on the hub), before its log is taken from the first entry. The cursor stays where it is.
 */
export function takeAskedRows(view: Lookups, given: readonly FedRow[], log: string): ReplicaAnswer {
  const rows = openDraft(view)
  for (const row of given) takeRow(rows, row, log)
  const needs = rows.lacking()
  if (needs.length > 0) return { needs }
  const entities = given.map(({ entity }) => entity).sort()
  return { changes: rows.changes(), outputs: entities.length === 0 ? [] : [{ kind: 'changed', entities }] }
}
