import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import { displayMark } from '#shared/domain/grid/displayMark.ts'
import type { Grid, Scale } from '#shared/domain/grid/grid.ts'
import { explainRank } from '#shared/domain/ranking/explainRank.ts'
import type { SheetScore } from '#shared/domain/ranking/ranking.ts'
import type { RankExplanation } from '#shared/domain/ranking/rankingView.ts'
import type { Sheet } from '#shared/domain/scoring/sheet.ts'
import { toFixedHalfUp } from '#shared/kernel/rational.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { memberName } from '../memberName.ts'
import type { Reader } from '../ports.ts'
import { explanationSentences } from './explanationSentences.ts'
import { rankingOfCall } from './rankingOfCall.ts'
import { rowView } from './viewRanking.ts'

/** From one rank to the marks: the additions, who was left out, and the single steps that would move it (P4). */
export function viewExplanation(reader: Reader, input: { candidatureId: string }): Result<RankExplanation> {
  const candidature = loadOrRefuse(reader, 'candidature', input.candidatureId)
  if (!candidature.ok) return candidature
  const ranked = rankingOfCall(reader, candidature.value.callId)
  if (!ranked.ok) return ranked
  const { grid, call, sheets } = ranked.value.input
  const reasons = explainRank(ranked.value.input, input.candidatureId)
  if (!reasons.ok) return reasons
  const { row, weightsCounted, steps } = reasons.value
  const view = rowView(reader, ranked.value, row)
  const { aggregation } = call.rules
  const stored = new Map(
    sheets
      .filter(({ candidatureId }) => candidatureId === input.candidatureId)
      .map((sheet) => [sheet.evaluatorId, sheet]),
  )
  const scaleOf = (code: string): Scale['kind'] =>
    criteriaOf(grid).find((criterion) => criterion.code === code)?.scale.kind ?? '0-5'
  return ok({
    row: view,
    aggregation,
    sheets: row.score.sheets.map((sheet) => ({
      evaluator: memberName(reader, sheet.evaluatorId),
      excluded: sheet.excluded,
      total: sheet.total === null ? null : toFixedHalfUp(sheet.total, 2),
      // A recused member's marks stay in the history and leave every view.
      lines: sheet.excluded === 'recused' ? [] : linesOf(grid, sheet, stored.get(sheet.evaluatorId)),
      weightsCounted: weightsCounted[sheet.evaluatorId] ?? 0,
    })),
    sensitivity: steps
      .filter(({ newRank, newAwardCents }) => newRank !== row.rank || newAwardCents !== row.award.amountCents)
      .map(({ evaluatorId, criterionCode, fromHundredths, toHundredths, newRank, newAwardCents }) => ({
        evaluator: memberName(reader, evaluatorId),
        criterionCode,
        from: displayMark({ kind: scaleOf(criterionCode) }, { kind: 'value', hundredths: fromHundredths }),
        to: displayMark({ kind: scaleOf(criterionCode) }, { kind: 'value', hundredths: toHundredths }),
        newRank,
        newAwardCents,
      })),
    sentences: explanationSentences(view, aggregation),
  })
}

function linesOf(
  grid: Grid,
  sheet: SheetScore,
  stored: Sheet | undefined,
): RankExplanation['sheets'][number]['lines'] {
  const criteria = new Map(criteriaOf(grid).map((criterion) => [criterion.code, criterion]))
  return sheet.lines.map((line) => {
    const kind = criteria.get(line.criterionCode)?.scale.kind ?? '0-5'
    const mark = stored?.marks[line.criterionCode]
    return {
      code: line.criterionCode,
      label: line.label,
      weight: line.weight,
      mark: mark === undefined ? null : displayMark({ kind }, mark),
      maximum: displayMark({ kind }, { kind: 'value', hundredths: line.maximumHundredths }),
      outside: line.outside,
      points: line.points === null ? null : toFixedHalfUp(line.points, 2),
      comment: mark?.comment ?? '',
    }
  })
}
