import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import type { Timers } from '../../adapters/network/networkPorts.ts'
import { learnDirectory } from './learnDirectory.ts'

/** Who is there, as this laptop knows it. */
export interface KeptDirectory {
  /** Asks the centre, if it is reached. One question at a time: who wants it meanwhile has the next answer. */
  learn(): Promise<void>
  stop(): void
}

export interface DirectorySettings {
  readonly sharing: FileSharing
  readonly timers: Timers
  /** The line to the centre; null while it is down. */
  centre(): Pick<DeviceExchange, 'ask'> | null
  /** Somebody may be there who was not. */
  onLearnt(): void
  /** For what was under way when the file was closed. */
  guard(work: Promise<unknown>): void
}

/** [HS23] Asked at each contact, when the centre tells of a change, and now and then: names of persons change without one. */
export function keepDirectory({
  sharing,
  timers,
  centre,
  onLearnt,
  guard,
}: DirectorySettings): KeptDirectory {
  let isAsking = false
  let isWanted = false
  let callOff: (() => void) | null = null

  async function learn(): Promise<void> {
    isWanted = true
    if (isAsking) return
    isAsking = true
    try {
      for (let line = centre(); isWanted && line !== null; line = centre()) {
        isWanted = false
        const learnt = await learnDirectory(sharing, line)
        if (learnt === 'learnt') onLearnt()
        if (learnt === 'busy') later()
      }
    } finally {
      isAsking = false
    }
  }
  function later(): void {
    callOff?.()
    callOff = timers.after(busyMs, () => guard(learn()))
  }
  const stopAsking = timers.every(betweenMs, () => guard(learn()))
  return {
    learn,
    stop: () => {
      stopAsking()
      callOff?.()
    },
  }
}

const busyMs = 2_000
const betweenMs = 10 * 60_000
