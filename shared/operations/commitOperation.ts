import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import type { CommittedOperation } from './commit.ts'
import type { Entity, Operation, OperationKind } from './operation.ts'

/**
 * The operation as the log keeps it. `data` goes through JSON here, so that the fold of today sees exactly what every
 * later fold will read: a member that is `undefined` does not exist.
 * @param expectedVersion version of the aggregate that the author saw.
 */
export function toCommitted(operation: Operation, expectedVersion: number): CommittedOperation {
  return {
    id: operation.id,
    k: operation.kind,
    e: operation.entity,
    x: expectedVersion,
    ...(operation.onBehalfOf === undefined ? {} : { ob: operation.onBehalfOf }),
    ...(operation.takesUp === undefined ? {} : { re: operation.takesUp }),
    d: JSON.parse(canonicalJson(operation.data as unknown as Json)) as Json,
  }
}

/** The way back. The kind is trusted: a commit of this schema version was written by this union. */
export function fromCommitted(committed: CommittedOperation): Operation {
  return {
    id: committed.id,
    kind: committed.k as OperationKind,
    entity: committed.e as Entity,
    ...(committed.ob === undefined ? {} : { onBehalfOf: committed.ob }),
    ...(committed.re === undefined ? {} : { takesUp: committed.re }),
    data: committed.d,
  } as unknown as Operation
}
