import { contendersOf } from './contendersOf.ts'
import { placeUnderEnvelope } from './placeUnderEnvelope.ts'
import type { RankedCandidature, Ranking } from './ranking.ts'
import type { RankingInput } from './rankingInput.ts'

/** Two ranks of one candidature; null when it is not ranked either way. */
export interface RankComparison {
  readonly candidatureId: string
  readonly rankWith: number | null
  readonly rankWithout: number | null
}

/**
 * [RK6] The ranking without any sheet of the absent markers. Null when nobody is absent or none of them marked, and
 * when a candidature would lose its rank altogether: a list with holes compares with nothing.
 */
export function withoutAbsentMarkers(
  input: RankingInput,
  ranking: Pick<Ranking, 'rows' | 'absentMarkers'>,
): readonly RankedCandidature[] | null {
  const absentIds = new Set(ranking.absentMarkers.map(({ memberId }) => memberId))
  const sheets = input.sheets.filter((sheet) => !absentIds.has(sheet.evaluatorId))
  if (sheets.length === input.sheets.length) return null
  const without = placeUnderEnvelope(contendersOf({ ...input, sheets }), input.call.rules)
  const rankOf = new Map(without.map((row) => [row.candidatureId, row.rank]))
  const lost = ranking.rows.some((row) => row.rank !== null && rankOf.get(row.candidatureId) === null)
  return lost ? null : without
}

/** [RK10] Both rankings side by side, only where they differ, in the order of the ranking; empty when [RK6] compares nothing. */
export function compareWithoutAbsentMarkers(
  input: RankingInput,
  ranking: Pick<Ranking, 'rows' | 'absentMarkers'>,
): readonly RankComparison[] {
  const rankOf = new Map(
    withoutAbsentMarkers(input, ranking)?.map((row) => [row.candidatureId, row.rank]) ??
      ranking.rows.map((row) => [row.candidatureId, row.rank]),
  )
  return ranking.rows
    .map(({ candidatureId, rank }) => ({
      candidatureId,
      rankWith: rank,
      rankWithout: rankOf.get(candidatureId) ?? null,
    }))
    .filter(({ rankWith, rankWithout }) => rankWith !== rankWithout)
}
