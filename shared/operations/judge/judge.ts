import { type Draft, openDraft } from '../authority/draft.ts'
import type { Judgement, JudgePlace } from '../authority/judgement.ts'
import type { VisibilityEffect } from '../authority/records.ts'
import type { Lookups, Needs } from '../authority/rows.ts'
import { accepted, type Ruling } from '../authority/verdict.ts'
import { type AnyKind, isControlKind, isKnownKind } from '../rights/writers.ts'
import { dataHolds } from '../schema/dataHolds.ts'
import { scopeOf } from '../scopes/scopeOf.ts'
import { applyAggregate } from './applyAggregate.ts'
import { applyControl } from './applyControl.ts'
import { isEntityOf } from './isEntityOf.ts'
import type { JudgePorts } from './judgePorts.ts'
import { orderedElsewhere } from './orderedElsewhere.ts'
import { roleRuling } from './roleRuling.ts'
import { type Applied, type JudgedCommit, refused, type Trial } from './trial.ts'

/** The highest version of the operation schemas that this program judges. */
export const knownSchema = 1

/**
 * [SY6] Decides one commit whose bytes, signature and chain were verified. Total, deterministic, pure: same rows, same
 * commit, same judgement, on every machine, whatever the clocks. Atomic: the first operation that is refused gives the
 * verdict of the commit. When the view lacks rows the answer is what to load; asked again with them, it goes further.
 */
export function judge(
  view: Lookups,
  commit: JudgedCommit,
  place: JudgePlace,
  ports: JudgePorts,
): Judgement | Needs {
  const rows = openDraft(view)
  const effects: VisibilityEffect[] = []
  const ruling = judged(rows, commit, place, ports, effects)
  const needs = rows.lacking()
  if (needs.length > 0) return { needs }
  return ruling.verdict === 'ok'
    ? { ...ruling, changes: rows.changes(), effects }
    : { ...ruling, changes: [], effects: [] }
}

function judged(
  rows: Draft,
  commit: JudgedCommit,
  place: JudgePlace,
  ports: JudgePorts,
  effects: VisibilityEffect[],
): Ruling {
  const { header, ops } = commit
  if (header.sv > knownSchema) return { verdict: 'unknown-schema', code: 'schema' }
  if (ops.some(({ k }) => !isKnownKind(k))) return { verdict: 'unknown-schema', code: 'kind' }
  // Asked before the author: whoever orders it judges him too, on the rights of the lease.
  if (orderedElsewhere(rows, ops, place)) return { verdict: 'deferred', code: 'leased' }
  const author = authorRuling(rows, header)
  if (author.verdict !== 'ok') return author
  for (const [index, operation] of ops.entries()) {
    const applied = operationRuling({
      commit,
      operation,
      index,
      kind: operation.k as AnyKind,
      rows,
      place,
      ports,
    })
    if (applied.verdict !== 'ok') return applied
    effects.push(...applied.effects)
  }
  return accepted
}

/** The author is the owner of the device, and the device may write. */
function authorRuling(rows: Draft, { dev, seq, usr }: JudgedCommit['header']): Ruling {
  const device = rows.row('device', dev)
  if (device === null || device.user !== usr) return { verdict: 'forbidden', code: 'author' }
  if (device.standing === 'forked') return { verdict: 'forked', code: 'fork' }
  if (device.standing !== 'valid' && seq > (device.lastSeq ?? 0))
    return { verdict: 'revoked', code: device.standing }
  return accepted
}

function operationRuling(trial: Trial): Applied {
  const { operation, kind, rows, commit } = trial
  if (!isEntityOf(kind, operation.e)) return refused({ verdict: 'invalid', code: 'entity' })
  if (!dataHolds(kind, operation.d)) return refused({ verdict: 'invalid', code: 'data' })
  const scope = scopeOf({ kind, entity: operation.e, data: operation.d }, rows)
  if (scope === null || scope !== commit.header.scope) return refused({ verdict: 'invalid', code: 'scope' })
  const right = roleRuling(trial)
  if (right.verdict !== 'ok') return refused(right)
  return isControlKind(kind) ? applyControl(trial) : applyAggregate(trial)
}
