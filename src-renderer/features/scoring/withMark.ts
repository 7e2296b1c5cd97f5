import type { Mark } from '#shared/domain/grid/grid.ts'
import type { SheetView } from '#shared/domain/scoring/sheetView.ts'

/** [UI12] The sheet with this mark given, or taken away when null; totals wait for the host, which alone computes them. */
export function withMark(view: SheetView, criterionCode: string, mark: Mark | null): SheetView {
  const { [criterionCode]: _, ...others } = view.sheet.marks
  return {
    ...view,
    sheet: { ...view.sheet, marks: mark === null ? others : { ...others, [criterionCode]: mark } },
  }
}
