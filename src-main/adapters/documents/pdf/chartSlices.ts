import type { ChartBlock } from '#shared/domain/documents/model.ts'
import type { BlockContext } from './blockContext.ts'
import type { Box, Ownership, PageCanvas } from './pageCanvas.ts'
import { accent, bandFill, textStyles } from './pageStyle.ts'
import { type Slice, slice } from './slice.ts'
import { appendElement, appendFigure, rowHeader, type StructureElement } from './structureTree.ts'
import { textSlices } from './textSlices.ts'
import type { Line } from './wrapRuns.ts'

/**
 * A row each: label, bar, text. For a screen reader a table of labels and texts, then a figure, the bars, read as one
 * sentence. A chart is divided between two bars only; neither the first nor the last stands alone.
 */
export function chartSlices(
  { measure, root, geometry }: BlockContext,
  block: ChartBlock,
  spaceBeforePt: number,
): readonly Slice[] {
  const { cell: style } = textStyles
  const hasBars = block.bars.length > 0
  const table = hasBars ? appendElement(root, 'Table') : root
  const caption = textSlices(measure, {
    runs: [{ text: block.caption }],
    style: textStyles.caption,
    owner: appendElement(table, hasBars ? 'Caption' : 'P'),
    leftPt: geometry.leftPt,
    widthPt: geometry.contentWidthPt,
    spaceBeforePt,
    keepWithNext: hasBars,
  })
  if (!hasBars) return caption
  const body = appendElement(table, 'TBody')
  const sentence = [block.alternative, block.caption].find((text) => text.trim() !== '')
  const figure = sentence === undefined ? 'layout' : appendFigure(root, sentence)
  const widest = (texts: readonly string[], share: number): number =>
    Math.min(
      texts.reduce((width, text) => Math.max(width, measure.widthPt([{ text }], style)), 0),
      geometry.contentWidthPt * share,
    )
  const columns = {
    labelPt: widest(
      block.bars.map(({ label }) => label),
      0.36,
    ),
    textPt: widest(
      block.bars.map(({ text }) => text),
      0.26,
    ),
  }
  const track = {
    leftPt: geometry.leftPt + columns.labelPt + gutterPt,
    widthPt: geometry.contentWidthPt - columns.labelPt - columns.textPt - 2 * gutterPt,
  }
  const textLeftPt = track.leftPt + track.widthPt + gutterPt
  const last = block.bars.length - 1
  const rows = block.bars.map((bar, barIndex) => {
    const row = appendElement(body, 'TR')
    const cells = [
      {
        owner: appendElement(row, 'TH', rowHeader),
        lines: measure.wrap([{ text: bar.label }], style, columns.labelPt),
        leftPt: geometry.leftPt,
      },
      {
        owner: appendElement(row, 'TD'),
        lines: measure.wrap([{ text: bar.text }], style, columns.textPt),
        leftPt: textLeftPt,
      },
    ]
    const count = Math.max(1, ...cells.map(({ lines }) => lines.length))
    const keepsNext = last > 0 && (barIndex === 0 || barIndex === last - 1)
    return Array.from({ length: count }, (_, index) =>
      slice({
        heightPt: style.linePt + (index === count - 1 ? barGapPt : 0),
        spaceBeforePt: index === 0 && barIndex === 0 ? firstGapPt : 0,
        breakAfter: index === count - 1 ? !keepsNext : false,
        paint: (canvas, topPt) => {
          if (index === 0) {
            const barTopPt = topPt + (style.linePt - barHeightPt) / 2
            paintBar(
              canvas,
              figure,
              [track.leftPt, barTopPt, track.widthPt, barHeightPt],
              shareOf(bar, block),
            )
          }
          for (const { owner, lines, leftPt } of cells) paintLine(canvas, owner, lines[index], leftPt, topPt)
        },
      }),
    )
  })
  return [...caption, ...rows.flat()]
}

const gutterPt = 10
const barHeightPt = 9
const barGapPt = 4
const firstGapPt = 4
/** A little that is not nothing must be seen. */
const leastBarPt = 1

/** Between 0 and 1; a maximum or a value that is no number gives no bar. */
function shareOf({ value }: ChartBlock['bars'][number], { maximum }: ChartBlock): number {
  const share = value / maximum
  return maximum > 0 && share > 0 ? Math.min(1, share) : 0
}

/** The pale track says how long a full bar would be. */
function paintBar(canvas: PageCanvas, figure: Ownership, track: Box, share: number): void {
  const [leftPt, topPt, widthPt, heightPt] = track
  canvas.fill([track], bandFill, figure)
  if (share === 0) return
  canvas.fill([[leftPt, topPt, Math.max(leastBarPt, share * widthPt), heightPt]], accent, figure)
}

function paintLine(
  canvas: PageCanvas,
  owner: StructureElement,
  line: Line | undefined,
  leftPt: number,
  topPt: number,
): void {
  if (line !== undefined) canvas.line(owner, line, textStyles.cell, leftPt, topPt)
}
