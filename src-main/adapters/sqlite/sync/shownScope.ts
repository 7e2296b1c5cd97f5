import type { Aggregate } from '#shared/operations/authority/aggregate.ts'
import type { Rows, Table } from '#shared/operations/authority/rows.ts'
import { type AggregateState, type Entity, parseEntity } from '#shared/operations/operation.ts'
import { scopeOf } from '#shared/operations/scopes/scopeOf.ts'
import type { AggregateStore } from '../store/aggregateStore.ts'
import { aggregateTables } from '../store/aggregateTables.ts'
import type { SpaceRows } from './spaceRows.ts'

/**
 * [SY1] The scope of an operation on what is shown: what this device wrote and nobody confirmed yet counts, the act under way
 * included. Null when it has none.
 */
export function shownScope(
  copy: SpaceRows,
  aggregates: AggregateStore,
): (operation: { readonly kind: string; readonly entity: string; readonly data: unknown }) => string | null {
  const stateOf = (entity: string): AggregateState | null => {
    const isKept = Object.hasOwn(aggregateTables, parseEntity(entity as Entity).kind)
    const text = isKept ? aggregates.row(entity as Entity)?.text : null
    return text == null ? null : (JSON.parse(text) as AggregateState)
  }
  const row = <T extends Table>(table: T, key: string): Rows[T] | null => {
    if (table === 'aggregate') {
      const state = stateOf(key)
      return state === null ? null : (asAggregate(state) as Rows[T])
    }
    const known = copy.row(table, key)
    if (known !== null || table !== 'placement') return known
    const candidature = stateOf(`candidature/${key}`) as { readonly dossierId: string } | null
    return candidature === null ? null : ({ dossier: candidature.dossierId } as Rows[T])
  }
  return (operation) => scopeOf(operation, { row })
}

/** Only its state is read for a scope. */
const asAggregate = (state: AggregateState): Aggregate => ({
  version: 0,
  state,
  guards: {},
  run: { dev: '', since: 0 },
})
