import { createHash, randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { connectByRequests, connectRoom } from '#main/adapters/network/client/connectRoom.ts'
import type { Channel } from '#main/adapters/network/networkPorts.ts'
import { nodeTimers } from '#main/adapters/network/nodeTimers.ts'
import { encodeFrame } from '#shared/operations/wire/frameCodec.ts'
import type { FrameOf, WireFrame } from '#shared/operations/wire/wireFrame.ts'
import { tcpRelay } from '../support/relay.ts'
import { type TestRoom, testRoom } from '../support/testRoom.ts'

/** Nothing in it repeats. */
const noise = new Uint8Array(randomBytes(250_000))

const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close()
})

/** Places of the log in a row, hard to deflate or not. */
const feed = (
  from: number,
  bodyBytes: number,
  isNoise: boolean,
  places = 1,
  pulled = false,
): FrameOf<'feed'> => ({
  type: 'feed',
  log: 'session-1',
  epoch: 0,
  after: from - 1,
  upTo: from - 1 + places,
  head: from - 1 + places,
  pulled,
  part: 0,
  parts: 1,
  slices: Array.from({ length: places }, (_, i) =>
    isNoise ? noise.subarray(from + i, from + i + bodyBytes) : new Uint8Array(bodyBytes).fill(66),
  ),
})

function digestOf(frame: WireFrame): string {
  const bytes = encodeFrame(frame)
  if (!bytes.ok) throw new Error(bytes.refusal.code)
  return createHash('sha256').update(bytes.value).digest('hex')
}

const ways = [
  ['over a WebSocket', connectRoom],
  ['by requests', connectByRequests],
] as const

describe.each(ways)('a channel under pressure, %s', (_name, way) => {
  async function pair(made: TestRoom, port = made.room.port) {
    const entered = new Promise<Channel>((settle) => made.room.onChannel(settle))
    const connected = await way({ ...made.pin, port }, made.device('anne'), nodeTimers)
    if (!connected.ok) throw new Error(connected.refusal.code)
    return { reader: connected.value.channel, hub: await entered }
  }

  it('[NW11] a reader that stops is spared, asks, and has everything in the end', async () => {
    const made = await testRoom()
    open.push(made.room)
    const { reader, hub } = await pair(made)
    const last = 150
    // One feed for one pull.
    hub.onFrame((frame) => {
      if (frame.type !== 'pull' || frame.after >= last) return
      hub.send(feed(frame.after + 1, 200_000, true, Math.min(4, last - frame.after), true))
    })

    let release: () => void = () => {}
    const stalled = new Promise<void>((go) => {
      release = go
    })
    let cursor = 0
    let head = 0
    let missed = 0
    const pull = () =>
      reader.send({ type: 'pull', log: 'session-1', after: cursor, limitBytes: 800_000, whole: false })
    const all = new Promise<void>((done) => {
      reader.onFrame(async (frame) => {
        await stalled
        const isPulling = cursor < head
        if (frame.type === 'poke') {
          head = frame.head
          pull()
        }
        if (frame.type !== 'feed') return
        if (frame.after === cursor) cursor = frame.upTo
        else missed++
        if (isPulling) pull()
        if (cursor === last) done()
      })
    })

    let held = 0
    for (let g = 1; g <= last; g++) {
      const published = hub.publish(feed(g, 200_000, true))
      if (published.ok && published.value === 'held') held++
      // The line takes what it takes between two of them.
      if (g % 10 === 0) await new Promise(setImmediate)
    }
    expect(held).toBeGreaterThan(50)
    release()
    await all
    expect({ cursor, missed }).toEqual({ cursor: last, missed: 0 })
  })

  it('[NW12] many answers at once arrive, however much they are together', async () => {
    const made = await testRoom()
    open.push(made.room)
    const { reader, hub } = await pair(made)
    for (let g = 1; g <= 40; g++) hub.send(feed(g, 200_000, true))
    let cursor = 0
    await new Promise<void>((done) => {
      reader.onFrame((frame) => {
        if (frame.type === 'feed' && frame.after === cursor) cursor = frame.upTo
        if (cursor === 40) done()
      })
    })
    expect(cursor).toBe(40)
  })

  it('[NW12] what repeats itself is deflated on its way', async () => {
    const made = await testRoom()
    const line = await tcpRelay(made.room.port)
    open.push(line, made.room)
    const { reader, hub } = await pair(made, line.port)
    const before = line.seen().length
    const arrived = new Promise<WireFrame>((settle) => reader.onFrame(settle))
    const sent = feed(1, 200_000, false)
    hub.send(sent)
    expect(digestOf(await arrived)).toBe(digestOf(sent))
    expect(line.seen().length - before).toBeLessThan(10_000)
  })
})
