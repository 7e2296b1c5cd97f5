import type { Mark } from '#shared/domain/grid/grid.ts'
import type { SheetView } from '#shared/domain/scoring/sheetView.ts'

/** A mark given on this screen, taken away when null, that the host has not answered yet. */
export interface KeyedMark {
  readonly criterionCode: string
  readonly mark: Mark | null
}

/** [UI12] The sheet with these marks, in the order they were given; totals wait for the host, which alone computes them. */
export function withMarks(view: SheetView, keyed: readonly KeyedMark[]): SheetView {
  if (keyed.length === 0) return view
  const marks = { ...view.sheet.marks }
  for (const { criterionCode, mark } of keyed) {
    if (mark === null) delete marks[criterionCode]
    else marks[criterionCode] = mark
  }
  return { ...view, sheet: { ...view.sheet, marks } }
}
