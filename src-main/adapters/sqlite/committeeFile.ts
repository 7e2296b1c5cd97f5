import type { Database } from 'better-sqlite3'
import type { Clock, Randomness } from '#shared/kernel/clock.ts'
import { type Result, refuse } from '#shared/kernel/result.ts'
import type { CommitDigest, CommitSigner, CommitVerifier } from '#shared/operations/commitPorts.ts'
import type { OwnHead } from '#shared/operations/replica/records.ts'
import type { Act, Actor, Progress, ShareableFile, Transaction } from '#shared/usecases/ports.ts'
import { type DoctorSettings, examine } from './doctor/examine.ts'
import { checkpoint } from './file/checkpoint.ts'
import { refusedBySystem } from './file/refusedBySystem.ts'
import { deviceChain } from './log/deviceChain.ts'
import type { ActKind } from './store/acts.ts'
import { fileReader } from './store/fileReader.ts'
import { fileStores } from './store/fileStores.ts'
import { startWriting, type Writing } from './store/startWriting.ts'
import { takeBack } from './store/takeBack.ts'
import { readSelf } from './sync/fileSelf.ts'
import { fileSharing } from './sync/fileSharing.ts'
import { sharedChain } from './sync/sharedChain.ts'
import { startSharedWriting } from './sync/startSharedWriting.ts'
import { syncStores } from './sync/syncStores.ts'
import { takeBackShared } from './sync/takeBackShared.ts'

export interface OpenFile {
  readonly path: string
  readonly fileId: string
  readonly deviceId: string
  readonly machineId: string
  readonly app: string
  readonly database: Database
  readonly ports: CommitDigest & CommitSigner & CommitVerifier & Clock & Randomness
  readonly doctor: Pick<DoctorSettings, 'keyArea' | 'alteredPages' | 'invariants'>
}

/**
 * The port `ShareableFile` over an open database. Writing is serialised by the one connection; a long act keeps its
 * database transaction open between slices, so that readers meanwhile see it under way, and other writers are refused.
 */
export function committeeFile(open: OpenFile): ShareableFile {
  const { database, path, fileId, ports } = open
  const stores = fileStores(database)
  const sync = syncStores(database, open.machineId, ports, ports)
  const isShared = (): boolean => readSelf(sync.settings) !== null
  const reader = fileReader(database, stores, sync)
  const chain = deviceChain(stores.log, { fileId, deviceId: open.deviceId, app: open.app, ports })
  const ownChain = sharedChain(sync, { fileId, app: open.app, ports })
  let longAct: Act | null = null
  let headBeforeAct: OwnHead | null | undefined

  const writingOf = (userId: string, label: string, kind: ActKind, takesUp?: string): Writing => {
    const act = { userId, label, kind, ...(takesUp === undefined ? {} : { takesUp }) }
    const writing = { stores, reader, clock: ports, randomness: ports, act }
    return isShared()
      ? startSharedWriting({ ...writing, sync, chain: ownChain })
      : startWriting({ ...writing, chain })
  }

  const begin = () => database.exec('BEGIN IMMEDIATE')
  const rollback = () => {
    // SQLite may have rolled back by itself, on a full disk for one.
    if (database.inTransaction) database.exec('ROLLBACK')
    stores.listing.forgetTotals()
  }
  const settle = <T>(writing: Writing, result: Result<T>): Result<T> => {
    const finished = result.ok ? writing.finish() : result
    if (!finished.ok) {
      rollback()
      return finished
    }
    database.exec('COMMIT')
    return result
  }
  /** Nothing stays of a failed act; what the disk refused is a refusal, anything else a bug. */
  const failed = (error: unknown) => {
    rollback()
    return refusedBySystem(error, path)
  }
  const write = <T>(writing: () => Writing, work: (transaction: Transaction) => Result<T>): Result<T> => {
    if (longAct !== null) return refuse('entity.changed-meanwhile', { label: longAct.label })
    if (database.inTransaction) throw new Error('an act cannot start inside another one')
    try {
      begin()
      const current = writing()
      return settle(current, work(current.transaction))
    } catch (error) {
      return failed(error)
    }
  }
  const again = (direction: 'undo' | 'redo', actor: Actor): Result<{ readonly label: string }> => {
    const act = direction === 'undo' ? stores.acts.nextUndo() : stores.acts.nextRedo()
    if (act === undefined) return refuse('undo.nothing', { direction })
    return write(
      () => writingOf(actor.userId, act.label, direction),
      (transaction) =>
        isShared()
          ? takeBackShared(sync, stores.acts, transaction, direction, act)
          : takeBack(stores, transaction, direction, act),
    )
  }
  const writingOfAct = (act: Act): Writing =>
    writingOf(act.actor.userId, act.label, act.undoable ? 'undoable' : 'lasting')

  const transaction = <T>(work: () => T): T => {
    if (database.inTransaction) throw new Error('nothing is written beside an act that is under way')
    try {
      begin()
      const done = work()
      if (isRefused(done)) rollback()
      else database.exec('COMMIT')
      return done
    } catch (error) {
      rollback()
      throw error
    }
  }
  const afterAct: (() => void)[] = []
  /** What is no act waits for the one that is under way: written inside it, it would be rolled back with it. */
  const whenFree = (work: () => void): void => {
    if (database.inTransaction) afterAct.push(work)
    else transaction(work)
  }
  const sharing = fileSharing({
    database,
    path,
    stores,
    sync,
    transaction,
    whenFree,
    act: (act, takesUp, work) =>
      write(
        () => writingOf(act.actor.userId, act.label, act.undoable ? 'undoable' : 'lasting', takesUp),
        work,
      ),
    headBeforeAct: () => headBeforeAct,
  })

  return {
    ...reader,
    fileId,
    sharing,
    path,
    transact: (act, work) => write(() => writingOfAct(act), work),
    transactInSlices: async <T>(
      act: Act,
      steps: (transaction: Transaction) => Generator<Progress, Result<T>, void>,
      control: { onProgress(progress: Progress): void; signal: { readonly aborted: boolean } },
    ): Promise<Result<T>> => {
      if (longAct !== null) return refuse('entity.changed-meanwhile', { label: longAct.label })
      longAct = act
      try {
        headBeforeAct = sync.copy.row('ownHead', 'own')
        begin()
        const writing = writingOfAct(act)
        const slices = steps(writing.transaction)
        for (;;) {
          const slice = slices.next()
          if (slice.done) return settle(writing, slice.value)
          control.onProgress(slice.value)
          await nextTurn()
          if (control.signal.aborted || !database.open) {
            if (database.open) rollback()
            return refuse('file.cancelled', { label: act.label })
          }
        }
      } catch (error) {
        return failed(error)
      } finally {
        longAct = null
        headBeforeAct = undefined
        if (database.open) for (const work of afterAct.splice(0)) transaction(work)
      }
    },
    undo: (actor) => again('undo', actor),
    redo: (actor) => again('redo', actor),
    remember: (place, value) => stores.places.remember(place, value),
    recall: (place) => stores.places.recall(place),
    doctor: () => examine({ database, stores, sync, reader, fileId, ports, ...open.doctor }),
    close: () => {
      if (!database.open) return
      rollback()
      try {
        stores.places.settle()
        checkpoint(database)
      } finally {
        database.close()
      }
    },
  }
}

/** A refusal rolls back like an exception. */
const isRefused = (done: unknown): boolean =>
  typeof done === 'object' && done !== null && 'ok' in done && done.ok === false

/** Lets the host answer its windows between two slices. */
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
