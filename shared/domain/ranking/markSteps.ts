import { criteriaOf } from '../grid/criteriaOf.ts'
import type { Grid } from '../grid/grid.ts'
import { isOnScale } from '../grid/isOnScale.ts'
import { scaleStep } from '../grid/scaleStep.ts'
import type { Sheet } from '../scoring/sheet.ts'
import type { CandidatureScore } from './ranking.ts'

/** One mark of one counted sheet, one step of its scale lower or higher, everything else unchanged. */
export interface MarkStep {
  readonly evaluatorId: string
  readonly criterionCode: string
  readonly fromHundredths: number
  readonly toHundredths: number
}

/** [RK7] Every counted mark of a candidature one step down then one step up, where the scale goes on. */
export function markSteps(
  grid: Grid,
  sheets: readonly Sheet[],
  score: Pick<CandidatureScore, 'sheets'>,
): readonly MarkStep[] {
  const countedIds = new Set(
    score.sheets.filter((sheet) => sheet.excluded === null).map((sheet) => sheet.evaluatorId),
  )
  return sheets
    .filter((sheet) => countedIds.has(sheet.evaluatorId) && sheet.gridId === grid.id)
    .sort((a, b) => (a.evaluatorId < b.evaluatorId ? -1 : 1))
    .flatMap((sheet) =>
      criteriaOf(grid).flatMap(({ code, scale, informative }) => {
        const mark = sheet.marks[code]
        if (mark?.kind !== 'value' || informative) return []
        return [-scaleStep(scale.kind), scaleStep(scale.kind)]
          .map((difference) => mark.hundredths + difference)
          .filter((toHundredths) => isOnScale(scale.kind, toHundredths))
          .map((toHundredths) => ({
            evaluatorId: sheet.evaluatorId,
            criterionCode: code,
            fromHundredths: mark.hundredths,
            toHundredths,
          }))
      }),
    )
}

/** The sheets of a candidature after the step. */
export const withStep = (sheets: readonly Sheet[], step: MarkStep): readonly Sheet[] =>
  sheets.map((sheet) =>
    sheet.evaluatorId === step.evaluatorId
      ? {
          ...sheet,
          marks: {
            ...sheet.marks,
            [step.criterionCode]: { kind: 'value', hundredths: step.toHundredths, comment: '' },
          },
        }
      : sheet,
  )
