import { ok, type Result, refuse } from '#shared/kernel/result.ts'

/**
 * [SE17] Time spent is counted to the second: "HH:MM:SS", local, of one day. "HH:MM" compares with it as text, the
 * earlier of the same minute. `notBefore` null: no earlier hour to respect.
 *
 * Refusals: `session.hour-invalid`, `session.hour-order` with `at` and `notBefore`.
 */
export function checkClockTime(at: string, notBefore: string | null): Result<null> {
  if (!/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(at)) return refuse('session.hour-invalid', { at })
  return notBefore !== null && at < notBefore ? refuse('session.hour-order', { at, notBefore }) : ok(null)
}

/** Seconds since midnight of "HH:MM" or "HH:MM:SS". */
export function secondsOfDay(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return hours * 3_600 + minutes * 60 + seconds
}
