import { addCents, type Cents } from '#shared/kernel/cents.ts'
import { type Rational, sum } from '#shared/kernel/rational.ts'
import type { RankedEntry } from './rankedEntry.ts'
import { amountsOfLines, type ScenarioLines } from './scenarioLines.ts'

export interface ExactTotals {
  readonly funded: number
  readonly amountCents: Cents
  /** Sum of the exact scores of the funded. */
  readonly score: Rational
}

/** [EN19] How many are funded, with how much, and what their scores add up to. */
export function scenarioTotals(lines: ScenarioLines, ranked: readonly RankedEntry[]): ExactTotals {
  const amounts = [...amountsOfLines(lines)].filter(([, amountCents]) => amountCents > 0)
  const ids = new Set(amounts.map(([candidatureId]) => candidatureId))
  return {
    funded: amounts.length,
    amountCents: addCents(...amounts.map(([, amountCents]) => amountCents)),
    score: sum(ranked.flatMap(({ candidatureId, score }) => (ids.has(candidatureId) && score ? score : []))),
  }
}
