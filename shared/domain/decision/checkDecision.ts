import { type Cents, zeroCents } from '#shared/kernel/cents.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { FundingFacts } from '../envelope/admits.ts'
import { checkAward } from '../envelope/checkAward.ts'
import { checkFunding } from '../envelope/checkFunding.ts'
import type { FundingLine } from '../envelope/envelope.ts'
import type { EnvelopeBalance, MoneyRules } from '../envelope/envelopeBalance.ts'
import type { ItemKind, ItemOutcome } from '../session/session.ts'
import { isAward } from './isAward.ts'

export type Decision = Pick<ItemOutcome, 'opinion' | 'amountCents' | 'conditions' | 'rationale'> & {
  readonly waitingList?: boolean
  readonly funding?: readonly FundingLine[]
}

/** The money that a candidature may draw on, its own former award left out. */
export interface ItemMoney {
  /** What the whole envelope holds; null without envelope. */
  readonly remainingCents: Cents | null
  /** Envelopes and quotas; null: the money of the call is undivided and has no quota. */
  readonly funding: {
    readonly rules: MoneyRules
    readonly balance: EnvelopeBalance
    readonly facts: FundingFacts
  } | null
}

/**
 * [SE8] What an opinion must carry, by kind of point.
 *
 * - favourable, reserved on a candidature: an amount ≥ 0 that the money of the call still holds, funded by the envelopes
 *   that may serve it. Refusals: `decision.amount-missing`, `decision.amount-invalid`, `envelope.exceeded`,
 *   `checkFunding`'s.
 * - the same kept in reserve: no amount but 0. Refusal: `decision.waiting-list`, also on any other opinion or point.
 * - every other opinion, and every other kind of point: no amount but 0. Refusal: `decision.amount-not-allowed`.
 * - unfavourable, inadmissible on a candidature, and the stop of a milestone (CRPA L211-2 4°): considerations of law and of
 *   fact (L211-5, A11). Refusal: `decision.rationale-missing` with `missing` among `legal`, `factual`.
 * - a milestone passed under conditions says which. Refusal: `decision.conditions-missing`. It is never inadmissible:
 *   `input.invalid`.
 * - deferred: a reason in `rationale.factual`. Refusal: `decision.reason-missing`.
 */
export function checkDecision(
  decision: Decision,
  about: { readonly kind: ItemKind } & ItemMoney,
): Result<null> {
  const { opinion, amountCents, waitingList = false } = decision
  if (amountCents !== null && (!Number.isSafeInteger(amountCents) || amountCents < 0)) {
    return refuse('decision.amount-invalid', { amountCents })
  }
  const mayBeServed = about.kind === 'candidature' && isAward(opinion)
  if (waitingList && (!mayBeServed || (amountCents ?? 0) > 0 || (decision.funding ?? []).length > 0)) {
    return refuse('decision.waiting-list', { opinion, amountCents: amountCents ?? 0 })
  }
  if (waitingList) return ok(null)
  if (mayBeServed) {
    return amountCents === null
      ? refuse('decision.amount-missing', { opinion })
      : checkMoney(amountCents, decision.funding ?? [], about)
  }
  if ((amountCents ?? zeroCents) > 0 || (decision.funding ?? []).length > 0) {
    return refuse('decision.amount-not-allowed', { opinion, amountCents: amountCents ?? 0 })
  }
  return checkReasons(decision, about.kind)
}

function checkMoney(
  amountCents: Cents,
  lines: readonly FundingLine[],
  { remainingCents, funding }: ItemMoney,
): Result<null> {
  const whole = checkAward(remainingCents, amountCents)
  if (!whole.ok) return whole
  if (funding !== null)
    return checkFunding(funding.rules, funding.balance, funding.facts, { amountCents, funding: lines })
  const [line] = lines
  return line === undefined ? ok(null) : refuse('envelope.unknown', { envelope: line.envelopeId })
}

function checkReasons({ opinion, conditions, rationale }: Decision, kind: ItemKind): Result<null> {
  if (opinion === 'deferred') {
    return rationale.factual.trim() === '' ? refuse('decision.reason-missing', { opinion }) : ok(null)
  }
  if (kind === 'milestone' && opinion === 'inadmissible') {
    return refuse('input.invalid', { reason: 'un point d’étape n’est jamais irrecevable' })
  }
  if (kind === 'milestone' && opinion === 'reserved' && conditions.trim() === '') {
    return refuse('decision.conditions-missing')
  }
  if (kind === 'free' || kind === 'hearing' || isAward(opinion)) return ok(null)
  const missing = (['legal', 'factual'] as const).filter((part) => rationale[part].trim() === '')
  return missing.length > 0 ? refuse('decision.rationale-missing', { opinion, missing }) : ok(null)
}
