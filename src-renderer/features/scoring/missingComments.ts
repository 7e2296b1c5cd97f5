import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { Criterion } from '#shared/domain/grid/grid.ts'
import { needsComment } from '#shared/domain/grid/needsComment.ts'
import type { SheetView } from '#shared/domain/scoring/sheetView.ts'

/** Criteria whose mark must be explained and is not yet. */
export const missingComments = ({ grid, sheet }: Pick<SheetView, 'grid' | 'sheet'>): readonly Criterion[] =>
  criteriaOf(grid).filter((criterion) => {
    const mark = sheet.marks[criterion.code]
    return mark !== undefined && needsComment(criterion, mark)
  })
