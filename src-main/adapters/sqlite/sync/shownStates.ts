import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import type { Entity } from '#shared/operations/operation.ts'
import { shownState } from '#shared/operations/replica/shownState.ts'
import type { AggregateStore } from '../store/aggregateStore.ts'
import { aggregateTables } from '../store/aggregateTables.ts'
import type { CandidatureListing } from '../store/candidatureListing.ts'
import type { CandidatureProjection } from '../store/candidatureProjection.ts'
import type { SpaceRows } from './spaceRows.ts'

export interface ShownTables {
  readonly copy: SpaceRows
  readonly aggregates: AggregateStore
  readonly projection: CandidatureProjection
  readonly listing: CandidatureListing
}

/**
 * [SY23] Brings the tables that the product reads to what the copy shows of these entities: confirmed, then pending. One that
 * the copy does not hold any more leaves them. Lines of the list follow. Answers what left.
 */
export function showAgain(
  { copy, aggregates, projection, listing }: ShownTables,
  entities: Iterable<string>,
): readonly Entity[] {
  const changed: Entity[] = []
  const gone: Entity[] = []
  for (const entity of entities) {
    if (!isShownKind(entity)) continue
    const { version, state } = shownState(copy, entity)
    const stored = aggregates.row(entity)
    if (version === 0) {
      if (stored === undefined) continue
      aggregates.remove(entity)
      gone.push(entity)
    } else {
      const text = state === null ? null : canonicalJson(state as unknown as Json)
      if (stored?.version === version && stored.text === text) continue
      aggregates.save(entity, version, state)
      if (stored?.text === text) continue
    }
    changed.push(entity)
  }
  if (changed.length === 0) return gone
  // Once every state is there: a line shows a candidature and its dossier together.
  for (const entity of changed) projection.changed(entity)
  listing.forgetTotals()
  return gone
}

/** Whose shown state these changes may touch, each once. */
export function touchedBy(changes: readonly RowChange[]): ReadonlySet<string> {
  const touched = new Set<string>()
  for (const { table, key } of changes) if (table === 'aggregate' || table === 'pendingOn') touched.add(key)
  return touched
}

/** A kind that only a later program knows is kept in the copy, and shown by that program. */
const isShownKind = (entity: string): entity is Entity =>
  Object.hasOwn(aggregateTables, entity.slice(0, entity.indexOf('/')))
