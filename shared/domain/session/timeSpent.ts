import { secondsOfDay } from './clockTime.ts'
import { isRunning } from './intervals.ts'
import type { AgendaItem, Session } from './session.ts'

/** Minutes counted for a point nobody planned a duration for: what a dossier takes when sixty are heard in an afternoon. */
export const minutesByDefault = 5

/**
 * [SE31] Seconds a point was under way until `now` ("HH:MM:SS"). A suspension ends the run, so it never counts. A clock
 * that stepped back counts nothing rather than less than nothing.
 */
export const spentSeconds = ({ runs }: Pick<AgendaItem, 'runs'>, now: string): number =>
  runs.reduce((sum, { from, to }) => sum + Math.max(0, secondsOfDay(to ?? now) - secondsOfDay(from)), 0)

/** [SE31] Seconds beyond what was planned; 0 while within it, and when nothing was planned. */
export const overrunSeconds = (item: Pick<AgendaItem, 'runs' | 'plannedMinutes'>, now: string): number =>
  item.plannedMinutes === null ? 0 : Math.max(0, spentSeconds(item, now) - item.plannedMinutes * 60)

/**
 * [SE31] "HH:MM", rounded up, when the session should end: for each undecided point its planned minutes, or
 * `minutesByDefault`, less what was already spent on it and never less than nothing. Before the opening it counts from
 * the announced hour when there is one. Null past midnight, where a session never goes ([SE2]), and once it is closed.
 */
export function expectedEnd(
  session: Pick<Session, 'status' | 'startsAt' | 'agenda'>,
  now: string,
): string | null {
  if (session.status === 'closed') return null
  const from = session.status === 'planned' ? (session.startsAt ?? now) : now
  const left = session.agenda
    .filter(({ outcome }) => outcome === null)
    .map((item) => Math.max(0, (item.plannedMinutes ?? minutesByDefault) * 60 - spentSeconds(item, now)))
  const minutes = Math.ceil(left.reduce((sum, seconds) => sum + seconds, secondsOfDay(from)) / 60)
  if (minutes >= 24 * 60) return null
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** [SE17] The suspension under way began at this hour; null when the session is not suspended. */
export const pausedSince = (session: Pick<Session, 'pauses'>): string | null =>
  session.pauses.find(isRunning)?.from ?? null
