import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkClockTime } from './clockTime.ts'
import { endedIntervals, isRunning, lastClocked } from './intervals.ts'
import type { Session } from './session.ts'

/**
 * [SE17] Suspends the session: no point runs meanwhile, the one under way stays the current one.
 *
 * Refusals: `session.closed`, `session.not-open`, `session.paused`, `session.hour-invalid`, `session.hour-order`.
 */
export function pauseSession(session: Session, act: { readonly at: string }): Result<Session> {
  if (session.status === 'closed') return refuse('session.closed')
  if (session.status === 'planned') return refuse('session.not-open')
  if (session.pauses.some(isRunning)) return refuse('session.paused')
  const hour = checkClockTime(act.at, lastClocked(session))
  if (!hour.ok) return hour
  return ok({
    ...session,
    agenda: session.agenda.map((item) => ({ ...item, runs: endedIntervals(item.runs, act.at) })),
    pauses: [...session.pauses, { from: act.at, to: null }],
  })
}
