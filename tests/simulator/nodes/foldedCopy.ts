import { applyOperation } from '#shared/operations/applyOperation.ts'
import type { CommittedOperation } from '#shared/operations/commit.ts'
import { fromCommitted } from '#shared/operations/commitOperation.ts'
import type { AggregateKind, AggregateState, AggregateStates } from '#shared/operations/operation.ts'
import { isControlKind, isKnownKind } from '#shared/operations/rights/writers.ts'
import type { View } from '../meeting/view.ts'

/**
 * What a laptop makes of the operations that it holds: each aggregate folded from its own operations, in the order of the
 * authority. Kept in memory; at each start it is folded anew from what the disk kept.
 */
export interface FoldedCopy extends View {
  /** `order` is the place of the operation; a body that comes late (a right that is given) finds its place. */
  add(order: number, operations: readonly CommittedOperation[]): void
  remove(order: number, operations: readonly CommittedOperation[]): void
  /** How many operations of an aggregate stand before this place. */
  versionBefore(entity: string, order: number): number
  readonly entities: Iterable<string>
  stateOf(entity: string): AggregateState | null
}

export function foldedCopy(): FoldedCopy {
  const aggregates = new Map<string, Folded>()
  const refold = (folded: Folded) => {
    folded.state = null
    folded.version = 0
    for (const { operation } of folded.operations) applyTo(folded, operation)
  }
  return {
    add(order, operations) {
      for (const operation of operations) {
        const folded = aggregates.get(operation.e) ?? { operations: [], state: null, version: 0 }
        aggregates.set(operation.e, folded)
        const isLast = order >= (folded.operations.at(-1)?.order ?? 0)
        folded.operations.push({ order, operation })
        if (isLast) applyTo(folded, operation)
        else {
          folded.operations.sort((a, b) => a.order - b.order)
          refold(folded)
        }
      }
    },
    remove(order, operations) {
      for (const entity of new Set(operations.map(({ e }) => e))) {
        const folded = aggregates.get(entity)
        if (folded === undefined) continue
        folded.operations = folded.operations.filter((each) => each.order !== order)
        refold(folded)
      }
    },
    get entities() {
      return [...aggregates.keys()].sort()
    },
    stateOf: (entity) => aggregates.get(entity)?.state ?? null,
    get: <K extends AggregateKind>(kind: K, id: string) =>
      (aggregates.get(`${kind}/${id}`)?.state ?? null) as AggregateStates[K] | null,
    versionBefore: (entity, order) =>
      aggregates.get(entity)?.operations.filter((each) => each.order < order).length ?? 0,
    versionOf: (entity) => aggregates.get(entity)?.version ?? 0,
  }
}

interface Folded {
  operations: { readonly order: number; readonly operation: CommittedOperation }[]
  state: AggregateState | null
  version: number
}

/** An operation that has no meaning here (its aggregate is not readable as a whole, or is of the control) changes nothing. */
function applyTo(folded: Folded, operation: CommittedOperation): void {
  folded.version++
  if (!isKnownKind(operation.k) || isControlKind(operation.k)) return
  const next = applyOperation(folded.state, fromCommitted(operation), () => null)
  if (next.ok) folded.state = next.value
}
