import { ok, refuse } from '#shared/kernel/result.ts'
import type { PeerChannel, PeerEnd } from '#shared/operations/exchange/exchangePorts.ts'
import type { ByeReason, WireFrame } from '#shared/operations/wire/wireFrame.ts'

/**
 * A channel between two parts of one program: the laptop of the hub speaks to its own hub as everybody does, so that what
 * it writes is judged, ordered and told in the same way. Frames arrive later, in order, one at a time.
 */
export function ownChannel(device: string): {
  readonly device: PeerChannel
  readonly authority: PeerChannel
} {
  const one = end(device)
  const other = end(device)
  one.join(other)
  other.join(one)
  return { device: one.channel, authority: other.channel }
}

interface End {
  readonly channel: PeerChannel
  join(other: End): void
  arrive(frame: WireFrame): void
  shut(end: PeerEnd): void
}

function end(peer: string): End {
  let other: End | null = null
  let listener: ((frame: WireFrame) => void | Promise<void>) | null = null
  let isBusy = false
  let ended: PeerEnd | null = null
  const incoming: WireFrame[] = []
  const closed: ((end: PeerEnd) => void)[] = []

  async function pump(): Promise<void> {
    if (isBusy) return
    isBusy = true
    // Never within the call that sent it: a step must be over before its answer is read.
    await Promise.resolve()
    try {
      while (listener !== null && ended === null) {
        const frame = incoming.shift()
        if (frame === undefined) break
        await listener(frame)
      }
    } catch {
      // As on a channel of the network: a listener that throws shuts it.
      other?.shut({ kind: 'said', reason: 'closing', retryAfterMs: null })
      shut({ kind: 'ours', reason: 'closing' })
    } finally {
      isBusy = false
    }
  }
  const send = (frame: WireFrame) => {
    if (ended !== null) return refuse('network.lost')
    other?.arrive(frame)
    return ok(null)
  }
  const shut = (how: PeerEnd): void => {
    if (ended !== null) return
    ended = how
    for (const each of closed) each(how)
  }
  return {
    channel: {
      peer,
      send,
      publish: (frame) => {
        const sent = send(frame)
        return sent.ok ? ok('sent') : sent
      },
      onFrame: (each) => {
        listener = each
        void pump()
      },
      onClose: (each) => {
        if (ended !== null) each(ended)
        else closed.push(each)
      },
      close: (reason: ByeReason, retryAfterMs?: number) => {
        other?.shut({ kind: 'said', reason, retryAfterMs: retryAfterMs ?? null })
        shut({ kind: 'ours', reason })
      },
    },
    join: (joined) => {
      other = joined
    },
    arrive: (frame) => {
      incoming.push(frame)
      void pump()
    },
    shut,
  }
}
