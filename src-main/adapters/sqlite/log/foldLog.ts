import { applyOperation } from '#shared/operations/applyOperation.ts'
import { fromCommitted } from '#shared/operations/commitOperation.ts'
import type { AggregateState, Entity, Operation } from '#shared/operations/operation.ts'
import type { CommitLog } from './commitLog.ts'
import { foldHistory } from './foldHistory.ts'
import type { OperationIndex } from './operationIndex.ts'

export type Folded =
  | {
      readonly kind: 'aggregate'
      readonly entity: Entity
      readonly version: number
      readonly state: AggregateState | null
    }
  /** An operation that no program could have signed there. Nothing follows. */
  | { readonly kind: 'senseless'; readonly entity: Entity; readonly position: number }

export interface FoldableLog {
  readonly log: CommitLog
  readonly index: OperationIndex
}

/**
 * Every aggregate of the file, folded from the log alone. Several passes over the log, each for a share of the entities,
 * keep the memory bounded on a file of 100 000 candidatures.
 */
export function* foldLog(stores: FoldableLog, operationCount: number): Generator<Folded, void, void> {
  const passes = Math.max(1, Math.ceil(operationCount / operationsPerPass))
  for (let pass = 0; pass < passes; pass++) {
    const folded = new Map<Entity, { version: number; state: AggregateState | null }>()
    for (const { position } of stores.log.walk()) {
      for (const committed of stores.log.decoded(position).body.ops) {
        const operation = fromCommitted(committed)
        const { entity } = operation
        if (shareOf(entity, passes) !== pass) continue
        const { version, state } = folded.get(entity) ?? { version: 0, state: null }
        const next = applyOperation(state, operation, (earlier) => stateAt(stores, operation, earlier))
        if (!next.ok) {
          yield { kind: 'senseless', entity, position }
          return
        }
        folded.set(entity, { version: version + 1, state: next.value })
      }
    }
    for (const [entity, aggregate] of folded) yield { kind: 'aggregate', entity, ...aggregate }
  }
}

function stateAt({ index }: FoldableLog, { entity }: Operation, version: number): AggregateState | null {
  if (version === 0) return null
  const operations = index.ofEntity(entity, version).map(({ committed }) => fromCommitted(committed))
  return foldHistory(operations)[version] ?? null
}

const operationsPerPass = 50_000

/** FNV-1a, only to spread entities over passes. */
function shareOf(entity: Entity, shares: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < entity.length; i++) hash = Math.imul(hash ^ entity.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % shares
}
