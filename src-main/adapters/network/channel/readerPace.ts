import type { FrameOf, WireFrame } from '#shared/operations/wire/wireFrame.ts'
import { slowReaderBytes } from '#shared/operations/wire/wireLimits.ts'
import type { PublishedFrame } from '../networkPorts.ts'
import type { FrameLink } from './frameLink.ts'

/** Keeps what waits for one slow reader bounded, and loses nothing: it is told where the log stands, and asks ([NW11]). */
export interface ReaderPace {
  /** True when the frame must not be sent to this reader now. */
  hold(frame: PublishedFrame): boolean
  onDrain(): void
  onPull(pull: FrameOf<'pull'>): void
}

export function readerPace(
  link: Pick<FrameLink, 'bufferedBytes'>,
  send: (frame: WireFrame) => void,
): ReaderPace {
  /** Logs that the reader asks for by itself now. `poked`: the head it was told and has not reached yet. */
  const asked = new Map<string, { head: number; poked: number | null }>()
  /** Only counts as it is now. */
  let presence: FrameOf<'presence'> | null = null

  function catchUp(): void {
    if (link.bufferedBytes() > calmBytes) return
    if (presence !== null) send(presence)
    presence = null
    for (const [log, state] of asked) {
      if (state.poked !== null) continue
      state.poked = state.head
      send({ type: 'poke', log, head: state.head })
    }
  }

  return {
    hold: (frame) => {
      const isSlow = link.bufferedBytes() > slowReaderBytes
      if (frame.type === 'presence') {
        if (isSlow) presence = frame
        return isSlow
      }
      const state = asked.get(frame.log)
      if (state === undefined && !isSlow) return false
      asked.set(frame.log, { head: Math.max(frame.upTo, state?.head ?? 0), poked: state?.poked ?? null })
      catchUp()
      return true
    },
    onDrain: catchUp,
    onPull: ({ log, after }) => {
      const state = asked.get(log)
      if (state === undefined) return
      if (after >= state.head) asked.delete(log)
      else if (state.poked !== null && after >= state.poked) {
        state.poked = null
        catchUp()
      }
    },
  }
}

/** Below this, what waits for a reader has left. */
const calmBytes = 64 * 1024
