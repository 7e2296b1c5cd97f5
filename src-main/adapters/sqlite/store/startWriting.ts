import type { Clock, Randomness } from '#shared/kernel/clock.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import { applyOperation } from '#shared/operations/applyOperation.ts'
import { type CommittedOperation, maxOperationsPerCommit } from '#shared/operations/commit.ts'
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
import type { Reader, Transaction } from '#shared/usecases/ports.ts'
import type { DeviceChain } from '../log/deviceChain.ts'
import { foldHistory } from '../log/foldHistory.ts'
import type { ActKind } from './acts.ts'
import type { FileStores } from './fileStores.ts'

/** One act being written, inside an open database transaction. */
export interface Writing {
  readonly transaction: Transaction
  /** Signs and appends what is still pending. To call once, last. */
  finish(): Result<null>
}

export interface WritingSettings {
  readonly stores: FileStores
  readonly reader: Reader
  readonly chain: DeviceChain
  readonly clock: Clock
  readonly randomness: Randomness
  readonly act: { readonly userId: string; readonly label: string; readonly kind: ActKind }
}

/** Each operation is folded at once; commits are signed 500 operations at a time, the rest at the end. */
export function startWriting({ stores, reader, chain, clock, randomness, act }: WritingSettings): Writing {
  const { aggregates, index, projection, listing, acts, blobs } = stores
  let pending: {
    readonly committed: CommittedOperation
    readonly version: number
    readonly contentVersion: number
  }[] = []
  let actId: number | null = null
  let onlyDocuments = true

  const flush = (): Result<null> => {
    actId ??= acts.record(act.userId, act.label, act.kind)
    let done = 0
    for (const slice of sliceForCommits(pending.map(({ committed }) => committed))) {
      const position = chain.append(act.userId, slice)
      if (!position.ok) return position
      for (const [ordinal, { e }] of slice.entries()) {
        const { version, contentVersion } = pending[done++] as (typeof pending)[number]
        index.add({
          entity: e as Entity,
          version,
          contentVersion,
          position: position.value,
          ordinal,
          act: actId,
        })
      }
    }
    pending = []
    return ok(null)
  }

  /** The state at an earlier version, from the log and from what this act has not signed yet. */
  const stateAt = (entity: Entity, version: number): AggregateState | null => {
    if (version === 0) return null
    const logged = index.ofEntity(entity, version).map(({ committed }) => fromCommitted(committed))
    const own = pending
      .filter(({ committed, version: made }) => committed.e === entity && made <= version)
      .map(({ committed }) => fromCommitted(committed))
    return foldHistory([...logged, ...own])[version] ?? null
  }
  const contentVersionOf = (entity: Entity, version: number): number =>
    pending.find(({ committed, version: made }) => committed.e === entity && made === version)
      ?.contentVersion ?? index.contentVersion(entity, version)

  return {
    transaction: {
      ...reader,
      emit: <K extends OperationKind>(
        kind: K,
        entity: Entity,
        data: OperationData[K],
        onBehalfOf?: string,
      ) => {
        const stored = aggregates.row(entity)
        const current = stored?.text ? (JSON.parse(stored.text) as AggregateState) : null
        const before = stored?.version ?? 0
        const operation = {
          id: uuid7(clock, randomness),
          kind,
          entity,
          data,
          ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
        } as unknown as Operation
        const committed = toCommitted(operation, before)
        const next = applyOperation(current, fromCommitted(committed), (version) => stateAt(entity, version))
        if (!next.ok) return next
        const version = before + 1
        const contentVersion =
          operation.kind === 'aggregate.revert@1'
            ? contentVersionOf(entity, operation.data.toVersion)
            : version
        pending.push({ committed, version, contentVersion })
        onlyDocuments &&= parseEntity(entity).kind === 'document'
        aggregates.save(entity, version, next.value)
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
