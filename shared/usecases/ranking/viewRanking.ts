import { isInForce } from '#shared/domain/committee/committee.ts'
import type { RankedCandidature } from '#shared/domain/ranking/ranking.ts'
import type { RankingRowView, RankingView } from '#shared/domain/ranking/rankingView.ts'
import { rationalToText, toFixedHalfUp } from '#shared/kernel/rational.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { memberName } from '../memberName.ts'
import type { Reader } from '../ports.ts'
import { type CallRanking, rankingOfCall } from './rankingOfCall.ts'

/** The ranking of a call with every name resolved. Refusals: those of `rankingOfCall`. */
export function viewRanking(reader: Reader, input: { callId: string }): Result<RankingView> {
  const ranked = rankingOfCall(reader, input.callId)
  if (!ranked.ok) return ranked
  const { ranking, byId } = ranked.value
  const numberOf = (id: string): number => byId.get(id)?.candidature.number ?? 0
  return ok({
    callId: input.callId,
    callName: reader.load('call', input.callId)?.state.name ?? '',
    rows: ranking.rows.map((row) => rowView(reader, ranked.value, row)),
    envelopeCents: ranking.envelopeCents,
    requestedCents: ranking.requestedCents,
    awardedCents: ranking.awardedCents,
    remainingCents: ranking.remainingCents,
    absentMarkers: ranking.absentMarkers.map((absent) => ({
      ...absent,
      name: memberName(reader, absent.memberId),
    })),
    orderWithoutAbsentMarkers: ranking.orderWithoutAbsentMarkers?.map(numberOf) ?? null,
  })
}

export function rowView(reader: Reader, ranked: CallRanking, row: RankedCandidature): RankingRowView {
  const { byId, input } = ranked
  const entry = byId.get(row.candidatureId)
  const { score } = row
  const counted = score.sheets.filter((sheet) => sheet.excluded === null)
  const filedBy = new Set(score.sheets.map((sheet) => sheet.evaluatorId))
  const collegial = input.call.rules.aggregation === 'collegial'
  const recused = input.recusals.filter(
    (recusal) => recusal.candidatureId === row.candidatureId && isInForce(recusal),
  )
  const expected =
    collegial || score.notRanked === 'sealed'
      ? []
      : input.members.filter(
          ({ id, inOffice }) => inOffice && !recused.some(({ memberId }) => memberId === id),
        )
  return {
    candidatureId: row.candidatureId,
    number: entry?.candidature.number ?? 0,
    applicant: entry?.dossier.applicant.name ?? '',
    title: entry?.dossier.title ?? '',
    department: entry?.dossier.applicant.department?.code ?? '',
    requestedCents: entry?.candidature.requestedCents ?? null,
    rank: row.rank,
    score: score.total === null ? null : toFixedHalfUp(score.total, 2),
    exactScore: score.total === null ? null : rationalToText(score.total),
    notRanked: score.notRanked,
    tiedWith: row.tiedWith.map((id) => byId.get(id)?.candidature.number ?? 0),
    decidedBy: row.decidedBy,
    award: row.award,
    knockedOutBy: score.knockedOutBy,
    belowMinimum: score.belowMinimum,
    gapAlert: score.gapAlert,
    sheetTotals: counted.map((sheet) => ({
      evaluatorId: sheet.evaluatorId,
      name: memberName(reader, sheet.evaluatorId),
      total: sheet.total === null ? '' : toFixedHalfUp(sheet.total, 2),
    })),
    recused: recused.map(({ memberId }) => memberName(reader, memberId)),
    missingSheets: expected.filter(({ id }) => !filedBy.has(id)).map(({ id }) => memberName(reader, id)),
    missingMarks: counted.reduce(
      (sum, sheet) => sum + sheet.lines.filter((line) => line.outside === 'missing').length,
      0,
    ),
    drafts: score.sheets.filter((sheet) => sheet.excluded === 'draft').length,
  }
}
