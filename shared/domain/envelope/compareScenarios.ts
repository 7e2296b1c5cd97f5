import { type Cents, zeroCents } from '#shared/kernel/cents.ts'
import type { RankedEntry } from './rankedEntry.ts'
import type { ScenarioLines } from './scenarioLines.ts'
import { type ExactTotals, scenarioTotals } from './scenarioTotals.ts'

export interface ScenarioDifference {
  readonly left: ExactTotals
  readonly right: ExactTotals
  /** Candidatures that do not receive the same from both, in rank order. */
  readonly rows: readonly {
    readonly candidatureId: string
    readonly leftCents: Cents
    readonly rightCents: Cents
  }[]
}

/** [EN19] Two scenarios of one call side by side. The envelopes that bring the money do not make a difference. */
export function compareScenarios(
  left: ScenarioLines,
  right: ScenarioLines,
  ranked: readonly RankedEntry[],
): ScenarioDifference {
  return {
    left: scenarioTotals(left, ranked),
    right: scenarioTotals(right, ranked),
    rows: ranked
      .map(({ candidatureId }) => ({
        candidatureId,
        leftCents: left[candidatureId]?.amountCents ?? zeroCents,
        rightCents: right[candidatureId]?.amountCents ?? zeroCents,
      }))
      .filter(({ leftCents, rightCents }) => leftCents !== rightCents),
  }
}
