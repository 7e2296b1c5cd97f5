import type { IncomingMessage, ServerResponse } from 'node:http'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { base64UrlDecode } from '#shared/operations/commitBase64Url.ts'
import {
  type AuthorityEvent,
  type AuthorityExchange,
  authorityExchange,
} from '#shared/operations/exchange/authorityExchange.ts'
import type { PeerChannel } from '#shared/operations/exchange/exchangePorts.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import type { SharedRows } from '#shared/usecases/sharingPorts.ts'
import { nodeSigner } from '../../adapters/keys/nodeCrypto.ts'
import type { ChannelAuthority, OpenRoom } from '../../adapters/network/networkPorts.ts'
import { openRoom } from '../../adapters/network/room/openRoom.ts'
import { roomBlobs } from '../attachments/roomBlobs.ts'
import { ownSchemas } from '../link/ownDevice.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { hubStore } from './hubStore.ts'
import { ownChannel } from './ownChannel.ts'
import { ownRoomKey, ownWay } from './ownWay.ts'
import { type RoomPlace, roomLog } from './roomPlace.ts'

/** A room that this laptop orders: its network, its log, its own line to itself. */
export interface HubRoom {
  readonly network: OpenRoom
  readonly exchange: AuthorityExchange
  readonly rows: SharedRows
  /** A new line of this laptop to its own hub. */
  ownLine(): PeerChannel
  /** Says good-bye to everybody, `over` for good; the log stays in the file. */
  close(reason: 'closing' | 'over'): Promise<void>
}

export interface HubRoomSettings {
  readonly file: ShareableFile
  readonly place: RoomPlace
  readonly ports: SyncPorts
  /** What other laptops list; it is public. */
  readonly label: string
  site(request: IncomingMessage, response: ServerResponse): void
  tell(event: AuthorityEvent): void
}

/**
 * Opens the room on the log that lies in the file, new or begun: a hub that was killed goes on with the same lease. Refuses
 * `room.none-open` without the rows of that lease, `sync.must-enrol`, and as `openRoom`.
 */
export async function hubRoom({
  file,
  place,
  ports,
  label,
  site,
  tell,
}: HubRoomSettings): Promise<Result<HubRoom>> {
  const { sharing } = file
  const rows = sharing.hubs.rows(place.lease.id)
  const key = sharing.device()
  const self = sharing.self()
  if (rows === null) return refuse('room.none-open')
  if (key === null || self === null) return refuse('sync.must-enrol')
  const { sign } = nodeSigner(key.privateKey)
  const nowMs = () => ports.clock.nowMs()
  const opened = await openRoom({
    privateKey: ownRoomKey(sharing),
    authority: roomAuthority(rows, key.id, roomLog(place), sign),
    clock: ports.clock,
    randomness: ports.randomness,
    timers: ports.timers,
    label,
    port: place.port,
    site,
  })
  if (!opened.ok) return opened
  const network = opened.value
  const exchange = authorityExchange({
    log: roomLog(place),
    authority: key.id,
    publicKey: key.publicKey,
    store: hubStore(rows),
    ports: { ...ports.crypto, ...ports.judge, sign },
    nowMs,
    tell,
    tellsPresence: true,
    successors: place.lease.successors,
    ownWay: () => ownWay(sharing, network.port),
    knownWays: place.ways.filter(({ device }) => device !== key.id),
    seedOf: async (lease) => sharing.hubs.seed(lease),
    blobs: roomBlobs(file, rows, ports).answer,
  })
  network.onChannel((channel) => {
    const user = rows.row('device', channel.peer)?.user
    if (user === undefined) channel.close('unknown-device')
    else exchange.admit(channel, { user, device: channel.peer })
  })
  const stopTicking = ports.timers.every(tickMs, () => exchange.tick())
  return ok({
    network,
    exchange,
    rows,
    ownLine: () => {
      const line = ownChannel(key.id)
      exchange.admit(line.authority, { user: self.user, device: key.id })
      return line.device
    },
    close: async (reason) => {
      stopTicking()
      exchange.close(reason)
      await network.close()
    },
  })
}

function roomAuthority(
  rows: SharedRows,
  id: string,
  log: string,
  sign: (text: Uint8Array) => Uint8Array,
): ChannelAuthority {
  return {
    id,
    log,
    schemas: ownSchemas,
    restores: () => rows.row('log', 'log')?.epoch ?? 0,
    head: () => rows.row('log', 'log')?.g ?? 0,
    device: (device) => {
      const known = rows.row('device', device)
      const publicKey = known && base64UrlDecode(known.publicKey)
      if (known === null || publicKey == null) return null
      const knownSeq = rows.row('chain', device)?.seq ?? 0
      // A forked device is let in to be told so; what a lost or stolen one says is heard no more.
      return {
        publicKey,
        revoked: known.standing === 'compromised' || known.standing === 'retired',
        knownSeq,
      }
    },
    sign,
  }
}

const tickMs = 500
