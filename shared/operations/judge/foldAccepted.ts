import { applyOperation } from '../applyOperation.ts'
import type { Draft } from '../authority/draft.ts'
import type { VisibilityEffect } from '../authority/records.ts'
import type { Ruling } from '../authority/verdict.ts'
import type { CommittedOperation } from '../commit.ts'
import { fromCommitted } from '../commitOperation.ts'
import { type AggregateState, type Entity, parseEntity } from '../operation.ts'
import { derivedRows } from './derivedRows.ts'
import { guardedFieldsSet } from './guardedFields.ts'
import { stateAtVersion } from './stateAtVersion.ts'

/** Where an operation lies, and which device signed it. */
export interface Origin {
  readonly cid: string
  readonly index: number
  readonly dev: string
}

/**
 * Folds one accepted operation: the aggregate with its version, guards and run, where the version was made, and the rows
 * that follow. The same on an authority and on a replica. Refused, nothing written: `invalid` with `missing`, `exists`, or
 * `no-history` for a revert behind what is kept.
 */
export function foldAccepted(
  rows: Draft,
  operation: CommittedOperation,
  { cid, index, dev }: Origin,
): { readonly effects: readonly VisibilityEffect[] } | Ruling {
  const entity = operation.e as Entity
  const { kind, id } = parseEntity(entity)
  const before = rows.row('aggregate', entity)
  const after = stateAfter(rows, operation, before?.state ?? null)
  if (!('state' in after)) return after
  const version = (before?.version ?? 0) + 1
  const guards = { ...before?.guards }
  for (const field of guardedFieldsSet(operation.k, kind, operation.d)) guards[field] = { version, dev }
  const run = before?.run.dev === dev ? before.run : { dev, since: version }
  rows.put('aggregate', entity, { version, state: after.state, guards, run })
  rows.put('made', `${entity}@${version}`, { cid, index })
  const effects = derivedRows(rows, entity, before?.state ?? null, after.state)
  const takenBack = kind === 'session' && operation.k === 'aggregate.revert@1'
  return { effects: takenBack ? [...effects, { session: id }] : effects }
}

function stateAfter(
  rows: Draft,
  operation: CommittedOperation,
  before: AggregateState | null,
): Ruling | { readonly state: AggregateState | null } {
  if (operation.k === 'aggregate.revert@1') {
    const { toVersion } = operation.d as { readonly toVersion: number }
    const past = stateAtVersion(rows, operation.e, toVersion)
    return past === undefined ? { verdict: 'invalid', code: 'no-history' } : { state: past }
  }
  const next = applyOperation(before, fromCommitted(operation), () => null)
  if (next.ok) return { state: next.value }
  return { verdict: 'invalid', code: next.refusal.code === 'entity.exists' ? 'exists' : 'missing' }
}
