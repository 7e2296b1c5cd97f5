import { randomBytes } from 'node:crypto'
import { generateDeviceKeys, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { newRoomKey } from '#main/adapters/network/certificate/roomKey.ts'
import type {
  ChannelAuthority,
  ChannelDevice,
  KnownDevice,
  OpenRoom,
  RoomPin,
  Timers,
} from '#main/adapters/network/networkPorts.ts'
import { nodeTimers } from '#main/adapters/network/nodeTimers.ts'
import { openRoom, type RoomSettings } from '#main/adapters/network/room/openRoom.ts'

/** A room on a free port of this machine, and devices that it knows. */
export interface TestRoom {
  readonly room: OpenRoom
  readonly pin: RoomPin
  readonly authorityKey: Uint8Array
  readonly known: Map<string, KnownDevice>
  /** A device whose key the room knows. */
  device(id: string, change?: Partial<ChannelDevice>): ChannelDevice
}

export async function testRoom(
  change: Partial<RoomSettings> = {},
  timers: Timers = nodeTimers,
): Promise<TestRoom> {
  const hub = generateDeviceKeys()
  const known = new Map<string, KnownDevice>()
  const authority: ChannelAuthority = {
    id: 'hub-device',
    log: 'session-1',
    schemas: [1, 3],
    restores: () => 0,
    head: () => 42,
    device: (id) => known.get(id) ?? null,
    sign: nodeSigner(hub.privateKey).sign,
  }
  const opened = await openRoom({
    privateKey: newRoomKey(),
    authority,
    clock: { nowMs: () => Date.now() },
    randomness: { bytes: (length) => new Uint8Array(randomBytes(length)) },
    timers,
    port: 0,
    ...change,
  })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const room = opened.value
  return {
    room,
    known,
    authorityKey: hub.publicKey,
    pin: { addresses: ['127.0.0.1'], port: room.port, fingerprint: room.fingerprint },
    device: (id, change = {}) => {
      const keys = generateDeviceKeys()
      known.set(id, { publicKey: keys.publicKey, revoked: false, knownSeq: 7 })
      return {
        id,
        app: '1.0.0',
        schemas: [1, 2],
        position: () => ({ cursor: 0, receipt: null }),
        sign: nodeSigner(keys.privateKey).sign,
        authorityKey: () => hub.publicKey,
        ...change,
      }
    },
  }
}
