import type { Align, Runs } from '#shared/domain/documents/model.ts'
import type { Ownership } from './pageCanvas.ts'
import type { TextStyle } from './pageStyle.ts'
import { type Slice, slice } from './slice.ts'
import type { TextMeasure } from './wrapRuns.ts'

export interface TextPlacement {
  readonly runs: Runs
  readonly style: TextStyle
  readonly owner: Ownership
  readonly leftPt: number
  readonly widthPt: number
  readonly spaceBeforePt: number
  readonly keepWithNext: boolean
  readonly align?: Align
}

/** One slice per line, with no line left alone at the foot or the head of a page [PG2]. */
export function textSlices(measure: TextMeasure, placement: TextPlacement): readonly Slice[] {
  const { style, owner, leftPt, widthPt, align = 'start' } = placement
  const lines = measure.wrap(placement.runs, style, widthPt)
  const last = lines.length - 1
  return lines.map((line, index) =>
    slice({
      heightPt: style.linePt,
      spaceBeforePt: index === 0 ? placement.spaceBeforePt : 0,
      breakAfter: index === last ? !placement.keepWithNext : index !== 0 && index !== last - 1,
      paint: (canvas, topPt) =>
        canvas.line(owner, line, style, leftPt + slackBefore(align, widthPt - line.widthPt), topPt),
    }),
  )
}

/** Left of a line, of what the line leaves free. */
export const slackBefore = (align: Align, freePt: number): number =>
  Math.max(0, { start: 0, center: freePt / 2, end: freePt }[align])
