import { createHash } from 'node:crypto'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import { applyOperation } from '#shared/operations/applyOperation.ts'
import type { Aggregate } from '#shared/operations/authority/aggregate.ts'
import type { RowStore } from '#shared/operations/authority/memoryRows.ts'
import type { Rows, Table } from '#shared/operations/authority/rows.ts'
import { stateAtVersion } from '#shared/operations/judge/stateAtVersion.ts'
import {
  type AggregateState,
  type Entity,
  type Operation,
  type OperationData,
  type OperationKind,
  parseEntity,
} from '#shared/operations/operation.ts'
import { shownState } from '#shared/operations/replica/shownState.ts'
import { scopeOf } from '#shared/operations/scopes/scopeOf.ts'
import type { Act, CommitteeFile, Transaction, UseCaseContext } from '#shared/usecases/ports.ts'
import { type ShownStates, shownFile } from './shownFile.ts'

export interface SharedFile extends CommitteeFile {
  readonly shown: ShownStates
}

/** Where the acts of a file go. */
interface Acts {
  readonly store: RowStore
  /** Seals one commit of one scope. */
  seal(scope: string, operations: readonly Operation[]): Result<null>
  /** What the device does once an act is written. */
  written(): void
}

interface Done {
  readonly act: Act
  /** By entity, the version before the act and after it. */
  readonly touched: ReadonlyMap<Entity, { readonly before: number; after: number }>
}

/** The file of a committee in memory, over the copy of one device: acts are grouped by scope, each a commit of its own. */
export function sharedFile(
  fileId: string,
  { store, seal, written }: Acts,
  blobs: Map<string, Uint8Array>,
  context: Pick<UseCaseContext, 'clock' | 'randomness'>,
): SharedFile {
  const shown = shownFile(store)
  shown.refresh()
  const done: Done[] = []
  const undone: Done[] = []
  const memory = new Map<string, string>()
  const reading = {
    ...shown,
    blob: (sha256: string) => blobs.get(sha256) ?? null,
    history: () => [],
    undoState: () => ({ undo: done.at(-1)?.act.label ?? null, redo: undone.at(-1)?.act.label ?? null }),
    nextActs: () => ({ undo: null, redo: null }),
  }
  const row = <T extends Table>(table: T, key: string): Rows[T] | null => {
    if (table === 'aggregate') {
      const { kind, id } = parseEntity(key as Entity)
      const found = shown.load(kind, id)
      return (
        found &&
        ({ version: found.version, state: found.state, guards: {}, run: none } satisfies Aggregate as Rows[T])
      )
    }
    const held = store.row(table, key)
    if (held !== null || table !== 'placement') return held
    const candidature = shown.load('candidature', key)?.state
    return candidature === undefined ? null : ({ dossier: candidature.dossierId } as Rows[T])
  }

  function acted<T>(act: Act, work: (transaction: Transaction) => Result<T>): Result<T> {
    const operations: { readonly scope: string; readonly operation: Operation }[] = []
    const touched = new Map<Entity, { readonly before: number; after: number }>()
    const former = new Map<Entity, ReturnType<ShownStates['load']>>()
    const emit = <K extends OperationKind>(
      kind: K,
      entity: Entity,
      data: OperationData[K],
      onBehalfOf?: string,
    ): Result<null> => {
      const { kind: aggregate, id } = parseEntity(entity)
      const before = shown.load(aggregate, id)
      const version = touched.get(entity)?.after ?? shownState(store, entity).version
      const operation = {
        id: uuid7(context.clock, context.randomness),
        kind,
        entity,
        ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
        data,
      } as Operation
      const next = applyOperation(before?.state ?? null, operation, (at) => earlier(entity, at))
      if (!next.ok) return next
      const scope = scopeOf({ kind, entity, data }, { row })
      if (scope === null) throw new Error(`no scope: ${kind} ${entity}`)
      if (!former.has(entity)) former.set(entity, before)
      // What was locked stays locked, whatever is taken back [SY51].
      if (kind !== 'grid.lock@1')
        touched.set(entity, { before: touched.get(entity)?.before ?? version, after: version + 1 })
      shown.set(entity, next.value && { version: version + 1, state: next.value })
      operations.push({ scope, operation })
      return ok(null)
    }
    const putBlob = (bytes: Uint8Array): string => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      blobs.set(sha256, bytes)
      return sha256
    }
    const answer = work({ ...reading, emit, putBlob })
    if (!answer.ok) {
      for (const [entity, before] of former) shown.set(entity, before)
      return answer
    }
    for (const [scope, group] of Map.groupBy(operations, (each) => each.scope)) {
      const sealed = seal(
        scope,
        group.map(({ operation }) => operation),
      )
      if (!sealed.ok) throw new Error(sealed.refusal.code)
    }
    if (touched.size > 0 && act.undoable) done.push({ act, touched })
    written()
    return answer
  }

  /** An earlier state, from the history that the copy keeps. */
  function earlier(entity: Entity, version: number): AggregateState | null {
    if (version === 0) return null
    const found = stateAtVersion(store, entity, version)
    if (found === undefined) throw new Error(`no history: ${entity}@${version}`)
    return found
  }

  function takeBack(from: Done[], to: Done[], side: 'before' | 'after'): Result<{ readonly label: string }> {
    const last = from.at(-1)
    if (last === undefined) return refuse('undo.nothing')
    const act = { ...last.act, undoable: false }
    const taken = acted(act, (transaction) => {
      for (const [entity, versions] of last.touched) {
        const reverted = transaction.emit('aggregate.revert@1', entity, { toVersion: versions[side] })
        if (!reverted.ok) return reverted
      }
      return ok(null)
    })
    if (!taken.ok) return taken
    from.pop()
    to.push(last)
    return ok({ label: act.label })
  }

  return {
    ...reading,
    shown,
    fileId,
    path: fileId,
    transact: (act, work) => {
      undone.length = 0
      return acted(act, work)
    },
    transactInSlices: async (act, steps, { onProgress }) =>
      acted(act, (transaction) => {
        const running = steps(transaction)
        for (let step = running.next(); ; step = running.next()) {
          if (step.done === true) return step.value
          onProgress(step.value)
        }
      }),
    undo: () => takeBack(done, undone, 'before'),
    redo: () => takeBack(undone, done, 'after'),
    remember: (place, value) => {
      memory.set(place, value)
    },
    recall: (place) => memory.get(place) ?? null,
    doctor: () => ({
      sound: true,
      verdict: 'conforme',
      checked: { commits: 0, operations: 0, aggregates: 0 },
    }),
    close: () => undefined,
  }
}

const none = { dev: '', since: 0 }
