import { useCallback, useEffect, useMemo, useState } from 'react'
import { nowHere } from '../nowHere.ts'

export interface RoomHour {
  /** « 18:05 »: the hour that the next act bears. */
  readonly hour: string
  /** False when an hour was keyed, for what is noted after the fact. */
  readonly followsClock: boolean
  readonly set: (hour: string) => void
  readonly followClock: () => void
}

const refreshMs = 5_000

/** The hour noted with each act: the clock of this computer, until another one is keyed. */
export function useRoomHour(): RoomHour {
  const [clock, setClock] = useState(() => nowHere().hour)
  const [keyed, setKeyed] = useState<string | null>(null)
  useEffect(() => {
    const timer = setInterval(() => setClock(nowHere().hour), refreshMs)
    return () => clearInterval(timer)
  }, [])
  const followClock = useCallback(() => setKeyed(null), [])
  return useMemo(
    () => ({ hour: keyed ?? clock, followsClock: keyed === null, set: setKeyed, followClock }),
    [keyed, clock, followClock],
  )
}
