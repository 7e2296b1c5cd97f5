import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkHour } from './checkHour.ts'
import { checkClockTime } from './clockTime.ts'
import type { Interval, Session } from './session.ts'
import { withItem } from './withItem.ts'

/** Which hour of a session is meant. Runs and pauses are "HH:MM:SS" intervals, the others "HH:MM". */
export type SessionHour =
  | { readonly kind: 'opening' }
  | { readonly kind: 'movement'; readonly memberId: string; readonly index: number }
  | { readonly kind: 'decision'; readonly itemId: string }
  | { readonly kind: 'run'; readonly itemId: string; readonly index: number; readonly end: keyof Interval }
  | { readonly kind: 'pause'; readonly index: number; readonly end: keyof Interval }

/**
 * [SE30] An hour keyed or clocked wrongly, put right before the closing. The order of what happened stays: nothing
 * before the opening, a member's movements one after the other, intervals that end after they began and follow one
 * another. The hours at which recused members withdrew are those of the outcome and are corrected with it.
 *
 * Refusals: `session.closed`, `session.not-open`, `input.invalid` (no reason), `session.hour-missing` (nothing was noted
 * there), `session.hour-invalid`, `session.hour-order` with `at` and `notBefore` or `notAfter`.
 */
export function correctHour(
  session: Session,
  act: { readonly what: SessionHour; readonly at: string; readonly reason: string },
): Result<Session> {
  const { what, at } = act
  if (session.status === 'closed') return refuse('session.closed')
  if (session.openedAt === null) return refuse('session.not-open')
  if (act.reason.trim() === '') return refuse('input.invalid', { reason: 'le motif de la correction manque' })
  switch (what.kind) {
    case 'opening': {
      const bounded = between(checkHour(at, null), at, null, firstHour(session))
      return bounded.ok ? ok({ ...session, openedAt: at }) : bounded
    }
    case 'movement': {
      const attendance = session.attendance[what.memberId]
      const movements = attendance?.movements ?? []
      if (attendance === undefined || movements[what.index] === undefined)
        return refuse('session.hour-missing')
      const notBefore = movements[what.index - 1]?.at ?? session.openedAt
      const bounded = between(checkHour(at, null), at, notBefore, movements[what.index + 1]?.at ?? null)
      if (!bounded.ok) return bounded
      const corrected = movements.map((movement, index) =>
        index === what.index ? { ...movement, at } : movement,
      )
      const corrections = { [what.memberId]: { ...attendance, movements: corrected } }
      return ok({ ...session, attendance: { ...session.attendance, ...corrections } })
    }
    case 'decision': {
      const outcome = session.agenda.find(({ id }) => id === what.itemId)?.outcome
      if (!outcome) return refuse('session.hour-missing')
      const withdrawals = outcome.recused.map(({ leftAt }) => leftAt)
      const bounded = between(checkHour(at, null), at, latest([session.openedAt, ...withdrawals]), null)
      return bounded.ok
        ? ok(withItem(session, what.itemId, { outcome: { ...outcome, decidedAt: at } }))
        : bounded
    }
    case 'run': {
      const item = session.agenda.find(({ id }) => id === what.itemId)
      const runs = correctedIntervals(item?.runs ?? [], what, at, session.openedAt)
      return runs.ok ? ok(withItem(session, what.itemId, { runs: runs.value })) : runs
    }
    case 'pause': {
      const pauses = correctedIntervals(session.pauses, what, at, session.openedAt)
      return pauses.ok ? ok({ ...session, pauses: pauses.value }) : pauses
    }
  }
}

function correctedIntervals(
  intervals: readonly Interval[],
  { index, end }: { readonly index: number; readonly end: keyof Interval },
  at: string,
  openedAt: string,
): Result<readonly Interval[]> {
  const interval = intervals[index]
  if (interval === undefined || interval[end] === null) return refuse('session.hour-missing')
  const [notBefore, notAfter] =
    end === 'from'
      ? [intervals[index - 1]?.to ?? openedAt, interval.to]
      : [interval.from, intervals[index + 1]?.from ?? null]
  const bounded = between(checkClockTime(at, null), at, notBefore, notAfter)
  if (!bounded.ok) return bounded
  return ok(intervals.map((one, place) => (place === index ? { ...one, [end]: at } : one)))
}

/** The first hour that anything happened in the room after the opening; null when nothing did. */
function firstHour(session: Session): string | null {
  const hours = [
    ...Object.values(session.attendance).flatMap(({ movements }) => movements.map(({ at }) => at)),
    ...session.agenda.flatMap(({ outcome }) =>
      outcome === null ? [] : [outcome.decidedAt, ...outcome.recused.map(({ leftAt }) => leftAt)],
    ),
    ...session.agenda.flatMap(({ marksRevealedAt }) => marksRevealedAt ?? []),
    ...session.agenda.flatMap(({ runs }) => runs.map(({ from }) => from)),
    ...session.pauses.map(({ from }) => from),
  ]
  return hours.sort()[0] ?? null
}

const latest = (hours: readonly string[]): string => [...hours].sort().at(-1) ?? ''

function between(
  format: Result<null>,
  at: string,
  notBefore: string | null,
  notAfter: string | null,
): Result<null> {
  if (!format.ok) return format
  if (notBefore !== null && at < notBefore) return refuse('session.hour-order', { at, notBefore })
  return notAfter !== null && at > notAfter ? refuse('session.hour-order', { at, notAfter }) : ok(null)
}
