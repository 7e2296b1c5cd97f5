import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import { rank } from '#shared/domain/ranking/rank.ts'
import type { Ranking } from '#shared/domain/ranking/ranking.ts'
import type { RankingInput } from '#shared/domain/ranking/rankingInput.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { gridOfCall } from '../grids/grids.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { CallReader } from '../ports.ts'
import { sealedCandidatures } from './sealedCandidatures.ts'

export interface CallRanking {
  readonly input: RankingInput
  readonly ranking: Ranking
  readonly byId: ReadonlyMap<string, { readonly candidature: Candidature; readonly dossier: Dossier }>
}

/**
 * The ranking of a call from what the file holds. Duplicates set aside are left out; sheets of another version of the
 * grid do not count, those of a sealed candidature are not even read ([SC9]). Refuses what `gridOfCall` refuses.
 */
export function rankingOfCall(reader: CallReader, callId: string): Result<CallRanking> {
  const call = loadOrRefuse(reader, 'call', callId)
  if (!call.ok) return call
  const grid = gridOfCall(reader, callId)
  if (!grid.ok) return grid
  const entries = reader
    .candidaturesOfCall(callId)
    .filter(({ candidature }) => candidature.mergedInto === null)
  const sealedIds = sealedCandidatures(reader, callId)
  const input: RankingInput = {
    grid: grid.value,
    call: call.value,
    candidatures: entries.map(({ candidature }) => candidature),
    populations: Object.fromEntries(
      entries.map(({ candidature, dossier }) => [candidature.id, dossier.applicant.population]),
    ),
    departments: Object.fromEntries(
      entries.map(({ candidature, dossier }) => [candidature.id, dossier.applicant.department?.code ?? null]),
    ),
    sheets: reader
      .sheetsOfCall(callId)
      .filter((sheet) => sheet.gridId === grid.value.id && !sealedIds.has(sheet.candidatureId)),
    recusals: reader.recusalsOfCall(callId),
    members: reader.all('member'),
    sealedIds,
  }
  return ok({
    input,
    ranking: rank(input),
    byId: new Map(entries.map((entry) => [entry.candidature.id, entry])),
  })
}
