import type { Clock, Randomness } from '#shared/kernel/clock.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import { applyOperation } from '#shared/operations/applyOperation.ts'
import { maxOperationsPerCommit } from '#shared/operations/commit.ts'
import { fromCommitted, toCommitted } from '#shared/operations/commitOperation.ts'
import { sliceForCommits } from '#shared/operations/commitSlices.ts'
import {
  type AggregateState,
  type Entity,
  type Operation,
  type OperationData,
  type OperationKind,
  parseEntity,
} from '#shared/operations/operation.ts'
import { maySign } from '#shared/operations/rights/maySign.ts'
import type { Reader } from '#shared/usecases/ports.ts'
import type { ActKind } from '../store/acts.ts'
import type { FileStores } from '../store/fileStores.ts'
import type { Writing } from '../store/startWriting.ts'
import { memberOf, readSelf, serviceActor } from './fileSelf.ts'
import type { SharedChain } from './sharedChain.ts'
import { shownHistory } from './shownHistory.ts'
import { shownScope } from './shownScope.ts'
import type { SyncStores } from './syncStores.ts'

export interface SharedWritingSettings {
  readonly stores: FileStores
  readonly sync: SyncStores
  readonly reader: Reader
  readonly chain: SharedChain
  readonly clock: Clock
  readonly randomness: Randomness
  readonly act: {
    readonly userId: string
    readonly label: string
    readonly kind: ActKind
    /** Refused commit that this act says again. */
    readonly takesUp?: string
  }
}

/**
 * One act on a shared file, inside an open database transaction. Each operation is folded at once on what is shown; they
 * are signed in their order, a commit for each run of one scope, at most 500 at a time [SY2].
 */
export function startSharedWriting(settings: SharedWritingSettings): Writing {
  const { stores, sync, reader, chain, clock, randomness, act } = settings
  const { aggregates, projection, listing, acts, blobs } = stores
  const scopeIn = shownScope(sync.copy, aggregates)
  const person = onWhoseBehalf(sync, act.userId)
  const mandates = readSelf(sync.settings)?.mandates ?? null
  let pending: { readonly operation: Operation; readonly scope: string }[] = []
  let actId: number | null = null
  let onlyDocuments = true

  const flush = (): Result<null> => {
    actId ??= acts.record(act.userId, act.label, act.kind)
    for (const { scope, operations } of commitsOf(pending)) {
      const cid = chain.append(scope, operations)
      if (!cid.ok) return cid
      sync.acts.link(cid.value, actId, act.takesUp ?? null)
    }
    pending = []
    return ok(null)
  }
  /** What is signed is in the copy; a revert is told from there, so the rest of the act is signed before it. */
  const stateBefore = (entity: Entity, version: number): AggregateState | null => {
    const { start, steps } = shownHistory(sync.copy, entity)
    if (version === start.version) return start.state
    return steps.find((step) => step.version === version)?.after ?? null
  }
  const mayTouch = (entity: Entity): Result<null> => {
    const why = sync.copy.row('readOnly', entity)?.why
    if (why === undefined) return chain.mayWrite()
    return refuse(why === 'unknown-kind' ? 'sync.needs-update' : 'sync.awaits-copy', { entity })
  }

  return {
    transaction: {
      ...reader,
      emit: <K extends OperationKind>(
        kind: K,
        entity: Entity,
        data: OperationData[K],
        onBehalfOf?: string,
      ) => {
        const may = mayTouch(entity)
        if (!may.ok) return may
        // What every authority would refuse is not accepted here first.
        if (mandates !== null && !maySign(mandates, kind, entity))
          return refuse('account.not-allowed', { kind })
        if (kind === 'aggregate.revert@1' && pending.length > 0) {
          const flushed = flush()
          if (!flushed.ok) return flushed
        }
        const stored = aggregates.row(entity)
        const current = stored?.text ? (JSON.parse(stored.text) as AggregateState) : null
        const behalf = onBehalfOf ?? person
        const written = {
          id: uuid7(clock, randomness),
          kind,
          entity,
          data,
          ...(behalf === null ? {} : { onBehalfOf: behalf }),
          ...(act.takesUp === undefined ? {} : { takesUp: act.takesUp }),
        } as unknown as Operation
        const operation = fromCommitted(toCommitted(written, 0))
        const scope = scopeIn(operation)
        if (scope === null) return refuse('entity.missing', { entity })
        const next = applyOperation(current, operation, (version) => stateBefore(entity, version))
        if (!next.ok) return next
        pending.push({ operation, scope })
        onlyDocuments &&= parseEntity(entity).kind === 'document'
        aggregates.save(entity, (stored?.version ?? 0) + 1, next.value)
        if (projection.changed(entity)) listing.forgetTotals()
        return pending.length < maxOperationsPerCommit ? ok(null) : flush()
      },
      putBlob: (bytes) => blobs.put(bytes),
    },
    finish: () => {
      const flushed = pending.length > 0 ? flush() : ok(null)
      // A document that left changes nothing: it never keeps a mark from being corrected.
      if (flushed.ok && actId !== null && act.kind === 'lasting' && onlyDocuments)
        acts.reclassify(actId, 'aside')
      return flushed
    },
  }
}

/** Whoever is lent the laptop signs nothing: its owner does, on his behalf [SY9]. Null for the owner himself. */
function onWhoseBehalf({ settings }: SyncStores, userId: string): string | null {
  const self = readSelf(settings)
  return self === null || userId === serviceActor || userId === memberOf(self) ? null : userId
}

/** Runs of one scope, in order, each cut to the size of a commit. */
function* commitsOf(
  pending: readonly { readonly operation: Operation; readonly scope: string }[],
): Generator<{ readonly scope: string; readonly operations: readonly Operation[] }> {
  for (let from = 0; from < pending.length; ) {
    const scope = (pending[from] as (typeof pending)[number]).scope
    let to = from
    while (pending[to]?.scope === scope) to += 1
    const run = pending.slice(from, to).map(({ operation }) => operation)
    let done = 0
    for (const slice of sliceForCommits(run.map((operation) => toCommitted(operation, widestVersion)))) {
      yield { scope, operations: run.slice(done, done + slice.length) }
      done += slice.length
    }
    from = to
  }
}

/** Only its length counts, for the size of the commit. */
const widestVersion = Number.MAX_SAFE_INTEGER
