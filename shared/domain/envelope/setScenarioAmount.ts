import { type Cents, zeroCents } from '#shared/kernel/cents.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { amountOfRate } from './awardRate.ts'
import { checkFunding } from './checkFunding.ts'
import type { FundingLine } from './envelope.ts'
import { envelopeBalance, type MoneyRules } from './envelopeBalance.ts'
import { proposeFunding } from './proposeFunding.ts'
import type { RankedEntry } from './rankedEntry.ts'
import type { Scenario, ScenarioLine } from './scenario.ts'
import { givenByLines } from './scenarioLines.ts'

/** By amount or by rate of the eligible base; null takes the candidature out. */
export type ScenarioAmount =
  | { readonly by: 'amount'; readonly amountCents: Cents }
  | { readonly by: 'rate'; readonly rateBasisPoints: number }
  | null

export interface ScenarioChange {
  readonly candidatureId: string
  readonly amount: ScenarioAmount
  /** Which envelopes bring it; null: proposed ([EN11]). */
  readonly funding: readonly FundingLine[] | null
  readonly reason: string
}

/**
 * [EN15] The line that replaces the candidature's own, null when nothing is left to keep. A line without money keeps
 * its reason: passing over a candidature asks for one.
 *
 * Refusals: `scenario.not-draft` with `name`, `entity.missing`, `decision.amount-invalid`, `input.invalid` (a rate
 * without a base), those of `proposeFunding` and `checkFunding`: a scenario never over-spends.
 */
export function setScenarioAmount(
  rules: MoneyRules,
  ranked: readonly RankedEntry[],
  scenario: Pick<Scenario, 'name' | 'status' | 'lines'>,
  change: ScenarioChange,
): Result<ScenarioLine | null> {
  if (scenario.status !== 'draft') return refuse('scenario.not-draft', { name: scenario.name })
  const entry = ranked.find(({ candidatureId }) => candidatureId === change.candidatureId)
  if (entry === undefined) return refuse('entity.missing', { entity: `candidature/${change.candidatureId}` })
  const amount = amountOf(change.amount, entry)
  if (!amount.ok) return amount
  const amountCents = amount.value
  const reason = change.reason.trim()
  if (amountCents === 0) return ok(reason === '' ? null : { amountCents, funding: [], reason })
  const balance = envelopeBalance(rules, givenByLines(scenario.lines, ranked, change.candidatureId))
  const funding =
    change.funding === null
      ? proposeFunding(rules, balance, entry, amountCents)
      : ok(change.funding.filter((line) => line.amountCents !== 0))
  if (!funding.ok) return funding
  const checked = checkFunding(rules, balance, entry, { amountCents, funding: funding.value })
  return checked.ok ? ok({ amountCents, funding: funding.value, reason }) : checked
}

function amountOf(amount: ScenarioAmount, { eligibleBaseCents }: RankedEntry): Result<Cents> {
  if (amount === null) return ok(zeroCents)
  const figure = amount.by === 'amount' ? amount.amountCents : amount.rateBasisPoints
  if (!Number.isSafeInteger(figure) || figure < 0)
    return refuse('decision.amount-invalid', { amountCents: figure })
  if (amount.by === 'amount') return ok(amount.amountCents)
  return eligibleBaseCents === null
    ? refuse('input.invalid', {
        reason: 'la dépense subventionnable n’est pas connue : saisissez un montant',
      })
    : ok(amountOfRate(amount.rateBasisPoints, eligibleBaseCents))
}
