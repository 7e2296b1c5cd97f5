import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { AllocationMoney } from './allocate.ts'
import { checkFunding } from './checkFunding.ts'
import { departuresOf } from './departuresOf.ts'
import { envelopeBalance } from './envelopeBalance.ts'
import type { RankedEntry } from './rankedEntry.ts'
import { amountsOfLines, givenByLines, type ScenarioLines } from './scenarioLines.ts'

/**
 * [EN15] [EN16] Whether a scenario may be adopted by the rules as they are now: they may have changed since it was made.
 *
 * Refusals: those of `checkFunding`; `entity.missing` when a candidature left the call; `scenario.reason-missing` with
 * `candidatureIds` that depart from the ranking without a reason, in rank order.
 */
export function checkScenario(
  rules: AllocationMoney,
  ranked: readonly RankedEntry[],
  lines: ScenarioLines,
): Result<null> {
  for (const [candidatureId, line] of Object.entries(lines)) {
    const entry = ranked.find((candidate) => candidate.candidatureId === candidatureId)
    if (entry === undefined) return refuse('entity.missing', { entity: `candidature/${candidatureId}` })
    if (line.amountCents === 0) continue
    const others = envelopeBalance(rules, givenByLines(lines, ranked, candidatureId))
    const checked = checkFunding(rules, others, entry, line)
    if (!checked.ok) return checked
  }
  const departing = departuresOf(rules, ranked, amountsOfLines(lines)).map(
    ({ candidatureId }) => candidatureId,
  )
  const silent = [...new Set(departing)].filter((id) => (lines[id]?.reason ?? '').trim() === '')
  return silent.length > 0 ? refuse('scenario.reason-missing', { candidatureIds: silent }) : ok(null)
}
