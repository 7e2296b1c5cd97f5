import type { Json } from '#shared/kernel/canonicalJson.ts'
import { applyOperation } from '../applyOperation.ts'
import type { Aggregate } from '../authority/aggregate.ts'
import { accepted, type Ruling } from '../authority/verdict.ts'
import { fromCommitted } from '../commitOperation.ts'
import { type AggregateState, type Entity, parseEntity } from '../operation.ts'
import { derivedRows } from './derivedRows.ts'
import { entityRuling } from './entityRuling.ts'
import { freezeRuling } from './freezeRuling.ts'
import { guardedFieldsSet } from './guardedFields.ts'
import { holdUnderLeases } from './holdUnderLeases.ts'
import { stateAtVersion } from './stateAtVersion.ts'
import { type Applied, refused, type Trial } from './trial.ts'

/** The rules of an entity, then its fold: the rows as they become are written to the draft of the trial. */
export function applyAggregate(trial: Trial): Applied {
  const { operation, rows, commit, index } = trial
  const entity = operation.e as Entity
  const { kind } = parseEntity(entity)
  const before = rows.row('aggregate', entity)
  for (const rule of [freezeRuling, versionRuling, entityRuling]) {
    const ruling = rule(trial, before)
    if (ruling.verdict !== 'ok') return refused(ruling)
  }
  const after = folded(trial, before)
  if (!('state' in after)) return refused(after)
  const version = (before?.version ?? 0) + 1
  const { dev } = commit.header
  const guards = { ...before?.guards }
  for (const field of guardedFieldsSet(operation.k, kind, operation.d)) guards[field] = { version, dev }
  const run = before?.run.dev === dev ? before.run : { dev, since: version }
  if (isCommittee(kind)) holdUnderLeases(rows, 'aggregate', entity)
  rows.put('aggregate', entity, { version, state: after.state, guards, run })
  rows.put('made', `${entity}@${version}`, { cid: commit.cid, index })
  const effects = derivedRows(rows, entity, before?.state ?? null, after.state)
  const takenBack = kind === 'session' && operation.k === 'aggregate.revert@1'
  return { ...accepted, effects: takenBack ? [...effects, { session: parseEntity(entity).id }] : effects }
}

/** [SY11, SY29] What the author saw is what stands, where that matters. */
function versionRuling({ operation, commit }: Trial, before: Aggregate | null): Ruling {
  const { x, k, e, d } = operation
  const { dev, base } = commit.header
  if (k === 'aggregate.revert@1') {
    if (x === undefined) return { verdict: 'invalid', code: 'no-version' }
    const { toVersion } = d as unknown as { readonly toVersion: number }
    if (before === null || toVersion >= before.version) return { verdict: 'invalid', code: 'missing' }
    if (x !== before.version) return { verdict: 'conflict', code: 'version' }
    // A file that no authority ordered yet wrote its history alone: whoever undoes there had all of it under his eyes.
    const ownSince = before.run.dev === dev ? before.run.since : before.version + 1
    return base === null || toVersion >= ownSince - 1 ? accepted : { verdict: 'conflict', code: 'version' }
  }
  const fields = guardedFieldsSet(k, parseEntity(e as Entity).kind, d)
  if (fields.length === 0 || before === null) return accepted
  if (x === undefined) return { verdict: 'invalid', code: 'no-version' }
  const changed = fields.some((field) => {
    const guard = before.guards[field]
    return guard !== undefined && guard.version > x && guard.dev !== dev
  })
  return changed ? { verdict: 'conflict', code: 'changed-meanwhile' } : accepted
}

function folded(trial: Trial, before: Aggregate | null): Ruling | { readonly state: AggregateState | null } {
  const { operation, rows } = trial
  if (operation.k === 'aggregate.revert@1') {
    const { toVersion } = operation.d as { readonly toVersion: number }
    const past = stateAtVersion(rows, operation.e, toVersion)
    return past === undefined ? { verdict: 'invalid', code: 'no-history' } : { state: past }
  }
  const next = applyOperation(before?.state ?? null, fromCommitted(operation), () => null)
  if (next.ok) return { state: next.value as (AggregateState & Json) | null }
  return { verdict: 'invalid', code: next.refusal.code === 'entity.exists' ? 'exists' : 'missing' }
}

/** What rooms are counted and marks are checked by, and no lease covers. */
export const isCommittee = (aggregate: string): boolean =>
  ['committee', 'member', 'grid', 'call'].includes(aggregate)
