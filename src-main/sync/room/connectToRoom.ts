import type { RefusalCode } from '#shared/kernel/refusalCodes.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import {
  type DeviceExchange,
  deviceExchange,
  type Followed,
} from '#shared/operations/exchange/deviceExchange.ts'
import type { PeerChannel } from '#shared/operations/exchange/exchangePorts.ts'
import { askSeed } from '#shared/operations/exchange/roomErrands.ts'
import { isSucceededBy } from '#shared/operations/lease/isSucceededBy.ts'
import { isHubLog, type Lease } from '#shared/operations/lease/lease.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import type { RoomPin, RoomVisitor, Welcome } from '../../adapters/network/networkPorts.ts'
import { ownDevice } from '../link/ownDevice.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { pinOf } from './ownWay.ts'
import { type RoomPlace, roomLog } from './roomPlace.ts'

/**
 * [HS16] A channel with whoever orders the room that was joined: where it answered last, where the room said that its hub and
 * its successors are found, then what is heard on the network under one of their keys. Refuses as `RoomVisitor.connect`,
 * `sync.must-enrol`, `network.other-machine` when another log is served there, `network.room-closed` by a hub that was succeeded.
 */
export async function connectToRoom(
  sharing: FileSharing,
  place: RoomPlace,
  visitor: RoomVisitor,
  app: string,
): Promise<Result<RoomReached>> {
  if (place.pin === null) return refuse('room.none-open')
  const told = place.ways.map(pinOf).filter((pin) => pin !== null)
  const failed: Extract<Result<never>, { ok: false }>[] = []
  const keys = new Map([place.pin, ...told].map((pin) => [base64UrlEncode(pin.fingerprint), pin]))
  const attempt = (pin: RoomPin) => reachOrderer(sharing, place, pin, visitor, app)
  for (const pin of [place.pin, ...told]) {
    const reached = await attempt(pin)
    if (reached.ok || saidByTheRoom.has(reached.refusal.code)) return reached
    failed.push(reached)
  }
  for (const { addresses, port } of await visitor.look(lookMs))
    for (const { fingerprint } of keys.values()) {
      const reached = await attempt({ addresses, port, fingerprint })
      if (reached.ok) return reached
    }
  // Another machine at one address says nothing of the room, which may come back at the next.
  return (
    failed.find(({ refusal }) => refusal.code !== 'network.other-machine') ??
    failed[0] ??
    refuse('network.nobody-answers')
  )
}

/** Who orders a room, reached. */
export interface RoomReached {
  readonly channel: PeerChannel
  readonly followed: Followed
  /** Where it answered. */
  readonly pin: RoomPin
}

async function reachOrderer(
  sharing: FileSharing,
  place: RoomPlace,
  pin: RoomPin,
  visitor: RoomVisitor,
  app: string,
): Promise<Result<RoomReached>> {
  const log = roomLog(place)
  const reached = await reach(sharing, pin, visitor, app, log)
  if (!reached.ok) return reached
  const { channel, followed, welcome } = reached.value
  // Who may not succeed is not told whom the lease names: those whose way its hub told are of it.
  const { hub, successors } = place.lease
  const mayOrder = [hub, ...successors, ...place.ways.map(({ device }) => device)]
  const isOfRoom = followed.log === log && mayOrder.includes(followed.authority)
  // A hub that comes back after its successor has nothing to say any more [SY63].
  const isPast = welcome.restores < (sharing.copy.row('cursor', log)?.epoch ?? 0)
  if (isOfRoom && !isPast) return ok({ channel, followed, pin })
  channel.close('closing')
  return refuse(isOfRoom ? 'network.room-closed' : 'network.other-machine')
}

/**
 * [SY63] The device that orders the room in the place of this laptop, among those whose way is known; null: none answers so,
 * and this laptop orders it.
 * @param isHeardOf also looks on the network, for one that listens elsewhere now
 */
