import { applyOperation } from '#shared/operations/applyOperation.ts'
import type { AggregateState, Operation } from '#shared/operations/operation.ts'

/** The states of one aggregate, version by version: index 0 is before its creation. A log that folded once folds again. */
export function foldHistory(operations: readonly Operation[]): readonly (AggregateState | null)[] {
  const states: (AggregateState | null)[] = [null]
  for (const operation of operations) {
    const next = applyOperation(states.at(-1) ?? null, operation, (version) => states[version] ?? null)
    if (!next.ok) throw new Error(`${operation.entity} does not fold: ${next.refusal.code}`)
    states.push(next.value)
  }
  return states
}
