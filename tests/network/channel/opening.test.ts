import { createHash } from 'node:crypto'
import { connect } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { generateDeviceKeys, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { connectByRequests, connectRoom } from '#main/adapters/network/client/connectRoom.ts'
import type { Channel, ChannelDevice, RoomPin, Timers } from '#main/adapters/network/networkPorts.ts'
import { nodeTimers } from '#main/adapters/network/nodeTimers.ts'
import { decodeFrame, encodeFrame } from '#shared/operations/wire/frameCodec.ts'
import type { WireFrame } from '#shared/operations/wire/wireFrame.ts'
import { tlsRelay } from '../support/relay.ts'
import { type TestRoom, testRoom } from '../support/testRoom.ts'

const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close()
})

async function aRoom(): Promise<TestRoom> {
  const made = await testRoom()
  open.push(made.room)
  return made
}

type Way = (pin: RoomPin, device: ChannelDevice, timers: Timers) => ReturnType<typeof connectRoom>

function digestOf(frame: WireFrame): string {
  const bytes = encodeFrame(frame)
  if (!bytes.ok) throw new Error(bytes.refusal.code)
  return createHash('sha256').update(bytes.value).digest('hex')
}

const ended = (channel: Channel) => new Promise((settle) => channel.onClose(settle))

