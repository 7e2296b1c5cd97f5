import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkClockTime } from './clockTime.ts'
import { endedIntervals, isRunning, lastClocked } from './intervals.ts'
import type { Session } from './session.ts'

/**
 * [SE17] Takes up a point, which ends the one under way; null leaves the room without a point. A decided point may be
 * taken up again: a debate that comes back to it is time spent all the same.
 *
 * Refusals: `session.closed`, `session.not-open`, `session.paused`, `session.item-missing`, `session.hour-invalid`,
 * `session.hour-order` (before the opening, or before what the clock last noted).
 */
export function takeUpPoint(
  session: Session,
  act: { readonly itemId: string | null; readonly at: string },
): Result<Session> {
  const { itemId, at } = act
  if (session.status === 'closed') return refuse('session.closed')
  if (session.status === 'planned') return refuse('session.not-open')
  if (session.pauses.some(isRunning)) return refuse('session.paused')
  if (itemId !== null && !session.agenda.some(({ id }) => id === itemId)) {
    return refuse('session.item-missing', { itemId })
  }
  const hour = checkClockTime(at, lastClocked(session))
  if (!hour.ok) return hour
  const agenda = session.agenda.map((item) => {
    const runs = endedIntervals(item.runs, at)
    return { ...item, runs: item.id === itemId ? [...runs, { from: at, to: null }] : runs }
  })
  return ok({ ...session, agenda, currentItemId: itemId })
}
