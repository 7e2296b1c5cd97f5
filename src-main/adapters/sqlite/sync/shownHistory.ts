import { applyOperation } from '#shared/operations/applyOperation.ts'
import type { CommitHeader, CommittedOperation, SignedCommit } from '#shared/operations/commit.ts'
import { decodeCommitBody, decodeCommitHeader } from '#shared/operations/commitDecode.ts'
import { fromCommitted } from '#shared/operations/commitOperation.ts'
import type { AggregateState } from '#shared/operations/operation.ts'
import { ownKey } from '#shared/operations/replica/records.ts'
import type { SpaceRows } from './spaceRows.ts'

/** One version that the copy can tell: who made it, from what, and what it became. */
export interface ShownStep {
  readonly version: number
  readonly cid: string
  readonly header: CommitHeader
  readonly operation: CommittedOperation
  readonly after: AggregateState | null
  readonly standing: 'confirmed' | 'pending'
}

export interface ShownHistory {
  /** From where the copy can tell: nothing, or the state that it was given. */
  readonly start: { readonly version: number; readonly state: AggregateState | null }
  readonly steps: readonly ShownStep[]
}

/**
 * The versions of an aggregate as its user sees them: those that an authority ordered, then the pending ones of this copy.
 * Where a body was dropped, the history begins after it.
 */
export function shownHistory(copy: SpaceRows, entity: string): ShownHistory {
  const confirmed = copy.row('aggregate', entity)
  const last = confirmed?.version ?? 0
  const base = copy.row('base', entity)
  let start = { version: base?.version ?? 0, state: base?.state ?? null }
  const steps: ShownStep[] = []
  const stateAt = (version: number): AggregateState | null =>
    version === start.version ? start.state : (steps.find((step) => step.version === version)?.after ?? null)
  const add = (found: Found | null, version: number, standing: ShownStep['standing']): boolean => {
    const current = steps.at(-1)?.after ?? (steps.length === 0 ? start.state : null)
    const next = found && applyOperation(current, fromCommitted(found.operation), stateAt)
    if (found === null || !next?.ok) return false
    steps.push({ ...found, version, after: next.value, standing })
    return true
  }
  for (let version = start.version + 1; version <= last; version++) {
    const made = copy.row('made', `${entity}@${version}`)
    const record = made && copy.row('commit', made.cid)
    const found = made && record ? operationIn(record.commit, made.cid, made.index) : null
    if (add(found, version, 'confirmed')) continue
    // A hole: what came before it cannot be folded up to what stands.
    start = { version: last, state: confirmed?.state ?? null }
    steps.length = 0
    break
  }
  let version = last
  for (const place of copy.row('pendingOn', entity)?.ops ?? []) {
    version += 1
    const own = copy.row('own', ownKey(place))
    const found = own && operationIn(own.commit, own.cid, place.index)
    // Left out of what is shown, and still a place in its numbering.
    add(found, version, 'pending')
  }
  return { start, steps }
}

type Found = Pick<ShownStep, 'cid' | 'header' | 'operation'>

function operationIn(commit: SignedCommit, cid: string, index: number): Found | null {
  const header = decodeCommitHeader(commit.header)
  const body = decodeCommitBody(commit.body)
  const operation = body.ok ? body.value.ops[index] : undefined
  return header.ok && operation !== undefined ? { cid, header: header.value, operation } : null
}
