import { describe, expect, it } from 'vitest'
import type { FrameLink, LinkListener } from '#main/adapters/network/channel/frameLink.ts'
import { makeChannel } from '#main/adapters/network/channel/makeChannel.ts'
import { decodeFrame, encodeFrame } from '#shared/operations/wire/frameCodec.ts'
import type { FrameOf, WireFrame } from '#shared/operations/wire/wireFrame.ts'
import { slowReaderBytes } from '#shared/operations/wire/wireLimits.ts'

/** A line whose far end reads when it is told to. */
function stalledLine() {
  let listener: LinkListener | null = null
  const waiting: Uint8Array[] = []
  const arrived: WireFrame[] = []
  const link: FrameLink = {
    send: (bytes) => void waiting.push(bytes),
    bufferedBytes: () => waiting.reduce((total, bytes) => total + bytes.length, 0),
    pause: () => {},
    resume: () => {},
    close: () => listener?.onEnd(),
    cut: () => listener?.onEnd(),
  }
  const channel = makeChannel((given) => {
    listener = given
    return link
  }).as('reader')
  return {
    channel,
    buffered: () => link.bufferedBytes(),
    arrived,
    /** Lets everything through that waits. */
    read: () => {
      while (waiting.length > 0) {
        const frame = decodeFrame(waiting.shift() as Uint8Array)
        if (!frame.ok) throw new Error(frame.refusal.code)
        arrived.push(frame.value)
        listener?.onDrain()
      }
    },
    raw: (bytes: Uint8Array) => listener?.onBytes(bytes),
    say: (frame: WireFrame) => {
      const bytes = encodeFrame(frame)
      if (!bytes.ok) throw new Error(bytes.refusal.code)
      listener?.onBytes(bytes.value)
    },
  }
}

const feed = (from: number): FrameOf<'feed'> => ({
  type: 'feed',
  log: 'c',
  epoch: 0,
  after: from - 1,
  upTo: from,
  head: from,
  pulled: false,
  part: 0,
  parts: 1,
  slices: [new Uint8Array(100_504).fill(3)],
})
const types = (frames: readonly WireFrame[]) =>
  frames.map((frame) =>
    'upTo' in frame
      ? `${frame.type} ${frame.upTo}`
      : 'head' in frame
        ? `${frame.type} ${frame.head}`
        : frame.type,
  )

describe('a reader that does not keep up', () => {
  it('[NW11] never has more than a megabyte and one frame waiting, and misses nothing', () => {
    const line = stalledLine()
    const answers = Array.from({ length: 60 }, (_, i) => line.channel.publish(feed(i + 1)))
    expect(line.buffered()).toBeGreaterThan(slowReaderBytes)
    expect(line.buffered()).toBeLessThan(slowReaderBytes + 110_000)
    const sent = answers.filter((answer) => answer.ok && answer.value === 'sent').length
    expect(answers.filter((answer) => answer.ok && answer.value === 'held')).toHaveLength(60 - sent)

    line.read()
    expect(types(line.arrived)).toEqual([
      ...Array.from({ length: sent }, (_, i) => `feed ${i + 1}`),
      'poke 60',
    ])

    // It asks for what it misses; what happens meanwhile is told once, when it has what it was told of.
    line.channel.publish(feed(61))
    line.channel.publish(feed(62))
    line.say({ type: 'pull', log: 'c', after: sent, limitBytes: 500_000, whole: false })
    line.read()
    expect(types(line.arrived).slice(sent + 1)).toEqual([])
    line.say({ type: 'pull', log: 'c', after: 60, limitBytes: 500_000, whole: false })
    line.read()
    expect(types(line.arrived).slice(sent + 1)).toEqual(['poke 62'])

    // Once it has everything it follows again, without a hole.
    line.say({ type: 'pull', log: 'c', after: 62, limitBytes: 500_000, whole: false })
    expect(line.channel.publish(feed(63))).toEqual({ ok: true, value: 'sent' })
    line.read()
    expect(types(line.arrived).at(-1)).toBe('feed 63')
  })

  it('[NW11] gets the newest of what only counts as it is now', () => {
    const line = stalledLine()
    for (let i = 1; i <= 20; i++) line.channel.publish(feed(i))
    for (const devices of [['a'], ['a', 'b'], ['b']])
      line.channel.publish({ type: 'presence', devices, ways: [] })
    line.read()
    expect(line.arrived.filter(({ type }) => type === 'presence')).toEqual([
      { type: 'presence', devices: ['b'], ways: [] },
    ])
  })

  it('[NW11] is answered all the same: an answer is never held back', () => {
    const line = stalledLine()
    for (let i = 1; i <= 20; i++) line.channel.publish(feed(i))
    expect(line.channel.send({ type: 'verdicts', log: 'c', batch: 1, answers: [{ is: 'carried' }] })).toEqual(
      {
        ok: true,
        value: null,
      },
    )
    line.read()
    expect(types(line.arrived)).toContain('verdicts')
  })
})

describe('a channel', () => {
  it('[NW1] says why it shuts when it is told nonsense, and reads no further', () => {
    const line = stalledLine()
    const got: string[] = []
    line.channel.onFrame(({ type }) => void got.push(type))
    let end: unknown
    line.channel.onClose((how) => {
      end = how
    })
    const bytes = encodeFrame({ type: 'poke', log: 'c', head: 1 })
    if (!bytes.ok) throw new Error('not written')
    line.say({ type: 'poke', log: 'c', head: 1 })
    const broken = bytes.value.slice()
    broken[14] = (broken[14] ?? 0) ^ 1
    expect(decodeFrame(broken).ok).toBe(false)
    line.raw(broken)
    line.say({ type: 'poke', log: 'c', head: 2 })
    line.read()
    expect(got).toEqual(['poke'])
    expect(line.arrived).toEqual([{ type: 'bye', reason: 'malformed', retryAfterMs: null }])
    expect(end).toEqual({ kind: 'ours', reason: 'malformed' })
    expect(line.channel.send({ type: 'poke', log: 'c', head: 1 })).toMatchObject({
      refusal: { code: 'network.lost' },
    })
  })

  it('[NW12] gives one frame at a time: the next waits until the listener is done', async () => {
    const line = stalledLine()
    const got: number[] = []
    let release: () => void = () => {}
    line.channel.onFrame((frame) => {
      if (frame.type === 'poke') got.push(frame.head)
      return new Promise((go) => {
        release = go
      })
    })
    for (const head of [1, 2, 3]) line.say({ type: 'poke', log: 'c', head })
    expect(got).toEqual([1])
    release()
    await new Promise(setImmediate)
    expect(got).toEqual([1, 2])
  })
})
