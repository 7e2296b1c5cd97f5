import type { SignedCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import { receiptText } from '#shared/operations/authority/receipts.ts'
import { scopeOf } from '#shared/operations/scopes/scopeOf.ts'
import type { DiskReader, Rows } from '../kernel/disk.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import type { Person } from '../meeting/cast.ts'
import type { NewOperation } from '../meeting/operationsOf.ts'
import { type CopiedLog, copiedLog } from './copiedLog.ts'
import { copyRows } from './copyRows.ts'
import { foldedCopy } from './foldedCopy.ts'
import type { FeedItem, FirstCopy, Message } from './message.ts'
import { chainKey, type OwnChain, type OwnCommit, ownCommits, seal } from './ownChain.ts'
import { centreLog, type WorldOf } from './worldOf.ts'

/** What the disk of a laptop says of a commit of its own: the last verdict that it was told, by each log. */
export interface KnownAnswer {
  readonly verdict: string
  readonly log: string
  readonly epoch: number
  readonly g: number
}

/** The room that a laptop is in. */
export interface RoomJoined {
  readonly hub: string
  readonly log: string
  /** Succession of the hub. */
  readonly epoch: number
}

type LaptopEffect = Effect<Message>

/** What only a dishonest laptop writes otherwise than its program would. */
interface Forced {
  readonly scope?: string
}

/** Places of the operations of a room, then of those that nobody ordered yet, after all of the centre's. */
const roomOrder = 1e9
const pendingOrder = 2e9

export type LaptopMemory = ReturnType<typeof laptopMemory>

/** All that a laptop knows, read from its disk; each change answers the rows that keep it. */
export function laptopMemory(address: string, disk: DiskReader, person: Person, world: WorldOf) {
  const fold = foldedCopy()
  const rows = copyRows(fold)
  const own = new Map(ownCommits(disk).map((commit) => [commit.cid, commit]))
  let chain = (disk.get(chainKey) as OwnChain | undefined) ?? {
    device: person.address,
    seq: 0,
    prev: null,
    hlc: null,
  }
  let wantsDevice = disk.get(wantsDeviceKey) === true
  let room = (disk.get(roomKey) as RoomJoined | undefined) ?? null
  const left = new Set((disk.get(leftKey) as readonly string[] | undefined) ?? [])
  let inARow = 0
  const sentOnce = new Set<string>()
  let hubKnows = { device: '', seq: 0 }
  let chunks = { moment: '', byPlace: new Map<number, readonly FeedItem[]>() }
  const logs = new Map<string, CopiedLog>()
  const settled = new Map<string, KnownAnswer>(
    disk.list('own|answer|').map(([key, row]) => [key.slice('own|answer|'.length), row as KnownAnswer]),
  )
  const logOf = (log: string): CopiedLog => {
    const known = logs.get(log)
    if (known !== undefined) return known
    const opened = copiedLog(disk, log, world, fold, (g) => (log === centreLog ? g : roomOrder + g))
    logs.set(log, opened)
    return opened
  }
  const answersOf = (log: string): Map<string, string> =>
    new Map([...logOf(log).items.values()].map(({ entry }) => [entry.cid, entry.verdict]))
  const answers = { centre: new Map<string, string>(), room: new Map<string, string>() }
  const pendingOrders = new Map<string, number>()
  const answersIn = (log: string) => (log === centreLog ? answers.centre : answers.room)

  logOf(centreLog)
  answers.centre = answersOf(centreLog)
  if (room !== null) {
    logOf(room.log)
    answers.room = answersOf(room.log)
    for (const [cid] of answers.centre) leaveRoomCopy(cid)
  }
  for (const commit of own.values()) if (!isSettled(commit.cid)) addPending(commit)

  function isSettled(cid: string): boolean {
    const said = answers.centre.get(cid) ?? null
    return (said !== null && said !== 'deferred') || answers.room.has(cid)
  }
  function addPending({ cid, operations }: OwnCommit): void {
    const order = pendingOrder + pendingOrders.size
    pendingOrders.set(cid, order)
    fold.add(order, operations)
  }
  function dropPending({ cid, operations }: OwnCommit): void {
    const order = pendingOrders.get(cid)
    if (order !== undefined) fold.remove(order, operations)
  }
  /** What was settled and is not any more is pending again. */
  function unsettling(change: () => void): void {
    const were = [...own.values()].filter(({ cid }) => isSettled(cid))
    change()
    for (const commit of were) if (!isSettled(commit.cid)) addPending(commit)
  }
  /** What the centre has taken over from a room is folded at its place there, and no more at the place in the room. */
  function leaveRoomCopy(cid: string): void {
    if (room === null || answers.centre.get(cid) === 'deferred') return
    const item = [...logOf(room.log).items.values()].find(({ entry }) => entry.cid === cid)
    if (item === undefined) return
    fold.remove(roomOrder + item.entry.g, own.get(cid)?.operations ?? itemOperations(item))
  }

  function sealNext(operations: readonly NewOperation[], moment: Moment, forced: Forced = {}) {
    const [first] = operations
    const scope =
      forced.scope ??
      (first === undefined
        ? null
        : scopeOf({ kind: first.kind, entity: first.entity, data: first.data }, rows))
    if (scope === null) return null
    const { head } = logOf(centreLog)
    const committed = operations.map((operation) => ({
      k: operation.kind,
      e: operation.entity,
      x: fold.versionBefore(operation.entity, pendingOrder),
      ...(operation.onBehalfOf === undefined ? {} : { ob: operation.onBehalfOf }),
      d: operation.data as never,
    }))
    const sealing = {
      user: person.address,
      scope,
      schema: 1,
      follow: { log: centreLog, epoch: head.epoch },
      base: { g: head.g, r: receiptText(head.r) },
    }
    return seal(chain, committed, sealing, moment, world.cryptography)
  }

  return {
    address,
    user: person.address,
    person,
    view: fold,
    rows,
    get chain() {
      return chain
    },
    get room() {
      return room
    },
    get wantsDevice() {
      return wantsDevice
    },
    isKept: disk.get(chainKey) !== undefined,
    /** Devices whose commits this laptop holds, in the order in which it used them. */
    get devices(): readonly string[] {
      return [...new Set([...own.values()].map(({ device }) => device))]
    },
    get refusedOnce() {
      return [...own.keys()].some((cid) => !['ok', 'deferred', undefined].includes(answers.centre.get(cid)))
    },
    ownOperations: () => [...own.values()].flatMap(({ operations }) => operations),
    logOf,
    /** The room was closed: who still announces it is heard too late. */
    hasLeft: (log: string) => left.has(log),
    follows: (log: string) => log === centreLog || log === room?.log,
    /** Z9: what was sent once is dropped from the queue, whatever became of it. */
    sendOnce(commits: readonly OwnCommit[]): void {
      for (const { cid } of commits) sentOnce.add(cid)
    },
    ownCommit: (cid: string) => own.get(cid) ?? null,
    /** How many feeds in a row left this laptop behind, this one included. */
    fedInARow(behind: number): number {
      inARow = behind > 15 ? inARow + 1 : inARow > 3 ? inARow : 0
      return inARow
    },
    /** The items of a first copy once its last chunk came; null before. A chunk of another moment begins anew. */
    chunkCame(copy: FirstCopy): readonly FeedItem[] | null {
      const { g, r } = copy.checkpoint.checkpoint
      if (chunks.moment !== `${g} ${r}`) chunks = { moment: `${g} ${r}`, byPlace: new Map() }
      chunks.byPlace.set(copy.chunk, copy.items)
      if (chunks.byPlace.size < copy.chunks) return null
      return [...chunks.byPlace].sort(([a], [b]) => a - b).flatMap(([, items]) => items)
    },
    answered: (cid: string) => answers.centre.get(cid) ?? null,
    learnHubSeq(device: string, seq: number): void {
      hubKnows = { device, seq }
    },
    /** A hub is given the whole chain from where it stands: what it does not order it carries to the centre. */
    unanswered(log: string): readonly OwnCommit[] {
      return [...own.values()].filter(({ cid, device, seq }) =>
        log === centreLog
          ? !answers.centre.has(cid) && !sentOnce.has(cid)
          : device === hubKnows.device && device === chain.device
            ? seq > hubKnows.seq
            : !isSettled(cid),
      )
    },
    checkpointOf: (log: string) => (disk.get(checkpointKey(log)) as SignedCheckpoint | undefined) ?? null,

    unsentToo: () => [...own.values()].map(({ commit }) => commit),
    /** Another commit under the same head, which no honest laptop makes. */
    sealTwin: (operations: readonly NewOperation[], moment: Moment) =>
      sealNext(operations, moment)?.own.commit ?? null,
    /** Seals one commit of these operations and keeps it. Null when they have no scope here, or are too large. */
    seal(
      operations: readonly NewOperation[],
      moment: Moment,
      forced: Forced = {},
    ): (OwnCommit & { readonly rows: Rows }) | null {
      const sealed = sealNext(operations, moment, forced)
      if (sealed === null) return null
      chain = sealed.chain
      own.set(sealed.own.cid, sealed.own)
      addPending(sealed.own)
      return { ...sealed.own, rows: sealed.rows }
    },

    /** [SY7] The chain cannot go on (a fork, or an old image of this disk): from now on under a new key. */
    renewDevice(moment: Moment): Rows {
      chain = {
        device: `${person.address}#${Buffer.from(moment.chance.bytes(4)).toString('hex')}`,
        seq: 0,
        prev: null,
        hlc: chain.hlc,
      }
      wantsDevice = true
      return [
        [chainKey, chain],
        [wantsDeviceKey, true],
      ]
    },
    enrolled(): Rows {
      wantsDevice = false
      return [[wantsDeviceKey, undefined]]
    },

    /** A new entry that this laptop took: what it says of a commit of its own. */
    learnAnswer(
      log: string,
      { entry }: FeedItem,
    ): { readonly rows: Rows; readonly shown: readonly LaptopEffect[] } {
      const { cid, verdict, g, epoch } = entry
      answersIn(log).set(cid, verdict)
      if (log === centreLog) leaveRoomCopy(cid)
      const commit = own.get(cid)
      if (commit === undefined) return { rows: [], shown: [] }
      // Z10: what was folded when it was said stays where it is, whatever its place in the order.
      if (isSettled(cid) && world.bug === 'Z10' && verdict === 'ok' && log === centreLog)
        fold.remove(g, commit.operations)
      else if (isSettled(cid)) dropPending(commit)
      const before = settled.get(cid)
      const answer: KnownAnswer = { verdict, log, epoch, g }
      const shown: LaptopEffect[] = [{ do: 'show', what: { word: 'verdict', about: { cid, ...answer } } }]
      if (verdict === 'deferred') return { rows: [], shown }
      settled.set(cid, answer)
      if (before !== undefined && before.verdict !== verdict)
        shown.push({
          do: 'show',
          what: { word: 'incident', about: { cid, was: before.verdict, is: verdict } },
        })
      return { rows: [[`own|answer|${cid}`, answer]], shown }
    },

    /** [SY17] Nothing of a log is held any more; what it said is kept, to be compared. */
    startAgain(log: string): Rows {
      unsettling(() => answersIn(log).clear())
      return logOf(log).reset()
    },

    joinRoom(joined: RoomJoined | null): Rows {
      if (room !== null && joined?.log !== room.log) {
        const copied = logOf(room.log)
        unsettling(() => {
          for (const { entry } of copied.items.values()) answers.room.delete(entry.cid)
        })
        copied.letGo()
        logs.delete(room.log)
      }
      if (joined === null && room !== null) left.add(room.log)
      room = joined
      if (joined !== null) logOf(joined.log)
      return [
        [roomKey, joined ?? undefined],
        [leftKey, [...left]],
      ]
    },
  }
}

const roomKey = 'own|room'
const leftKey = 'own|rooms-left'
const wantsDeviceKey = 'own|wants-device'
export const checkpointKey = (log: string): string => `own|checkpoint|${log}`

function itemOperations({ commit }: FeedItem) {
  return commit === null || commit.body.length === 0
    ? []
    : (JSON.parse(new TextDecoder().decode(commit.body)) as { ops: OwnCommit['operations'] }).ops
}
