import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkClockTime } from './clockTime.ts'
import { endedIntervals, isRunning, lastClocked } from './intervals.ts'
import type { Session } from './session.ts'

/**
 * [SE17] Ends the suspension. The current point goes on, unless it is decided.
 *
 * Refusals: `session.closed`, `session.not-open`, `session.not-in-pause`, `session.hour-invalid`, `session.hour-order`.
 */
export function resumeSession(session: Session, act: { readonly at: string }): Result<Session> {
  if (session.status === 'closed') return refuse('session.closed')
  if (session.status === 'planned') return refuse('session.not-open')
  if (!session.pauses.some(isRunning)) return refuse('session.not-in-pause')
  const hour = checkClockTime(act.at, lastClocked(session))
  if (!hour.ok) return hour
  return ok({
    ...session,
    agenda: session.agenda.map((item) =>
      item.id === session.currentItemId && item.outcome === null
        ? { ...item, runs: [...item.runs, { from: act.at, to: null }] }
        : item,
    ),
    pauses: endedIntervals(session.pauses, act.at),
  })
}
