import { checkpointHolds, type SignedCheckpoint } from '../authority/checkpoint.ts'
import { receiptText } from '../authority/receipts.ts'
import type { LogRecord } from '../authority/records.ts'
import { lacks, type RowChange } from '../authority/rows.ts'
import { isHubLog } from '../lease/lease.ts'
import type { ReplicaAnswer, ReplicaOutput } from '../replica/outputs.ts'
import { reconcile, vouchedPlaces } from '../replica/reconcile.ts'
import { takeAskedRows, takeSnapshot } from '../replica/takeSnapshot.ts'
import { isKnownKind } from '../rights/writers.ts'
import type { OpenAsks } from './askAuthority.ts'
import type { Asks } from './askShapes.ts'
import { copyInChunks, type GivenCopy } from './copyInChunks.ts'
import type { DeviceSettings, Followed } from './deviceExchange.ts'
import { maxRowsAsked } from './exchangeLimits.ts'
import type { ReplicaStore } from './exchangePorts.ts'

/** What catching up needs of the conversation that it is part of. */
export interface CatchingUp {
  readonly asks: Pick<OpenAsks, 'ask'>
  readonly followed: Followed
  readonly settings: DeviceSettings
  /** Null: nothing was written. */
  take(step: (copy: ReplicaStore['copy']) => ReplicaAnswer): Promise<readonly ReplicaOutput[] | null>
  /** Looks at no news while this is under way: they are pulled after it. */
  withoutNews<T>(work: () => Promise<T>): Promise<T>
  breakOff(why: string): void
}

/**
 * [SY17, EX13] The authority is not where this copy saw it: shows what it signed, asks up to where both agree, and goes on
 * from there. An authority that was shown its own signature and does not know of any restore is not the one that was
 * followed: false, nothing was taken.
 */
export async function agreeOnPlace(desk: CatchingUp): Promise<boolean> {
  const { log } = desk.followed
  const { copy } = desk.settings.store
  const cursor = copy.row('cursor', log)
  const places = vouchedPlaces(copy, log)
  if (cursor === null || lacks(places)) return false
  const answer = await desk.asks.ask('agreed-place', { places, checkpoint: copy.row('vouched', log) })
  if (!answer.ok) {
    if (answer.why !== 'lost') desk.breakOff(`agreed place ${answer.why}`)
    return false
  }
  const { g, epoch } = answer.value
  if (epoch <= cursor.epoch || (g > 0 && !places.some((place) => place.g === g))) {
    desk.breakOff('another history')
    return false
  }
  const outputs = await desk.take((rows) => {
    const step = reconcile(rows, log, epoch, g)
    if (lacks(step)) return step
    const vouched = rows.row('vouched', log)
    // It vouches for what is as if unsaid.
    const gone: readonly RowChange[] =
      vouched !== null && vouched.checkpoint.g > g ? [{ table: 'vouched', key: log, row: null }] : []
    return { changes: [...step.changes, ...gone], outputs: step.outputs }
  })
  if (outputs === null) return false
  desk.settings.tell({ kind: 'reconciled', log, agreedG: g })
  return true
}

/** [EX12] Everything that is owed, in its order: all of it anew or the states of a room, then what could not be folded. */
export async function takeOwed(desk: CatchingUp): Promise<boolean> {
  const { log } = desk.followed
  const { copy } = desk.settings.store
  const isOwed = isOwedStates(copy, log)
  if (isOwed && !(await (isHubLog(log) ? joinRoom(desk) : takeWhole(desk)))) return false
  return askRows(desk)
}

/** Whether this authority owes this copy all of its states: what its log tells is told of them. */
export const isOwedStates = (copy: ReplicaStore['copy'], log: string): boolean =>
  copy.row('anew', log) !== null || hasNoStates(copy, log)

/** Nothing of the log can be folded before they are here. */
export const hasNoStates = (copy: ReplicaStore['copy'], log: string): boolean =>
  isHubLog(log) ? copy.row('cursor', log) === null : isBare(copy, log)

/** A copy that was never given anything of this centre. */
function isBare(copy: ReplicaStore['copy'], log: string): boolean {
  if (copy.row('cursor', log) !== null) return false
  for (const _ of copy.scan('aggregate')) return false
  return true
}

