import { useEffect, useState } from 'react'
import { nowHere } from '../nowHere.ts'

/** « 18:05:42 », told again each second: only what shows it draws again. */
export function useClock(): string {
  const [clock, setClock] = useState(() => nowHere().clock)
  useEffect(() => {
    const timer = setInterval(() => setClock(nowHere().clock), 1_000)
    return () => clearInterval(timer)
  }, [])
  return clock
}
