import type { Cents } from '#shared/kernel/cents.ts'
import { type AllocationMoney, allocate } from './allocate.ts'
import type { BestTotal } from './bestTotal.ts'
import type { Given } from './envelopeBalance.ts'
import type { RankedEntry } from './rankedEntry.ts'
import type { Scenario } from './scenario.ts'

export type ScenarioLines = Scenario['lines']

/** [EN15] The lines of the allocation by rank. A scenario speaks for the whole call, as if nothing were decided yet. */
export function linesByRank(rules: AllocationMoney, ranked: readonly RankedEntry[]): ScenarioLines {
  const awards = allocate(rules, ranked)
  return Object.fromEntries(
    ranked.flatMap(({ candidatureId }, index) => {
      const award = awards[index]
      return award && award.amountCents > 0
        ? [[candidatureId, { amountCents: award.amountCents, funding: award.funding, reason: '' }]]
        : []
    }),
  )
}

export const linesOfBestTotal = (best: BestTotal): ScenarioLines =>
  Object.fromEntries(Object.entries(best.lines).map(([id, line]) => [id, { ...line, reason: '' }]))

/** The money of a scenario, one candidature left out. One that left the call meets no restriction and still counts. */
export const givenByLines = (
  lines: ScenarioLines,
  ranked: readonly RankedEntry[],
  exceptId: string | null = null,
): readonly Given[] =>
  Object.entries(lines)
    .filter(([candidatureId]) => candidatureId !== exceptId)
    .map(([candidatureId, { amountCents, funding }]) => ({
      facts: ranked.find((entry) => entry.candidatureId === candidatureId) ?? unknown,
      amountCents,
      funding,
    }))

export const amountsOfLines = (lines: ScenarioLines): ReadonlyMap<string, Cents> =>
  new Map(Object.entries(lines).map(([candidatureId, { amountCents }]) => [candidatureId, amountCents]))

const unknown = { theme: '', departmentCode: null }
