import type { Aggregate } from '../authority/aggregate.ts'
import { accepted, type Ruling } from '../authority/verdict.ts'
import { groupOf } from '../groupedFields.ts'
import { type Entity, parseEntity } from '../operation.ts'
import { entityRuling } from './entityRuling.ts'
import { foldAccepted } from './foldAccepted.ts'
import { freezeRuling } from './freezeRuling.ts'
import { guardedFieldsSet } from './guardedFields.ts'
import { holdUnderLeases } from './holdUnderLeases.ts'
import { leasableRoot } from './orderedElsewhere.ts'
import { type Applied, refused, type Trial } from './trial.ts'

/** The rules of an entity, then its fold: the rows as they become are written to the draft of the trial. */
export function applyAggregate(trial: Trial): Applied {
  const { operation, rows, commit, index } = trial
  const entity = operation.e as Entity
  const before = rows.row('aggregate', entity)
  for (const rule of [freezeRuling, versionRuling, entityRuling]) {
    const ruling = rule(trial, before)
    if (ruling.verdict !== 'ok') return refused(ruling)
  }
  if (isDecidedBy(parseEntity(entity).kind)) {
    const root = leasableRoot(operation, rows)
    const own = root === null ? null : rows.row('leased', root)
    holdUnderLeases(rows, 'aggregate', entity, own?.lease ?? null)
  }
  const { dev } = commit.header
  const folded = foldAccepted(rows, operation, { cid: commit.cid, index, dev })
  return 'effects' in folded ? { ...accepted, effects: folded.effects } : refused(folded)
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
  // A group that was taken back or away was set with all its members.
  const changed = fields
    .flatMap((field) => [field, groupOf(field)])
    .some((field) => {
      const guard = before.guards[field]
      return guard !== undefined && guard.version > x && guard.dev !== dev
    })
  return changed ? { verdict: 'conflict', code: 'changed-meanwhile' } : accepted
}

/** What a room counts, ranks, decides and closes by. */
export const isDecidedBy = (aggregate: string): boolean =>
  !['import', 'document', 'issuer', 'instruction', 'template'].includes(aggregate)
