import type { SignedCommit } from '#shared/operations/commit.ts'
import { carriedCommits, heldRecord, roomRecord } from '#shared/operations/exchange/roomRecord.ts'
import { emergencyLease } from '#shared/operations/lease/emergencyLease.ts'
import { isOpeningRefused } from '#shared/operations/lease/isOpeningRefused.ts'
import { type Lease, leaseLog } from '#shared/operations/lease/lease.ts'
import { succeedHub } from '#shared/operations/lease/succeedHub.ts'
import type { DiskReader } from '../kernel/disk.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import type { Act, HubTrick } from '../meeting/act.ts'
import { centre, chairLaptop, secretary, sessionId } from '../meeting/cast.ts'
import { authority } from './authority.ts'
import { withoutRights } from './authorityBugs.ts'
import { control, emergencyId } from './controlOperationsOf.ts'
import type { Copy } from './copy.ts'
import type { HubMessage } from './hubMessage.ts'
import { loaded } from './loaded.ts'
import { falseRun, isOnTheOtherSide } from './lyingHub.ts'
import type { Message } from './message.ts'
import { type RowStore, rowStore } from './rowStore.ts'
import { sealed } from './sealed.ts'
import { centreLog, type WorldOf } from './worldOf.ts'

type HubEffect = Effect<Message>
type LeaseGiven = Extract<HubMessage, { kind: 'lease' }>

/** The part of a laptop that orders a room. */
export interface HubPart {
  tick(moment: Moment): readonly HubEffect[]
  act(act: Act, moment: Moment): readonly HubEffect[]
  heard(from: string, message: Message, moment: Moment): readonly HubEffect[]
  /** Those of the room that it orders: nobody else may have rows of their own on the same place of the disk. */
  rows(): RowStore
}

/** `standby`: the lease is here and the room is not open; `ending`: nothing more is ordered, the log goes back. */
type Standing = 'standby' | 'open' | 'ending' | 'ended'

const leaseKey = 'own|lease'
const standingKey = 'own|hub'
const apartKey = 'own|set-apart'
const lieKey = 'own|lie'

