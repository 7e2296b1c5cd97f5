import { addCents, type Cents, cents } from '#shared/kernel/cents.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { FundingFacts } from './admits.ts'
import { checkAward } from './checkAward.ts'
import { checkQuotas } from './checkFunding.ts'
import { eligibleEnvelopes } from './eligibleEnvelopes.ts'
import type { FundingLine } from './envelope.ts'
import type { EnvelopeBalance, MoneyRules } from './envelopeBalance.ts'

/**
 * [EN11] Splits an amount over the envelopes that may serve the candidature, the most restricted first, so that the
 * money open to all stays for those who have nothing else. No line when the money is undivided.
 *
 * Filling one envelope after the other is exact for one candidature: each line is bounded by its own envelope and by
 * nothing else, so a split exists exactly when the amount is not above the sum of what these envelopes hold.
 *
 * Refusals: `envelope.exceeded` with the three figures, those of `checkQuotas`.
 */
export function proposeFunding(
  rules: MoneyRules,
  balance: EnvelopeBalance,
  facts: FundingFacts,
  amountCents: Cents,
): Result<readonly FundingLine[]> {
  const whole = balance.whole?.remainingCents ?? null
  if (rules.envelopes.length === 0) {
    const held = checkAward(whole, amountCents)
    if (!held.ok) return held
    const within = checkQuotas(rules, balance, facts, amountCents)
    return within.ok ? ok([]) : within
  }
  const open = eligibleEnvelopes(rules.envelopes, facts).map(({ id }) => ({
    id,
    remainingCents: balance.envelopes.find((line) => line.id === id)?.remainingCents ?? cents(0),
  }))
  const together = addCents(...open.map(({ remainingCents }) => remainingCents))
  const held = checkAward(cents(Math.min(together, whole ?? together)), amountCents)
  if (!held.ok) return held
  const within = checkQuotas(rules, balance, facts, amountCents)
  if (!within.ok) return within
  const lines: FundingLine[] = []
  let missing: number = amountCents
  for (const { id, remainingCents } of open) {
    const share = Math.min(missing, remainingCents)
    if (share > 0) lines.push({ envelopeId: id, amountCents: cents(share) })
    missing -= share
  }
  return ok(lines)
}
