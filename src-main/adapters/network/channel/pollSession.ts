import { joinFrames, splitFrames } from '#shared/operations/wire/frameRun.ts'
import { maxFrameBytes } from '#shared/operations/wire/wireLimits.ts'
import type { Timers } from '../networkPorts.ts'
import type { FrameLink, LinkListener } from './frameLink.ts'

/** The authority's end of a link that is made of requests: what a WebSocket would carry, where none passes. */
export interface PollSession {
  readonly link: FrameLink
  /**
   * Frames that the reader posts, numbered from 1. `again`: they came before, and their answer was lost. `refused`: a
   * number is missing, or the run is no run. Settled when the frames before it are read.
   */
  post(number: number, run: Uint8Array): Promise<'taken' | 'again' | 'refused'>
  /**
   * Everything after the run that the reader names as its last, or null after 25 s without a word. A run is kept until
   * the reader names it.
   */
  get(lastRun: number): Promise<{ readonly run: number; readonly bytes: Uint8Array } | null>
  /** The reader has everything it wants. */
  leave(): void
  isOver(): boolean
}

export function pollSession(listener: LinkListener, timers: Timers): PollSession {
  let waiting: Uint8Array[] = []
  let unnamed: { readonly run: number; readonly bytes: Uint8Array } | null = null
  let lastRun = 0
  let lastPost = 0
  let isOver = false
  let isEnding = false
  let wakeReader: (() => void) | null = null
  let reading = Promise.resolve()
  let letRead: (() => void) | null = null
  let stopSilence = () => {}

  /** A reader that asks nothing for a minute is gone. */
  function hear(): void {
    stopSilence()
    stopSilence = timers.after(silenceMs, over)
  }

  function over(): void {
    if (isOver) return
    isOver = true
    stopSilence()
    letRead?.()
    wakeReader?.()
    listener.onEnd()
  }

  hear()
  const bufferedBytes = () =>
    waiting.reduce((total, bytes) => total + bytes.length, unnamed === null ? 0 : unnamed.bytes.length)

  return {
    link: {
      send: (bytes) => {
        waiting.push(bytes)
        wakeReader?.()
      },
      bufferedBytes,
      pause: () => {
        if (letRead !== null) return
        reading = new Promise((go) => {
          letRead = () => {
            letRead = null
            go()
          }
        })
      },
      resume: () => letRead?.(),
      close: () => {
        isEnding = true
        if (bufferedBytes() === 0) over()
        wakeReader?.()
        timers.after(graceMs, over)
      },
      cut: over,
    },
    leave: over,
    isOver: () => isOver,
    post: async (number, run) => {
      hear()
      if (number <= lastPost) return 'again'
      const frames = splitFrames(run)
      if (number !== lastPost + 1 || !frames.ok) return 'refused'
      lastPost = number
      for (const frame of frames.value) {
        await reading
        if (isOver) return 'refused'
        listener.onBytes(frame)
      }
      await reading
      return 'taken'
    },
    get: async (named) => {
      hear()
      if (unnamed !== null && named >= unnamed.run) {
        unnamed = null
        listener.onDrain()
        if (isEnding && waiting.length === 0) over()
      }
      if (unnamed === null && waiting.length === 0 && !isOver) await word()
      hear()
      if (unnamed === null && waiting.length > 0) {
        const count = howManyFit(waiting)
        unnamed = { run: ++lastRun, bytes: joinFrames(waiting.slice(0, count)) }
        waiting = waiting.slice(count)
      }
      return unnamed
    },
  }

  function word(): Promise<void> {
    return new Promise((go) => {
      const late = timers.after(longPollMs, wake)
      function wake(): void {
        late()
        wakeReader = null
        go()
      }
      wakeReader?.()
      wakeReader = wake
    })
  }
}

/** Always one; more as long as the run stays within two of the largest: the reader bounds what it takes in. */
function howManyFit(frames: readonly Uint8Array[]): number {
  let sizeBytes = 0
  const tooMany = frames.findIndex((frame, i) => {
    sizeBytes += 4 + frame.length
    return i > 0 && sizeBytes > 2 * maxFrameBytes
  })
  return tooMany === -1 ? frames.length : tooMany
}

const longPollMs = 25_000
const silenceMs = 60_000
const graceMs = 5_000
