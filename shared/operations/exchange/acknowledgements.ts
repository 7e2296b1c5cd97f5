import { acknowledgedUpTo } from '../lease/acknowledgedUpTo.ts'
import type { FrameOf } from '../wire/wireFrame.ts'
import type { Peer } from './peer.ts'

/** Holds back the word « reçu » until a successor has it too [SY19, EX8]. */
export interface Acknowledgements {
  /** Says it as soon as the log is acknowledged up to `g`; to one peer always in order. */
  say(peer: Peer, verdicts: FrameOf<'verdicts'>, g: number): void
  /** Something changed: a successor holds more, came, left, or fell silent. */
  look(): void
}

/** A successor that holds nothing more for so long is no longer waited for. */
export const successorSilenceMs = 5000

export function acknowledgements(
  nowMs: () => number,
  durableG: () => number,
  successors: () => readonly Peer[],
): Acknowledgements {
  let waiting: { readonly peer: Peer; readonly verdicts: FrameOf<'verdicts'>; readonly g: number }[] = []
  const upTo = (): number => {
    const hold = successors().flatMap((peer) => {
      const { heldG, progressMs } = peer
      if (heldG === null) return []
      const isSilent = heldG < durableG() && nowMs() - progressMs > successorSilenceMs
      return isSilent ? [] : [heldG]
    })
    return acknowledgedUpTo(durableG(), hold)
  }
  const look = (): void => {
    const acknowledged = upTo()
    const held = new Set<Peer>()
    waiting = waiting.filter(({ peer, verdicts, g }) => {
      if (peer.isClosed) return false
      if (g > acknowledged || held.has(peer)) {
        held.add(peer)
        return true
      }
      peer.channel.send(verdicts)
      return false
    })
  }
  return {
    say(peer, verdicts, g) {
      waiting.push({ peer, verdicts, g })
      look()
    },
    look,
  }
}
