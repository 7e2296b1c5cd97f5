import type { ChartBlock } from '#shared/domain/documents/model.ts'
import type { BlockContext } from './blockContext.ts'
import type { Box, Ownership, PageCanvas } from './pageCanvas.ts'
import { accent, bandFill, textStyles } from './pageStyle.ts'
import { type Slice, slice } from './slice.ts'
import { appendElement, appendFigure, rowHeader, type StructureElement } from './structureTree.ts'
import { textSlices } from './textSlices.ts'
import type { TextMeasure } from './wrapRuns.ts'

/**
 * A row each: label, bar, text. For a screen reader a table of labels and texts, then a figure, the bars, read as one
 * sentence. A chart is divided between two bars only; neither the first nor the last stands alone [PG8].
 */
export function chartSlices(
  context: BlockContext,
  block: ChartBlock,
  spaceBeforePt: number,
): readonly Slice[] {
  const { measure, root, geometry } = context
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
  const columns = placeColumns(context, block)
  const last = block.bars.length - 1
  const rows = block.bars.flatMap((bar, index) => {
    const keepsNext = last > 0 && (index === 0 || index === last - 1)
    return rowSlices(measure, body, figure, columns, {
      bar,
      share: shareOf(bar, block),
      spaceBeforePt: index === 0 ? firstGapPt : 0,
      keepsNext,
    })
  })
  return [...caption, ...rows]
}

const firstGapPt = 4
const gutterPt = 10
const mostLabelShare = 0.36
const mostTextShare = 0.26

interface Column {
  readonly leftPt: number
  readonly widthPt: number
}

type Columns = Readonly<Record<'label' | 'track' | 'text', Column>>

/** Words take what they need, up to their share; the bars take the rest. */
function placeColumns({ measure, geometry }: BlockContext, { bars }: ChartBlock): Columns {
  const { leftPt, contentWidthPt } = geometry
  const widest = (texts: readonly string[], share: number): number =>
    texts.reduce(
      (width, text) => Math.min(contentWidthPt * share, Math.max(width, measure.widthPt([{ text }], style))),
      0,
    )
  const labels = bars.map(({ label }) => label)
  const texts = bars.map(({ text }) => text)
  const label = { leftPt, widthPt: widest(labels, mostLabelShare) }
  const textWidthPt = widest(texts, mostTextShare)
  const text = { leftPt: leftPt + contentWidthPt - textWidthPt, widthPt: textWidthPt }
  const trackLeftPt = leftPt + label.widthPt + gutterPt
  return { label, text, track: { leftPt: trackLeftPt, widthPt: text.leftPt - gutterPt - trackLeftPt } }
}

interface Row {
  readonly bar: ChartBlock['bars'][number]
  /** Of the full length. */
  readonly share: number
  readonly spaceBeforePt: number
  readonly keepsNext: boolean
}

/** One slice a line, kept together: only a label higher than a page is divided. */
function rowSlices(
  measure: TextMeasure,
  body: StructureElement,
  figure: Ownership,
  { label, track, text }: Columns,
  { bar, share, spaceBeforePt, keepsNext }: Row,
): readonly Slice[] {
  const row = appendElement(body, 'TR')
  const cells = [
    { owner: appendElement(row, 'TH', rowHeader), column: label, runs: [{ text: bar.label }] },
    { owner: appendElement(row, 'TD'), column: text, runs: [{ text: bar.text }] },
  ].map((cell) => ({ ...cell, lines: measure.wrap(cell.runs, style, cell.column.widthPt) }))
  const count = Math.max(1, ...cells.map(({ lines }) => lines.length))
  return Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1
    return slice({
      heightPt: style.linePt + (isLast ? barGapPt : 0),
      spaceBeforePt: index === 0 ? spaceBeforePt : 0,
      breakAfter: isLast && !keepsNext,
      paint: (canvas, topPt) => {
        const barTopPt = topPt + (style.linePt - barHeightPt) / 2
        if (index === 0) paintBar(canvas, figure, [track.leftPt, barTopPt, track.widthPt, barHeightPt], share)
        for (const { owner, column, lines } of cells) {
          const line = lines[index]
          if (line !== undefined) canvas.line(owner, line, style, column.leftPt, topPt)
        }
      },
    })
  })
}

const style = textStyles.cell
const barHeightPt = 9
const barGapPt = 4
/** A little that is not nothing must be seen. */
const leastBarPt = 1

/** Between 0 and 1; a maximum or a value that is no number gives no bar. */
function shareOf({ value }: Row['bar'], { maximum }: ChartBlock): number {
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
