import { debateList } from '#shared/domain/ranking/debateList.ts'
import type { RankingWatch } from '#shared/domain/ranking/rankingWatch.ts'
import { robustness } from '#shared/domain/ranking/robustness.ts'
import { compareWithoutAbsentMarkers } from '#shared/domain/ranking/withoutAbsentMarkers.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { memberName } from '../memberName.ts'
import type { Reader } from '../ports.ts'
import { rankingOfCall } from './rankingOfCall.ts'
import { debateClause, moveSentence } from './rankingWatchWords.ts'

/**
 * What deserves a debate, which ranks and awards hang on one step of one mark, and what absent members change. Sealed
 * candidatures are in none of it ([SC9]). Refusals: those of `rankingOfCall`.
 */
export function watchRanking(reader: Reader, input: { callId: string }): Result<RankingWatch> {
  const ranked = rankingOfCall(reader, input.callId)
  if (!ranked.ok) return ranked
  const { ranking, byId } = ranked.value
  const found = robustness(ranked.value.input)
  const ranks = new Map(ranking.rows.map(({ candidatureId, rank }) => [candidatureId, rank]))
  const named = (candidatureId: string) => ({
    number: byId.get(candidatureId)?.candidature.number ?? 0,
    applicant: byId.get(candidatureId)?.dossier.applicant.name ?? '',
  })
  const words = {
    grid: ranked.value.input.grid,
    nameOf: (memberId: string) => memberName(reader, memberId),
    numberOf: (candidatureId: string) => named(candidatureId).number,
    rankOf: (candidatureId: string) => ranks.get(candidatureId) ?? null,
  }
  return ok({
    toDebate: debateList(ranked.value.input, ranking, found)
      .map(({ candidatureId, rank, reasons }) => ({
        candidatureId,
        ...named(candidatureId),
        rank,
        reasons: reasons.flatMap((reason) => debateClause(reason, words) ?? []),
      }))
      .filter(({ reasons }) => reasons.length > 0),
    fragile: found.rows.map(({ candidatureId, moves }) => ({
      candidatureId,
      ...named(candidatureId),
      rank: words.rankOf(candidatureId),
      changesAward: moves.some(({ awardsChanged }) => awardsChanged.length > 0),
      moves: moves.map((move) => moveSentence(candidatureId, move, words)),
    })),
    withoutAbsentMarkers: compareWithoutAbsentMarkers(ranked.value.input, ranking).map(
      ({ candidatureId, ...compared }) => ({ ...named(candidatureId), ...compared }),
    ),
    absentMarkers: ranking.absentMarkers.map(({ memberId }) => words.nameOf(memberId)),
  })
}
