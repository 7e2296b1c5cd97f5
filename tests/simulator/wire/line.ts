import type { FrameLink, LinkListener } from '#main/adapters/network/channel/frameLink.ts'
import { makeChannel } from '#main/adapters/network/channel/makeChannel.ts'
import type { PeerChannel } from '#shared/operations/exchange/exchangePorts.ts'

/**
 * What goes between the two ends of a line: packets of a network that loses, doubles and shuffles them. `n` counts the
 * frames of one side; `alive` says how many there were, `end` that there are no more.
 */
export interface Packet {
  readonly kind: 'line'
  readonly to: 'authority' | 'device'
  readonly id: string
  readonly log: string
  readonly device: string
  readonly n: number
  readonly what: 'frame' | 'alive' | 'end'
  readonly bytes: Uint8Array | null
}

/** One end of a line, under the real channel of the product: in order, without a hole, or cut. */
export interface LineEnd {
  readonly id: string
  readonly channel: PeerChannel
  hear(packet: Packet, nowMs: number): void
  /** Cuts what fell silent, or has a hole that nothing fills. */
  tick(nowMs: number): void
  cut(): void
  isOver(): boolean
}

export interface LineSettings extends Pick<Packet, 'to' | 'id' | 'log' | 'device'> {
  /** At the other end. */
  readonly peer: string
  readonly sinceMs: number
  send(packet: Packet): void
}

/** A line that says nothing for so long is dead; a frame that is missing for so long never comes. Milliseconds. */
const silenceMs = 9000
const holeMs = 5000

export function lineEnd({ to, id, log, device, peer, sinceMs, send }: LineSettings): LineEnd {
  let listener: LinkListener | null = null
  let isOver = false
  let isPaused = false
  let sent = 0
  let taken = 0
  /** How many the other side said that there are. */
  let said = 0
  let lastHeardMs = sinceMs
  let wholeMs = sinceMs
  const early = new Map<number, Packet>()
  const packet = (what: Packet['what'], n: number, bytes: Uint8Array | null = null): Packet => ({
    kind: 'line',
    to,
    id,
    log,
    device,
    n,
    what,
    bytes,
  })

  function over(): void {
    if (isOver) return
    isOver = true
    listener?.onEnd()
  }
  function cut(): void {
    if (isOver) return
    send(packet('end', -1))
    over()
  }
  function deliver(): void {
    for (;;) {
      const next = isPaused || isOver ? undefined : early.get(taken)
      if (next === undefined) return
      early.delete(taken)
      taken++
      if (next.what === 'end') over()
      else listener?.onBytes(next.bytes ?? new Uint8Array(0))
    }
  }
  const link: FrameLink = {
    send: (bytes) => {
      if (!isOver) send(packet('frame', sent++, bytes.slice()))
    },
    bufferedBytes: () => 0,
    pause: () => {
      isPaused = true
    },
    resume: () => {
      isPaused = false
      deliver()
    },
    close: () => {
      if (isOver) return
      send(packet('end', sent++))
      over()
    },
    cut,
  }
  const channel = makeChannel((heard) => {
    listener = heard
    return link
  }).as(peer)

  return {
    id,
    channel,
    cut,
    isOver: () => isOver,
    hear({ what, n, ...rest }, nowMs) {
      if (isOver) return
      lastHeardMs = nowMs
      if (what === 'end' && n < 0) return over()
      said = Math.max(said, what === 'alive' ? n : n + 1)
      if (what !== 'alive' && n >= taken) early.set(n, { what, n, ...rest })
      deliver()
      if (taken >= said || isPaused) wholeMs = nowMs
    },
    tick(nowMs) {
      if (isOver) return
      if (nowMs - lastHeardMs > silenceMs || nowMs - wholeMs > holeMs) return cut()
      send(packet('alive', sent))
    },
  }
}
