import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import { base64UrlDecode } from '#shared/operations/commitBase64Url.ts'
import {
  type DeviceExchange,
  deviceExchange,
  type Followed,
} from '#shared/operations/exchange/deviceExchange.ts'
import type { PeerChannel } from '#shared/operations/exchange/exchangePorts.ts'
import { askSeed } from '#shared/operations/exchange/roomErrands.ts'
import { isHubLog, type Lease } from '#shared/operations/lease/lease.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import type { RoomPin, RoomVisitor, Welcome } from '../../adapters/network/networkPorts.ts'
import { ownDevice } from '../link/ownDevice.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { type RoomPlace, roomLog } from './roomPlace.ts'

/**
 * A channel with the hub of the room that was joined, by its pin. Refuses as `RoomVisitor.connect`, `sync.must-enrol`,
 * `network.other-machine` when another log is served there.
 */
export async function connectToRoom(
  sharing: FileSharing,
  place: RoomPlace,
  visitor: RoomVisitor,
  app: string,
): Promise<Result<{ readonly channel: PeerChannel; readonly followed: Followed }>> {
  if (place.pin === null) return refuse('room.none-open')
  const reached = await reach(sharing, place.pin, visitor, app, roomLog(place))
  if (!reached.ok) return reached
  const { channel, followed } = reached.value
  if (followed.log === roomLog(place)) return ok({ channel, followed })
  channel.close('closing')
  return refuse('network.other-machine')
}

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
    : ok({ lease, seed: given?.ok ? given.value.rows : null })
}

export interface EnteredRoom {
  readonly lease: Lease
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
