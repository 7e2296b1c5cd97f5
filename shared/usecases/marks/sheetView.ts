import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { Grid } from '#shared/domain/grid/grid.ts'
import { needsComment } from '#shared/domain/grid/needsComment.ts'
import { missingCriteria } from '#shared/domain/scoring/missingCriteria.ts'
import { scoreSheet } from '#shared/domain/scoring/scoreSheet.ts'
import type { Sheet } from '#shared/domain/scoring/sheet.ts'
import type { SheetView } from '#shared/domain/scoring/sheetView.ts'
import { toFixedHalfUp } from '#shared/kernel/rational.ts'

/** A sheet with its running total and what is still missing. */
export function sheetView(grid: Grid, sheet: Sheet): SheetView {
  const { total } = scoreSheet(grid, sheet)
  return {
    sheet,
    grid,
    total: total === null ? null : toFixedHalfUp(total, 2),
    missingCriteria: missingCriteria(grid, sheet),
    missingComments: uncommented(grid, sheet),
  }
}

/**
 * The same while its marks are sealed ([SC9]): only what was typed just now is in it. A comment that the mark itself makes
 * mandatory would tell the mark, so it is named for these criteria alone.
 */
export function sealedSheetView(grid: Grid, sheet: Sheet, typed: readonly string[]): SheetView {
  const marks = Object.fromEntries(Object.entries(sheet.marks).filter(([code]) => typed.includes(code)))
  const whatever = criteriaOf(grid).filter(
    ({ code, comment }) => comment === 'always' || typed.includes(code),
  )
  return {
    sheet: { ...sheet, marks },
    grid,
    total: null,
    missingCriteria: missingCriteria(grid, sheet),
    missingComments: uncommented({ sections: [{ label: '', criteria: whatever }] }, sheet),
  }
}

/** Labels of the criteria whose mark asks for a comment that is not there. */
const uncommented = (grid: Pick<Grid, 'sections'>, sheet: Pick<Sheet, 'marks'>): readonly string[] =>
  criteriaOf(grid)
    .filter((criterion) => {
      const mark = sheet.marks[criterion.code]
      return mark !== undefined && needsComment(criterion, mark)
    })
    .map(({ label }) => label)
