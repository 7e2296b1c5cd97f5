import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { decodeFrame, encodeFrame } from '#shared/operations/wire/frameCodec.ts'
import type { ByeReason, WireFrame } from '#shared/operations/wire/wireFrame.ts'
import type { Channel, ChannelEnd } from '../networkPorts.ts'
import type { FrameLink, LinkListener } from './frameLink.ts'
import { readerPace } from './readerPace.ts'

/** A channel before its opening is over: whoever it is with is not proven yet. */
export interface RawChannel {
  send(frame: WireFrame): Result<null>
  /** The next frame, once. Refuses `network.lost` when the channel ends before, with `reason` when it was said. */
  next(): Promise<Result<WireFrame>>
  close(reason: ByeReason, retryAfterMs?: number): void
  /** Names the other side and hands the channel over. */
  as(peer: string): Channel
}

/** Puts a channel on a link that `connect` makes with the listener it is given. */
export function makeChannel(connect: (listener: LinkListener) => FrameLink): RawChannel {
  const incoming: WireFrame[] = []
  const closeListeners: ((end: ChannelEnd) => void)[] = []
  let take: ((frame: WireFrame) => void | Promise<void>) | null = null
  let isBusy = false
  let farewell: ChannelEnd | null = null
  let ended: ChannelEnd | null = null

  const link = connect({
    onBytes: (bytes) => {
      if (farewell !== null) return
      const frame = decodeFrame(bytes)
      if (!frame.ok) return close(frame.refusal.code === 'wire.too-large' ? 'too-large' : 'malformed')
      if (frame.value.type === 'bye') {
        farewell = { kind: 'said', reason: frame.value.reason, retryAfterMs: frame.value.retryAfterMs }
        return link.close()
      }
      if (frame.value.type === 'pull') pace.onPull(frame.value)
      incoming.push(frame.value)
      if (incoming.length >= incomingLimit) link.pause()
      void pump()
    },
    onDrain: () => pace.onDrain(),
    onEnd: () => {
      if (ended !== null) return
      ended = farewell ?? { kind: 'lost' }
      for (const listener of closeListeners) listener(ended)
    },
  })
  const pace = readerPace(link, (frame) => void send(frame))

  function send(frame: WireFrame): Result<null> {
    if (ended !== null || farewell !== null) return refuse('network.lost')
    const bytes = encodeFrame(frame)
    if (!bytes.ok) return bytes
    link.send(bytes.value, isWorthDeflating(frame))
    return ok(null)
  }

  function close(reason: ByeReason, retryAfterMs?: number): void {
    if (farewell !== null || ended !== null) return
    send({ type: 'bye', reason, retryAfterMs: retryAfterMs ?? null })
    farewell = { kind: 'ours', reason }
    link.close()
  }

  async function pump(): Promise<void> {
    if (isBusy) return
    isBusy = true
    try {
      while (take !== null && incoming.length > 0 && farewell?.kind !== 'ours') {
        const frame = incoming.shift() as WireFrame
        if (incoming.length === 0) link.resume()
        await take(frame)
      }
    } catch {
      close('closing')
    } finally {
      isBusy = false
    }
  }

  function onEnd(listener: (end: ChannelEnd) => void): void {
    if (ended !== null) listener(ended)
    else closeListeners.push(listener)
  }

  return {
    send,
    close,
    next: () =>
      new Promise((settle) => {
        take = (frame) => {
          take = null
          settle(ok(frame))
        }
        onEnd((end) => settle(refuse('network.lost', end.kind === 'said' ? { reason: end.reason } : {})))
        void pump()
      }),
    as: (peer) => ({
      peer,
      send,
      close,
      publish: (frame) => {
        const isHeld = pace.hold(frame)
        if (isHeld) return ok('held')
        const sent = send(frame)
        return sent.ok ? ok('sent') : sent
      },
      onFrame: (listener) => {
        take = listener
        void pump()
      },
      onClose: onEnd,
    }),
  }
}

/** Attachments and first copies travel in asks and answers, compressed already or not worth it twice. */
const isWorthDeflating = ({ type }: WireFrame) => type === 'feed' || type === 'push'

/** Frames read ahead of the listener. */
const incomingLimit = 8