export function hubPart(disk: DiskReader, copy: Copy, world: WorldOf): HubPart {
  const mayHub = copy.address === secretary || copy.address === chairLaptop
  let given = (disk.get(leaseKey) as LeaseGiven | undefined) ?? null
  let apart = disk.get(apartKey) === true
  let standing = (disk.get(standingKey) as Standing | undefined) ?? null
  let lie = (disk.get(lieKey) as HubTrick | undefined) ?? null
  const log = () => (given === null ? '' : leaseLog(given.lease.id))
  let store = rowStore(disk, `hub:${log()}`)
  const successorIs = (device: string) => device.split('#')[0] === chairLaptop
  const others = world.cast.people.map(({ address }) => address)
  /** What the successor in the room was last seen to hold, and when, by the clock of this laptop. */
  let successor: { readonly after: number; readonly atMs: number } | null = null
  let nowMs = 0
  let sinceMs = 0
  const opened = () =>
    authority(
      store,
      copy.address,
      world,
      (outputs) => (outputs.some(({ kind }) => kind === 'entry') ? pokes() : []),
      {
        // [SY19] Nobody is told before the successor holds it, as long as the successor is there.
        upTo: (device) =>
          lie === 'withhold' && isOnTheOtherSide(device)
            ? 0
            : successorIs(device) || successor === null || sinceMs - successor.atMs > 10_000
              ? Number.POSITIVE_INFINITY
              : successor.after,
        ...(world.bug === 'B5' || lie === 'judge-anything' ? { view: withoutRights(store) } : {}),
      },
    )
  let orders = opened()
  /** What the other half of the room is told is the log. */
  const twinRows = () => rowStore(disk, `twin:${log()}`)
  let twin = { store: twinRows(), orders: authority(twinRows(), copy.address, world, () => []) }
  const openTwin = () => {
    const rows = twinRows()
    twin = { store: rows, orders: authority(rows, copy.address, world, () => []) }
  }
  const ordersFor = (device: string) =>
    lie === 'two-orders' && isOnTheOtherSide(device) ? twin.orders : orders
  const keep = (message: LeaseGiven): void => {
    given = message
    store = rowStore(disk, `hub:${log()}`)
    orders = opened()
    openTwin()
  }
  const pokes = (): readonly HubEffect[] => {
    const head = store.row('log', 'log')?.g ?? 0
    return others.map((to) => ({ do: 'send', to, message: { kind: 'poke', log: log(), head } }))
  }
  const become = (
    next: Standing,
    rows: readonly (readonly [string, unknown])[] = [],
  ): readonly HubEffect[] => {
    standing = next
    return [{ do: 'write', rows: [[standingKey, next], ...rows] }, { do: 'sync' }]
  }
  const announce = (open: boolean): readonly HubEffect[] => {
    const epoch = store.row('log', 'log')?.epoch ?? 0
    const isParted = apart || given?.lease.emergency === true
    const message = { kind: 'room', log: log(), epoch, open, apart: isParted } as const
    return others.map((to) => ({ do: 'send', to, message }))
  }

  return {
    rows: () => store,
    tick: () => [...askedOfRoom(), ...ticked()],
    act(act, moment) {
      if (act.kind === 'leave-room') return left()
      if (act.kind === 'lie-as-hub') {
        if (standing === 'open') return []
        lie = act.trick
        if (given !== null) orders = opened()
        return [
          { do: 'write', rows: [[lieKey, lie]] },
          { do: 'sync' },
          { do: 'show', what: { word: `lies: ${lie}`, about: {} } },
        ]
      }
      if (act.kind === 'open-emergency') return openedAlone(moment)
      if (given === null || !mayHub) return []
      if (act.kind === 'open-room' && standing === 'standby' && given.lease.hub === copy.address) {
        store.change(given.seed)
        if (lie === 'two-orders') twin.store.change(given.seed)
        return [...become('open', [...store.take(), ...twin.store.take()]), ...announce(true)]
      }
      if (
        act.kind === 'take-over' &&
        standing === 'standby' &&
        given.lease.hub !== copy.address &&
        copy.room?.log === log()
      )
        return takeOver(given, moment)
      return act.kind === 'close-room' && standing === 'open'
        ? [...become('ending'), ...returning(given.lease)]
        : []
    },
    heard(from, message, moment) {
      nowMs = moment.clockMs
      sinceMs = moment.sinceMs
      switch (message.kind) {
        case 'lease':
          if (given !== null || !mayHub) return []
          keep(message)
          return become('standby', [[leaseKey, message]])
        case 'push':
          return standing === 'open' && message.log === log() ? received(message.commits, moment) : []
        case 'pull':
          if (message.log !== log() || standing === null || standing === 'standby') return []
          if (from === chairLaptop) successor = { after: message.after, atMs: moment.sinceMs }
          return ordersFor(message.device).answer(from, message, moment)
        case 'ask-rows':
        case 'ask-copy':
        case 'ask-agreed':
          return message.log === log() && standing !== null && standing !== 'standby'
            ? ordersFor(message.device).asked(from, message, moment)
            : []
        case 'returned':
          if (given?.lease.id !== message.lease || standing !== 'ending') return []
          apart = message.apart
          return [...become('ended', [[apartKey, apart]]), ...announce(false)]
        case 'offer-run':
          return offered(message.lease)
        case 'room':
          return entered(from, message)
        default:
          return []
      }
    },
  }

  function ticked(): readonly HubEffect[] {
    if (!mayHub) return []
    if (given === null)
      return [{ do: 'send', to: centre, message: { kind: 'ask-lease', device: copy.head.dev } }]
    if (standing !== 'ended' && isRefused()) return givenUp()
    if (standing === 'open') return announce(true)
    if (standing === 'ending') return [...returning(given.lease), ...announce(true)]
    return standing === 'ended' ? announce(false) : []
  }

  function received(commits: readonly SignedCommit[], moment: Moment): readonly HubEffect[] {
    const said = orders.receive(commits, moment)
    return lie === 'two-orders' ? [...said, ...twin.orders.receive(commits.toReversed(), moment)] : said
  }

  /** [HS14] Rooms and the centre call the laptops of the cast by name: a clone that is in a room asks, as the product does. */
  function askedOfRoom(): readonly HubEffect[] {
    const isClone = copy.address !== copy.user
    if (!isClone || copy.room === null || standing === 'open' || standing === 'ending') return []
    return [{ do: 'send', to: centre, message: { kind: 'ask-room', log: copy.room.log } }]
  }

  /** [SY22] Nobody gave a lease, and the room is opened on what this laptop was last told. */
  function openedAlone(moment: Moment): readonly HubEffect[] {
    if (!mayHub || given !== null || copy.room !== null || copy.head.mustEnrol) return []
    const id = emergencyId(copy.address)
    const hub = copy.head.dev
    const wish = { id, session: sessionId, successors: [], from: 0, to: 4_000_000_000_000 }
    const seeded = emergencyLease(copy.store, { ...wish, hub })
    if (typeof seeded === 'string') return []
    const { id: _id, ...data } = wish
    const said = sealed([control('lease.open@1', `lease/${id}`, data)], copy, moment, world)
    if (said.length === 0) return []
    const message: LeaseGiven = { kind: 'lease', ...seeded }
    keep(message)
    store.change(seeded.seed)
    const shown: HubEffect = { do: 'show', what: { word: 'opens without the centre', about: { id } } }
    return [...said, ...become('open', [[leaseKey, message], ...store.take()]), shown, ...announce(true)]
  }

  /** The centre did not let this laptop open its room: what came to it is offered as it is. */
  function isRefused(): boolean {
    return given?.lease.emergency === true && isOpeningRefused(copy.store, given.lease.id)
  }

  function givenUp(): readonly HubEffect[] {
    const { commits } = roomRecord(store)
    apart = true
    return [
      ...become('ended', [[apartKey, true]]),
      { do: 'send', to: centre, message: { kind: 'push', log: centreLog, commits } },
      ...announce(false),
    ]
  }

  /** Who leaves before the end knows nothing of what becomes of it: his copy is taken anew. */
  function left(): readonly HubEffect[] {
    if (copy.room === null || standing === 'open' || standing === 'ending') return []
    return [{ do: 'write', rows: copy.joinRoom(null, true) }, { do: 'sync' }]
  }

  /** [SY20] The whole log and every commit that came, each time: returning twice is harmless. */
  function returning(lease: Lease): readonly HubEffect[] {
    const { entries, commits } = roomRecord(store)
    const run = falseRun(
      { entries, checkpoint: orders.checkpoint(nowMs) },
      lie,
      copy.address,
      world.cryptography,
    )
    const carried = carriedCommits(store, 0).commits
    const message: Message = { kind: 'return', lease: lease.id, run, carried, commits, byHub: true }
    return [{ do: 'send', to: centre, message }]
  }

  /** [SY21] What this laptop holds of the log of a voided lease, from its first entry without a hole. */
  function offered(lease: string): readonly HubEffect[] {
    if (standing === 'open' || standing === 'ending') {
      // The hub itself learns that its lease was voided: it orders nothing more.
      return given?.lease.id === lease ? [...become('ending'), ...returning(given.lease)] : []
    }
    // Told once: a laptop that left has left.
    const isNew = copy.store.row('cursor', leaseLog(lease)) !== null && !copy.hasVoided(leaseLog(lease))
    const leaves: readonly HubEffect[] = isNew
      ? [{ do: 'write', rows: copy.leaveVoided(leaseLog(lease)) }, { do: 'sync' }]
      : []
    const held = heldRecord(copy.store, leaseLog(lease))
    return held === null
      ? leaves
      : [
          ...leaves,
          { do: 'send', to: centre, message: { kind: 'return', lease, ...held, carried: [], byHub: false } },
        ]
  }

  function takeOver({ lease, seed }: LeaseGiven, moment: Moment): readonly HubEffect[] {
    nowMs = moment.clockMs
    const held = heldRecord(copy.store, log())
    if (held === null) return []
    store.change(seed)
    const answer = loaded(succeedHub(store, lease.id, held, orders.ports))
    store.change(answer.changes)
    const shown = answer.outputs.map(
      (output): HubEffect => ({ do: 'show', what: { word: 'authority incident', about: output } }),
    )
    return [
      ...become('open', store.take()),
      ...shown,
      { do: 'show', what: { word: 'succeeds', about: { log: log() } } },
      ...announce(true),
    ]
  }

  /** A laptop follows the hub of the highest epoch that it heard of, and leaves when the room is closed. */
  function entered(
    from: string,
    { log: named, epoch, open, apart }: Extract<HubMessage, { kind: 'room' }>,
  ): readonly HubEffect[] {
    const { room } = copy
    if (!open)
      return room?.log === named && (room.hub === from || from === centre)
        ? [{ do: 'write', rows: copy.joinRoom(null, apart) }, { do: 'sync' }]
        : []
    // One room at a time: the one that was entered first, or one's own.
    const isOther = room !== null && room.log !== named
    const isOwnElsewhere = (standing === 'open' || standing === 'ending') && named !== log()
    if (copy.hasLeft(named) || isOther || isOwnElsewhere) return []
    const isHere = room?.log === named && (room.hub === from || room.epoch >= epoch)
    return isHere
      ? []
      : [
          {
            do: 'write',
            rows: copy.joinRoom({
              hub: from,
              log: named,
              epoch,
              entered: room?.log === named && room.entered,
            }),
          },
          { do: 'sync' },
        ]
  }
}
