import type { Cents } from '#shared/kernel/cents.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { admits, type FundingFacts } from './admits.ts'
import { checkAward } from './checkAward.ts'
import type { FundingLine } from './envelope.ts'
import type { EnvelopeBalance, MoneyRules } from './envelopeBalance.ts'

/**
 * [EN10] Whether this money may be given to this candidature. `balance` leaves the candidature's own former award out.
 *
 * Refusals: `envelope.unknown` with `envelope` (no such envelope, or lines although the money is undivided),
 * `envelope.not-eligible` with `envelope`, `envelope.funding-sum` with `amountCents`, `fundedCents` (the lines do not
 * make the amount, one is not positive, or an envelope serves twice), `envelope.exceeded` with `amountCents`,
 * `remainingCents`, `excessCents` and `envelope` when one envelope is meant, `envelope.quota-exceeded` with the same
 * figures and `quota`.
 */
export function checkFunding(
  rules: MoneyRules,
  balance: EnvelopeBalance,
  facts: FundingFacts,
  award: { readonly amountCents: Cents; readonly funding: readonly FundingLine[] },
): Result<null> {
  const { amountCents, funding } = award
  for (const { envelopeId } of funding) {
    const envelope = rules.envelopes.find(({ id }) => id === envelopeId)
    if (envelope === undefined) return refuse('envelope.unknown', { envelope: envelopeId })
    if (!admits(envelope.reservedFor, facts))
      return refuse('envelope.not-eligible', { envelope: envelope.label })
  }
  const fundedCents = funding.reduce((sum, line) => sum + line.amountCents, 0)
  const twice = new Set(funding.map(({ envelopeId }) => envelopeId)).size !== funding.length
  const unsound = funding.some((line) => !Number.isSafeInteger(line.amountCents) || line.amountCents <= 0)
  if (twice || unsound || (rules.envelopes.length > 0 && fundedCents !== amountCents))
    return refuse('envelope.funding-sum', { amountCents, fundedCents })
  const whole = checkAward(balance.whole?.remainingCents ?? null, amountCents)
  if (!whole.ok) return whole
  for (const line of funding) {
    const envelope = balance.envelopes.find(({ id }) => id === line.envelopeId)
    const held = checkAward(envelope?.remainingCents ?? null, line.amountCents)
    if (!held.ok)
      return refuse(held.refusal.code, {
        ...held.refusal.details,
        envelope: envelope?.label ?? line.envelopeId,
      })
  }
  return checkQuotas(rules, balance, facts, amountCents)
}

/** The ceilings alone. Refusal: `envelope.quota-exceeded` with `quota`, `amountCents`, `remainingCents`, `excessCents`. */
export function checkQuotas(
  rules: MoneyRules,
  balance: EnvelopeBalance,
  facts: FundingFacts,
  amountCents: Cents,
): Result<null> {
  for (const quota of rules.quotas) {
    if (!admits(quota.appliesTo, facts)) continue
    const remaining = balance.quotas.find(({ id }) => id === quota.id)?.remainingCents ?? quota.ceilingCents
    if (amountCents > remaining)
      return refuse('envelope.quota-exceeded', {
        quota: quota.label,
        amountCents,
        remainingCents: remaining,
        excessCents: amountCents - remaining,
      })
  }
  return ok(null)
}
