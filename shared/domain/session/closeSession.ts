import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkHour } from './checkHour.ts'
import { lastClocked } from './intervals.ts'
import { missingForClosing } from './missingForClosing.ts'
import type { Closing, Session } from './session.ts'

/**
 * [SE11] Closes: every item has an outcome, the hour is at or after the opening and every recorded hour. Nothing
 * changes afterwards (P3).
 *
 * Refusals: `session.closed`, `session.not-open`, `session.hour-invalid`, `session.hour-order`;
 * `session.not-closable` with `missing` (see `missingForClosing`) and `items` (titles without outcome).
 */
export function closeSession(session: Session, act: { readonly at: string } & Closing): Result<Session> {
  if (session.status === 'closed') return refuse('session.closed')
  if (session.status === 'planned') return refuse('session.not-open')
  const { missing, items } = missingForClosing(session)
  const unnumbered = act.number.trim() === '' ? ['number'] : []
  if (missing.length + unnumbered.length > 0) {
    return refuse('session.not-closable', { missing: [...missing, ...unnumbered], items })
  }
  const hour = checkHour(act.at, latestHour(session))
  if (!hour.ok) return hour
  const { at, number, factsDigest } = act
  return ok({ ...session, status: 'closed', closedAt: at, closing: { number, factsDigest } })
}

/** The last hour that anything happened in the room, the opening included. */
function latestHour(session: Session): string {
  const hours = [
    session.openedAt ?? '',
    ...Object.values(session.attendance).flatMap((attendance) => attendance.movements.map(({ at }) => at)),
    ...session.agenda.flatMap((item) => item.outcome?.decidedAt ?? []),
    ...session.agenda.flatMap((item) => item.outcome?.recused.map((recused) => recused.returnedAt) ?? []),
    ...session.agenda.flatMap((item) => item.marksRevealedAt ?? []),
    // The clock notes seconds, the closing is told to the minute.
    (lastClocked(session) ?? '').slice(0, 5),
  ]
  return hours.sort().at(-1) ?? ''
}
