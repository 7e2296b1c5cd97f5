import { allocate } from '#shared/domain/envelope/allocate.ts'
import { awardBounds } from '#shared/domain/envelope/awardBounds.ts'
import { rateOfAmount } from '#shared/domain/envelope/awardRate.ts'
import { departuresOf } from '#shared/domain/envelope/departuresOf.ts'
import { envelopeBalance } from '#shared/domain/envelope/envelopeBalance.ts'
import type { Scenario } from '#shared/domain/envelope/scenario.ts'
import { amountsOfLines, givenByLines } from '#shared/domain/envelope/scenarioLines.ts'
import { type ExactTotals, scenarioTotals } from '#shared/domain/envelope/scenarioTotals.ts'
import type { ScenarioRow, ScenarioTotals, ScenarioView } from '#shared/domain/envelope/scenarioView.ts'
import { toFixedHalfUp } from '#shared/kernel/rational.ts'
import { departureSentence } from './departureSentence.ts'
import type { MoneyOfCall } from './moneyOfCall.ts'

/** A scenario with its figures and where it departs from the ranking. */
export function scenarioView(money: MoneyOfCall, scenario: Scenario): ScenarioView {
  const { rules, ranked } = money
  const { id, name, origin, status, adoptedIn, lines } = scenario
  return {
    id,
    name,
    origin,
    status,
    adoptedIn,
    lines: Object.entries(lines).map(([candidatureId, line]) => ({
      candidatureId,
      ...line,
      rateBasisPoints: rateOfAmount(
        line.amountCents,
        money.candidature(candidatureId)?.eligibleBaseCents ?? null,
      ),
    })),
    totals: totalsView(scenarioTotals(lines, ranked)),
    balance: envelopeBalance(rules, givenByLines(lines, ranked)),
    departures: departuresOf(rules, ranked, amountsOfLines(lines)).map((departure) => ({
      candidatureId: departure.candidatureId,
      kind: departure.kind,
      sentence: departureSentence(departure, namedOf(money, departure.candidatureId)),
      reason: lines[departure.candidatureId]?.reason ?? '',
    })),
  }
}

export const totalsView = ({ funded, amountCents, score }: ExactTotals): ScenarioTotals => ({
  funded,
  amountCents,
  score: toFixedHalfUp(score, 2),
})

/** The candidatures of the call as every scenario reads them, in rank order. */
export function scenarioRows(money: MoneyOfCall): readonly ScenarioRow[] {
  const { rules, ranked, decided } = money
  const byRank = allocate(rules, ranked)
  return ranked.flatMap((entry, index): readonly ScenarioRow[] => {
    const award = byRank[index]
    if (award === undefined) return []
    const { candidatureId, score, ...facts } = entry
    const outcome = decided.get(candidatureId)
    return [
      {
        ...facts,
        candidatureId,
        ...titlesOf(money, candidatureId),
        score: score && toFixedHalfUp(score, 2),
        mostCents: awardBounds(rules, { ...entry, minimumViableCents: null })?.mostCents ?? null,
        byRank: award,
        decided: outcome ?? null,
      },
    ]
  })
}

export const titlesOf = (money: MoneyOfCall, candidatureId: string) => ({
  number: money.candidature(candidatureId)?.number ?? 0,
  applicant: money.dossier(candidatureId)?.applicant.name ?? '',
  title: money.dossier(candidatureId)?.title ?? '',
})

export const namedOf = (money: MoneyOfCall, candidatureId: string) => ({
  ...titlesOf(money, candidatureId),
  rank: money.ranked.find((entry) => entry.candidatureId === candidatureId)?.rank ?? null,
})