export async function successorFound(
  sharing: FileSharing,
  place: RoomPlace,
  visitor: RoomVisitor,
  app: string,
  isHeardOf: boolean,
): Promise<{ readonly device: string; readonly pin: RoomPin } | null> {
  const own = sharing.device()?.id ?? ''
  const epoch = sharing.hubs.rows(place.lease.id)?.row('log', 'log')?.epoch ?? 0
  const others = place.ways.flatMap((way) => {
    const pin = way.device === own ? null : pinOf(way)
    return pin === null ? [] : [{ device: way.device, pin }]
  })
  if (others.length === 0) return null
  const look = async ({ device, pin }: (typeof others)[number]) => {
    const reached = await reach(sharing, pin, visitor, app, roomLog(place))
    if (!reached.ok) return null
    const { channel, followed, welcome } = reached.value
    channel.close('closing')
    const isProven =
      followed.log === roomLog(place) && followed.authority === device && welcome.isAuthorityProven
    const other = { device, epoch: welcome.restores }
    return isProven && isSucceededBy(place.lease, { device: own, epoch }, other) ? { device, pin } : null
  }
  const found = (await Promise.all(others.map(look))).find((each) => each !== null)
  if (found !== undefined || !isHeardOf) return found ?? null
  for (const { addresses, port } of await visitor.look(lookMs))
    for (const { device, pin } of others) {
      const heard = await look({ device, pin: { ...pin, addresses, port } })
      if (heard !== null) return heard
    }
  return null
}

/** A refusal by the machine of the room itself: no other way leads further. */
const saidByTheRoom: ReadonlySet<RefusalCode> = new Set([
  'sync.must-enrol',
  'network.device-unknown',
  'network.proof-refused',
  'network.other-version',
])
const lookMs = 1_500

/**
 * Looks at a room whose door was just passed: of which lease it is. The channel that it asks on is let go. Refuses as
 * `connectToRoom`; `bundle.other-committee` is said of a room of another committee, whose hub knows no device of this one.
 */
export async function enteredRoom(
  sharing: FileSharing,
  pin: RoomPin,
  visitor: RoomVisitor,
  ports: SyncPorts,
): Promise<Result<EnteredRoom>> {
  const reached = await reach(sharing, pin, visitor, ports.app, '')
  if (!reached.ok) return reached
  const { channel, followed } = reached.value
  if (!isHubLog(followed.log)) {
    channel.close('closing')
    return refuse('network.other-machine')
  }
  const id = followed.log.slice('lease/'.length)
  // A question and its answer, and nothing taken: the line that follows takes what there is.
  const exchange: DeviceExchange = deviceExchange({
    store: { copy: sharing.copy, take: () => refuse('entity.changed-meanwhile') },
    ports: ports.crypto,
    nowMs: () => ports.clock.nowMs(),
    tell: () => {},
  })
  exchange.follow(channel, followed)
  const answered = await exchange.ask('leases', { known: [id] })
  const lease = answered.ok ? answered.value.leases.find((each) => each.id === id) : undefined
  const own = sharing.device()?.id ?? ''
  const given = lease?.successors.includes(own) ? await askSeed(exchange, id) : null
  exchange.close()
  return lease === undefined
    ? refuse('network.device-unknown')
    : ok({ lease, orderedBy: followed.authority, seed: given?.ok ? given.value.rows : null })
}

export interface EnteredRoom {
  readonly lease: Lease
  readonly orderedBy: string
  /** The rows with which the hub began, for a successor; null when it did not give them. */
  readonly seed: readonly RowChange[] | null
}

async function reach(
  sharing: FileSharing,
  pin: RoomPin,
  visitor: RoomVisitor,
  app: string,
  log: string,
): Promise<
  Result<{ readonly channel: PeerChannel; readonly followed: Followed; readonly welcome: Welcome }>
> {
  const device = ownDevice(
    sharing,
    app,
    () => log,
    (id) => {
      const known = sharing.copy.row('device', id)
      return known === null ? null : (base64UrlDecode(known.publicKey) ?? null)
    },
  )
  if (device === null) return refuse('sync.must-enrol')
  const connected = await visitor.connect(pin, device)
  if (!connected.ok) return connected
  const { channel, welcome } = connected.value
  const authorityKey = welcome.isAuthorityProven ? device.authorityKey(welcome.authority) : null
  return ok({
    channel,
    welcome,
    followed: { authority: welcome.authority, log: welcome.log, authorityKey },
  })
}
