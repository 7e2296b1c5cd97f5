import type { Interval, Session } from './session.ts'

/** [SE17] Intervals of the clock: a point under way, a suspension. Still running while `to` is null. */
export const isRunning = ({ to }: Interval): boolean => to === null

export const endedIntervals = (intervals: readonly Interval[], at: string): readonly Interval[] =>
  intervals.map((interval) => (isRunning(interval) ? { ...interval, to: at } : interval))

/** The latest hour that the clock of the session noted, else its opening; null before. */
export function lastClocked(session: Pick<Session, 'openedAt' | 'pauses' | 'agenda'>): string | null {
  let latest = session.openedAt
  for (const intervals of [session.pauses, ...session.agenda.map(({ runs }) => runs)])
    for (const { from, to } of intervals) if (latest === null || (to ?? from) > latest) latest = to ?? from
  return latest
}
