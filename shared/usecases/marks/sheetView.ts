import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { Grid } from '#shared/domain/grid/grid.ts'
import { needsComment } from '#shared/domain/grid/needsComment.ts'
import { scoreSheet } from '#shared/domain/scoring/scoreSheet.ts'
import type { Sheet } from '#shared/domain/scoring/sheet.ts'
import type { SheetView } from '#shared/domain/scoring/sheetView.ts'
import { toFixedHalfUp } from '#shared/kernel/rational.ts'

/** A sheet with its running total and what is still missing. */
export function sheetView(grid: Grid, sheet: Sheet): SheetView {
  const { total } = scoreSheet(grid, sheet)
  const criteria = criteriaOf(grid)
  return {
    sheet,
    grid,
    total: total === null ? null : toFixedHalfUp(total, 2),
    missingCriteria: criteria.filter(({ code }) => sheet.marks[code] === undefined).map(({ code }) => code),
    missingComments: criteria
      .filter((criterion) => {
        const mark = sheet.marks[criterion.code]
        return mark !== undefined && needsComment(criterion, mark)
      })
      .map(({ label }) => label),
  }
}
