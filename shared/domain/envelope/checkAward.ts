import type { Cents } from '#shared/kernel/cents.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'

/**
 * [EN5] Whether `amountCents` may still be given. `remainingCents` null: the call has no envelope.
 *
 * Refusal: `envelope.exceeded` with `amountCents`, `remainingCents`, `excessCents` (A18).
 */
export function checkAward(remainingCents: Cents | null, amountCents: Cents): Result<null> {
  if (remainingCents === null || amountCents <= remainingCents) return ok(null)
  return refuse('envelope.exceeded', {
    amountCents,
    remainingCents,
    excessCents: amountCents - remainingCents,
  })
}