describe.each<[string, Way]>([
  ['over a WebSocket', connectRoom],
  ['by requests', connectByRequests],
])('opening a channel %s', (_name, way) => {
  it('[NW8] both sides prove their keys, and learn where the other stands', async () => {
    const made = await aRoom()
    const entered = new Promise<Channel>((settle) => made.room.onChannel(settle))
    const connected = await way(made.pin, made.device('anne'), nodeTimers)
    if (!connected.ok) throw new Error(connected.refusal.code)
    expect(connected.value.welcome).toEqual({
      authority: 'hub-device',
      log: 'session-1',
      restores: 0,
      head: 42,
      knownSeq: 7,
      schemas: [1, 3],
      isAuthorityProven: true,
    })
    expect((await entered).peer).toBe('anne')
    expect(made.room.channels().map(({ peer }) => peer)).toEqual(['anne'])
    connected.value.channel.close('closing')
    await ended(await entered)
    expect(made.room.channels()).toEqual([])
  })

  it('[NW8] frames go both ways, in order, whole', async () => {
    const made = await aRoom()
    made.room.onChannel((channel) => channel.onFrame((frame) => void channel.send(frame)))
    const connected = await way(made.pin, made.device('anne'), nodeTimers)
    if (!connected.ok) throw new Error(connected.refusal.code)
    const sent = Array.from(
      { length: 40 },
      (_, i): WireFrame => ({
        type: 'push',
        batch: i,
        commits: [
          {
            header: new Uint8Array(200).fill(i),
            body: new Uint8Array(1 + i * 4000).fill(i + 1),
            signature: new Uint8Array(64).fill(i),
          },
        ],
      }),
    )
    const back: WireFrame[] = []
    const all = new Promise<void>((done) => {
      connected.value.channel.onFrame((frame) => {
        back.push(frame)
        if (back.length === sent.length) done()
      })
    })
    for (const frame of sent) expect(connected.value.channel.send(frame)).toEqual({ ok: true, value: null })
    await all
    expect(back.map(digestOf)).toEqual(sent.map(digestOf))
  })

  it.each<[string, (made: TestRoom) => ChannelDevice, string]>([
    [
      'a device that the room never heard of',
      (made) => ({ ...made.device('anne'), id: 'nobody' }),
      'network.device-unknown',
    ],
    [
      'a device with the key of another',
      (made) => made.device('anne', { sign: nodeSigner(generateDeviceKeys().privateKey).sign }),
      'network.proof-refused',
    ],
    [
      'a device that was revoked',
      (made) => {
        const device = made.device('anne')
        const known = made.known.get('anne')
        if (known) made.known.set('anne', { ...known, revoked: true })
        return device
      },
      'network.proof-refused',
    ],
    [
      'a hub that does not hold the key the device knows it by',
      (made) => made.device('anne', { authorityKey: () => generateDeviceKeys().publicKey }),
      'network.other-machine',
    ],
  ])('[NW8] refuses %s', async (_what, device, code) => {
    const made = await aRoom()
    expect(await way(made.pin, device(made), nodeTimers)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('[NW8] a hub whose key is not known here yet is told apart, not refused: the pin speaks for it', async () => {
    const made = await aRoom()
    const connected = await way(made.pin, made.device('anne', { authorityKey: () => null }), nodeTimers)
    expect(connected.ok && connected.value.welcome.isAuthorityProven).toBe(false)
  })

  it('[NW4] nothing is said to a machine with another key', async () => {
    const made = await aRoom()
    const spy = await tlsRelay(made.room.port)
    open.push(spy)
    expect(await way({ ...made.pin, port: spy.port }, made.device('anne'), nodeTimers)).toEqual({
      ok: false,
      refusal: { code: 'network.other-machine', details: { address: '127.0.0.1' } },
    })
    expect(spy.seen()).toBe('')
    expect(spy.visits()).toBe(1)
  })

  it('[NW8] the same device on a second channel replaces the first', async () => {
    const made = await aRoom()
    const device = made.device('anne')
    const first = await way(made.pin, device, nodeTimers)
    const second = await way(made.pin, device, nodeTimers)
    if (!first.ok || !second.ok) throw new Error('not connected')
    expect(await ended(first.value.channel)).toEqual({ kind: 'said', reason: 'replaced', retryAfterMs: null })
    expect(made.room.channels()).toHaveLength(1)
  })

  it('[NW8] the room that closes says good-bye to everybody', async () => {
    const made = await aRoom()
    const connected = await way(made.pin, made.device('anne'), nodeTimers)
    if (!connected.ok) throw new Error(connected.refusal.code)
    const end = ended(connected.value.channel)
    await made.room.close()
    expect(await end).toEqual({ kind: 'said', reason: 'closing', retryAfterMs: null })
    expect(await way(made.pin, made.device('anne'), nodeTimers)).toMatchObject({
      refusal: { code: 'network.room-closed' },
    })
  })
})

describe('a proof taken from one channel', () => {
  /** Opens a WebSocket by hand, answers the challenge with `hello`, and gives what the room says. */
  async function play(port: number, hello: (challenge: WireFrame) => Promise<WireFrame> | WireFrame) {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false })
    await new Promise((done) => socket.once('secureConnect', done))
    const web = new WebSocket('ws://room/sync/v1', 'delibere.sync.v1', {
      createConnection: () => socket,
    })
    const frames: WireFrame[] = []
    return new Promise<readonly WireFrame['type'][]>((settle) => {
      web.on('message', async (data) => {
        const frame = decodeFrame(new Uint8Array(data as Buffer))
        if (!frame.ok) throw new Error(frame.refusal.code)
        frames.push(frame.value)
        if (frame.value.type !== 'challenge') {
          web.close()
          return settle(frames.map(({ type }) => type))
        }
        const bytes = encodeFrame(await hello(frame.value))
        if (bytes.ok) web.send(bytes.value)
      })
    })
  }

  it('[NW8] is worth nothing on another: not replayed, not relayed to the room by a hub that lures the device', async () => {
    const made = await aRoom()
    const lure = await aRoom()
    const device = made.device('anne')
    lure.known.set('anne', made.known.get('anne') as never)
    // What the device said to the lure: the lure sees the hello, and offers it to the room at once.
    let said: WireFrame | null = null
    const spying: ChannelDevice = {
      ...device,
      sign: (text) => {
        const proof = device.sign(text)
        said = {
          type: 'hello',
          device: 'anne',
          cursor: 0,
          receipt: null,
          schemas: [1, 2],
          app: '1.0.0',
          nonce: text.slice(-32),
          proof,
        }
        return proof
      },
    }
    const lured = await connectRoom(
      lure.pin,
      { ...spying, authorityKey: () => lure.authorityKey },
      nodeTimers,
    )
    expect(lured.ok).toBe(true)
    expect(await play(made.room.port, () => said as unknown as WireFrame)).toEqual(['challenge', 'bye'])
    expect(await play(lure.room.port, () => said as unknown as WireFrame)).toEqual(['challenge', 'bye'])
    expect(made.room.channels()).toEqual([])
  })
})
