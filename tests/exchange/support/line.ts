import type { FrameLink, LinkListener } from '#main/adapters/network/channel/frameLink.ts'
import { makeChannel } from '#main/adapters/network/channel/makeChannel.ts'
import type { PeerChannel } from '#shared/operations/exchange/exchangePorts.ts'
import { decodeFrame, encodeFrame } from '#shared/operations/wire/frameCodec.ts'
import type { WireFrame } from '#shared/operations/wire/wireFrame.ts'

export type Side = 'device' | 'authority'

/** Two real channels with a line between them that carries encoded frames when it is told to, in order, until it is cut. */
export interface Line {
  readonly device: PeerChannel
  readonly authority: PeerChannel
  /** Frames under way to that side. */
  waiting(to: Side): number
  /** Lets the next frame arrive there. */
  deliver(to: Side): void
  /** At once: what is under way is lost. */
  cut(): void
  isCut(): boolean
  /** Whatever arrived at the device, as bytes. */
  readonly heardByDevice: Uint8Array[]
  /** Puts a frame of a liar on the line. */
  inject(to: Side, frame: WireFrame): void
}

export function line(deviceId: string, authorityId: string): Line {
  const ends = { device: end(), authority: end() }
  const heardByDevice: Uint8Array[] = []
  let isDown = false
  const cut = (): void => {
    if (isDown) return
    isDown = true
    for (const each of [ends.device, ends.authority]) {
      each.inbox.length = 0
      each.listener?.onEnd()
    }
  }
  const deliver = (to: Side): void => {
    const mine = ends[to]
    const other = ends[to === 'device' ? 'authority' : 'device']
    if (mine.paused || mine.inbox.length === 0) return
    const next = mine.inbox.shift() as Uint8Array | 'end'
    if (next === 'end') {
      cut()
      return
    }
    if (to === 'device') heardByDevice.push(next)
    mine.listener?.onBytes(next)
    other.listener?.onDrain()
  }
  const linkTo = (mine: End, other: End): FrameLink => ({
    // The bytes, not the object: what arrives is what was encoded.
    send: (bytes) => void (isDown || other.inbox.push(bytes.slice())),
    bufferedBytes: () => other.inbox.reduce((sum, each) => sum + (each === 'end' ? 0 : each.length), 0),
    pause: () => {
      mine.paused = true
    },
    resume: () => {
      mine.paused = false
    },
    close: () => void other.inbox.push('end'),
    cut,
  })
  const channel = (mine: End, other: End, peer: string): PeerChannel =>
    makeChannel((listener) => {
      mine.listener = listener
      return linkTo(mine, other)
    }).as(peer)
  return {
    device: channel(ends.device, ends.authority, authorityId),
    authority: channel(ends.authority, ends.device, deviceId),
    waiting: (to) => (ends[to].paused ? 0 : ends[to].inbox.length),
    deliver,
    cut,
    isCut: () => isDown,
    heardByDevice,
    inject(to, frame) {
      const bytes = encodeFrame(frame)
      if (!bytes.ok) throw new Error(bytes.refusal.code)
      ends[to].inbox.push(bytes.value)
    },
  }
}

/** What arrived, read again. */
export const framesOf = (heard: readonly Uint8Array[]): readonly WireFrame[] =>
  heard.map((bytes) => {
    const frame = decodeFrame(bytes)
    if (!frame.ok) throw new Error(frame.refusal.code)
    return frame.value
  })

interface End {
  readonly inbox: (Uint8Array | 'end')[]
  listener: LinkListener | null
  paused: boolean
}

const end = (): End => ({ inbox: [], listener: null, paused: false })