/** [SY27, EX14] All of it anew, in chunks or at once. False: not this time. */
async function takeWhole(desk: CatchingUp): Promise<boolean> {
  const { log } = desk.followed
  const { tell, takeAnew } = desk.settings
  tell({ kind: 'taking-anew', log })
  if (takeAnew !== undefined) return takeAnew(desk.asks, log)
  // A large copy is long on its way: what was heard meanwhile would make it a late one [SY40].
  return desk.withoutNews(() => takeSnapshotOf(desk))
}

async function takeSnapshotOf(desk: CatchingUp): Promise<boolean> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const given = await wholeCopyOf(desk)
    if (given === null) return false
    const outputs = await desk.take((copy) => takeSnapshot(copy, given.head, given.rows))
    if (outputs === null) return false
    const { chunks } = desk.settings
    if (chunks !== undefined) chunks.begun = null
    // Said before what is held was: asked again.
    if (!outputs.some(({ kind }) => kind === 'out-of-step')) return true
  }
  return false
}

async function wholeCopyOf(desk: CatchingUp): Promise<GivenCopy | null> {
  const { asks, followed, settings } = desk
  if (settings.chunks === undefined) return copyOf(desk)
  const { copy } = settings.store
  const atLeast = Math.max(copy.row('cursor', followed.log)?.g ?? 0, copy.row('anew', followed.log)?.g ?? 0)
  const given = await copyInChunks(asks, followed, settings, settings.chunks, atLeast)
  if (given === 'not-here') return copyOf(desk)
  if (given === null || 'head' in given) return given
  settings.chunks.begun = null
  desk.breakOff(given.broken)
  return null
}

/** [SY37] Who joins a room, or is owed its states anew, takes first all that its hub may give him; its log follows from the first entry. */
async function joinRoom(desk: CatchingUp): Promise<boolean> {
  const { log } = desk.followed
  const given = await copyOf(desk)
  if (given === null) return false
  const outputs = await desk.take((copy) => {
    const step = takeAskedRows(copy, given.rows, log)
    if (lacks(step) || copy.row('anew', log) === null) return step
    return { ...step, changes: [...step.changes, { table: 'anew', key: log, row: null }] }
  })
  return outputs !== null
}

/** States that this copy could not fold, of whoever orders them: those only that were asked for are taken. */
async function askRows(desk: CatchingUp): Promise<boolean> {
  const { log } = desk.followed
  const wanted = [...desk.settings.store.copy.scan('readOnly')].flatMap(([entity, { why, kinds }]) =>
    // [SY26] What this program did not know when it came, and knows since it was brought up to date.
    why === 'history-missing' || kinds?.every(isKnownKind) ? [entity] : [],
  )
  for (let at = 0; at < wanted.length; at += maxRowsAsked) {
    const asked = wanted.slice(at, at + maxRowsAsked)
    const given = await desk.asks.ask('rows', { entities: asked })
    if (!given.ok) return false
    const { rows } = given.value
    const names = new Set(asked)
    if (!rows.every(({ entity }) => names.has(entity))) {
      desk.breakOff('states that nobody asked for')
      return false
    }
    // A hub knows of its room alone: what it does not give may well be there.
    const outputs = await desk.take((copy) => takeAskedRows(copy, rows, log, isHubLog(log) ? [] : asked))
    if (outputs === null) return false
  }
  return true
}

/** Null: not given, or nobody vouches for it. */
async function copyOf(desk: CatchingUp): Promise<Asks['copy']['answer'] | null> {
  const given = await desk.asks.ask('copy', {})
  if (!given.ok) return null
  const { head, checkpoint } = given.value
  if (isVouchedFor(desk, head, checkpoint)) return given.value
  desk.breakOff('a copy that nobody vouches for')
  return null
}

function isVouchedFor(
  { followed: { log, authorityKey }, settings }: CatchingUp,
  head: LogRecord,
  checkpoint: SignedCheckpoint,
): boolean {
  const { log: of, epoch, g, r } = checkpoint.checkpoint
  const isOfHead =
    head.log === log && of === log && epoch === head.epoch && g === head.g && r === receiptText(head.r)
  return isOfHead && (authorityKey === null || checkpointHolds(checkpoint, authorityKey, settings.ports))
}

const mostAttempts = 3
