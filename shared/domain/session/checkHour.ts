import { ok, type Result, refuse } from '#shared/kernel/result.ts'

/**
 * [SE2] Hours are local "HH:MM"; text order is time order. `notBefore` null: no earlier hour to respect.
 *
 * Refusals: `session.hour-invalid`, `session.hour-order` with `at` and `notBefore`.
 */
export function checkHour(at: string, notBefore: string | null): Result<null> {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) return refuse('session.hour-invalid', { at })
  return notBefore !== null && at < notBefore ? refuse('session.hour-order', { at, notBefore }) : ok(null)
}
