import { outOfRunning } from '../candidature/outOfRunning.ts'
import { candidatureScorer } from '../scoring/candidatureScorer.ts'
import type { Contender } from './contender.ts'
import type { RankingInput } from './rankingInput.ts'

/** [RK1] Every candidature with its score; a withdrawn, inadmissible, merged or sealed one says so and takes no rank. */
export function contendersOf(input: RankingInput): readonly Contender[] {
  const score = candidatureScorer(input.grid, input.call.rules)
  const sheets = Map.groupBy(input.sheets, (sheet) => sheet.candidatureId)
  const recusals = Map.groupBy(input.recusals, (recusal) => recusal.candidatureId)
  return input.candidatures.map((candidature) => {
    const isSealed = input.sealedIds?.has(candidature.id) ?? false
    const read = isSealed ? [] : (sheets.get(candidature.id) ?? [])
    const scored = score(read, recusals.get(candidature.id) ?? [])
    return {
      candidature,
      score: { ...scored, notRanked: outOfRunning(candidature) ?? (isSealed ? 'sealed' : scored.notRanked) },
      population: input.populations[candidature.id] ?? null,
      departmentCode: input.departments?.[candidature.id] ?? null,
    }
  })
}
