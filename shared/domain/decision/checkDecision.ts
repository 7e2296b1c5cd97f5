import { type Cents, zeroCents } from '#shared/kernel/cents.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkAward } from '../envelope/checkAward.ts'
import type { ItemOutcome } from '../session/session.ts'
import { isAward } from './isAward.ts'

export type Decision = Pick<ItemOutcome, 'opinion' | 'amountCents' | 'rationale'>

/**
 * [SE8] What an opinion must carry.
 *
 * - favourable, reserved on a candidature: an amount ≥ 0 that the envelope still holds (`remainingCents`, the item
 *   itself left out; null without envelope). Refusals: `decision.amount-missing`, `decision.amount-invalid`,
 *   `envelope.exceeded`.
 * - every other opinion, and every free point: no amount but 0. Refusal: `decision.amount-not-allowed`.
 * - unfavourable, inadmissible on a candidature: considerations of law and of fact (CRPA L211-5, A11). Refusal:
 *   `decision.rationale-missing` with `missing` among `legal`, `factual`.
 * - deferred: a reason in `rationale.factual`. Refusal: `decision.reason-missing`.
 */
export function checkDecision(
  decision: Decision,
  about: { readonly candidatureId: string | null; readonly remainingCents: Cents | null },
): Result<null> {
  const { opinion, amountCents, rationale } = decision
  if (amountCents !== null && (!Number.isSafeInteger(amountCents) || amountCents < 0)) {
    return refuse('decision.amount-invalid', { amountCents })
  }
  if (about.candidatureId !== null && isAward(opinion)) {
    return amountCents === null
      ? refuse('decision.amount-missing', { opinion })
      : checkAward(about.remainingCents, amountCents)
  }
  if ((amountCents ?? zeroCents) > 0) {
    return refuse('decision.amount-not-allowed', { opinion, amountCents: amountCents ?? 0 })
  }
  if (opinion === 'deferred') {
    return rationale.factual.trim() === '' ? refuse('decision.reason-missing', { opinion }) : ok(null)
  }
  if (about.candidatureId === null || isAward(opinion)) return ok(null)
  const missing = (['legal', 'factual'] as const).filter((part) => rationale[part].trim() === '')
  return missing.length > 0 ? refuse('decision.rationale-missing', { opinion, missing }) : ok(null)
}
