import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { type AggregateKind, type AggregateStates, entityOf } from '#shared/operations/operation.ts'
import type { CallReader } from './ports.ts'

/** The state of an aggregate that must exist, or `entity.missing`. */
export function loadOrRefuse<K extends AggregateKind>(
  reader: Pick<CallReader, 'load'>,
  kind: K,
  id: string,
): Result<AggregateStates[K]> {
  const found = reader.load(kind, id)
  return found === null ? refuse('entity.missing', { entity: entityOf(kind, id) }) : ok(found.state)
}
