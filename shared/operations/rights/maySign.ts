import { type Entity, type OperationKind, parseEntity } from '../operation.ts'
import type { Mandate } from './mandate.ts'
import { undoers, writers } from './writers.ts'

/**
 * [SY30] Whether one of these mandates has a role that may sign this kind. In whose name and when it may is for the rules of
 * the entity: an authority may still refuse it.
 */
export function maySign(mandates: readonly Mandate[], kind: OperationKind, entity: Entity): boolean {
  const roles = kind === 'aggregate.revert@1' ? undoers[parseEntity(entity).kind] : writers[kind]
  return mandates.some(({ role, ended }) => !ended && (roles as readonly string[]).includes(role))
}
