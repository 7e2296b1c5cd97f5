import type { Align, Runs, TableBlock, TableRow } from '#shared/domain/documents/model.ts'
import { columnWidths } from '../columnWidths.ts'
import type { Ownership, PageCanvas } from './pageCanvas.ts'
import { bandFill, hairline, type PageGeometry, quietInk, type TextStyle, textStyles } from './pageStyle.ts'
import { type RepeatedHead, type Slice, slice } from './slice.ts'
import { appendElement, columnHeader, rowHeader, type StructureElement } from './structureTree.ts'
import { slackBefore, textSlices } from './textSlices.ts'
import type { Line, TextMeasure } from './wrapRuns.ts'

/**
 * A caption, a header row that is drawn again on each page, and rows that stay whole when a page can hold them;
 * the first and the last two rows stay together [PG3].
 */
export function tableSlices(
  measure: TextMeasure,
  parent: StructureElement,
  table: TableBlock,
  geometry: PageGeometry,
  spaceBeforePt: number,
): readonly Slice[] {
  const tableElement = appendElement(parent, 'Table')
  const columns = placeColumns(measure, table, geometry)
  const caption = captionSlices(measure, tableElement, table, geometry, spaceBeforePt)
  const headRow = appendElement(appendElement(tableElement, 'THead'), 'TR')
  const headLines = wrapCells(measure, columns, table.columns.map(headerRuns), textStyles.tableHead)
  const head = headOf(columns, headLines, geometry)
  const body = appendElement(tableElement, 'TBody')
  const rows = table.rows.map((row, index) => {
    const isLast = index === table.rows.length - 1
    const element = appendElement(body, 'TR')
    const cells = table.columns.map((column) =>
      column.namesRow === true ? appendElement(element, 'TH', rowHeader) : appendElement(element, 'TD'),
    )
    const style = row.emphasis === 'none' ? textStyles.cell : textStyles.totalCell
    const lines = wrapCells(measure, columns, row.cells, style)
    const staysWithNext = index === 0 ? table.rows.length === 2 : index === table.rows.length - 2
    return rowSlices({
      row,
      columns,
      cells,
      lines,
      style,
      head,
      geometry,
      mayBreak: isLast || !staysWithNext,
      boxHeightPt: table.boxHeightPt ?? null,
    })
  })
  const headCells = table.columns.map(() => appendElement(headRow, 'TH', columnHeader))
  const headSlice = slice({
    heightPt: head.heightPt,
    spaceBeforePt: caption.length === 0 ? spaceBeforePt : 3,
    breakAfter: rows.length === 0,
    paint: (canvas, topPt) =>
      paintHead(canvas, columns, headLines, headCells, geometry, topPt, head.heightPt),
  })
  return [...caption, headSlice, ...rows.flat()]
}

interface PlacedColumn {
  readonly leftPt: number
  readonly widthPt: number
  readonly align: Align
}

const sidePaddingPt = 5
const rowPaddingPt = 4
const headPaddingPt = 4.5

const headerRuns = (column: TableBlock['columns'][number]): Runs => [{ text: column.header }]

function placeColumns(
  measure: TextMeasure,
  table: TableBlock,
  geometry: PageGeometry,
): readonly PlacedColumn[] {
  const least = table.columns.map((column, index) => {
    const cells = table.rows.map((row) =>
      measure.widestWordPt(
        row.cells[index] ?? [],
        row.emphasis === 'none' ? textStyles.cell : textStyles.totalCell,
      ),
    )
    const widest = cells.reduce((a, b) => Math.max(a, b), 0)
    return (
      Math.max(widest, measure.widestWordPt(headerRuns(column), textStyles.tableHead)) + 2 * sidePaddingPt
    )
  })
  // One endless word must not starve the other columns.
  const capped = least.map((width) => Math.min(width, geometry.contentWidthPt * 0.4))
  const widths = columnWidths(
    table.columns.map((column) => column.share),
    capped,
    geometry.contentWidthPt,
  )
  let leftPt = geometry.leftPt
  return table.columns.map((column, index) => {
    const widthPt = widths[index] ?? 0
    leftPt += widthPt
    return { leftPt: leftPt - widthPt, widthPt, align: column.align }
  })
}

const wrapCells = (
  measure: TextMeasure,
  columns: readonly PlacedColumn[],
  cells: readonly Runs[],
  style: TextStyle,
): readonly (readonly Line[])[] =>
  columns.map((column, index) => measure.wrap(cells[index] ?? [], style, column.widthPt - 2 * sidePaddingPt))

function captionSlices(
  measure: TextMeasure,
  tableElement: StructureElement,
  table: TableBlock,
  geometry: PageGeometry,
  spaceBeforePt: number,
): readonly Slice[] {
  if (table.caption.trim() === '') return []
  return textSlices(measure, {
    runs: [{ text: table.caption }],
    style: textStyles.caption,
    owner: appendElement(tableElement, 'Caption'),
    leftPt: geometry.leftPt,
    widthPt: geometry.contentWidthPt,
    spaceBeforePt,
    keepWithNext: true,
  })
}

const heightOf = (lines: readonly (readonly Line[])[], style: TextStyle): number =>
  Math.max(1, ...lines.map((cell) => cell.length)) * style.linePt

function headOf(
  columns: readonly PlacedColumn[],
  lines: readonly (readonly Line[])[],
  geometry: PageGeometry,
): RepeatedHead {
  const heightPt = heightOf(lines, textStyles.tableHead) + 2 * headPaddingPt
  // Read once by a screen reader, at the first page: the repetitions are artifacts.
  const owners = columns.map(() => 'layout' as const)
  return {
    heightPt,
    paint: (canvas, topPt) => paintHead(canvas, columns, lines, owners, geometry, topPt, heightPt),
  }
}

function paintHead(
  canvas: PageCanvas,
  columns: readonly PlacedColumn[],
  lines: readonly (readonly Line[])[],
  owners: readonly Ownership[],
  geometry: PageGeometry,
  topPt: number,
  heightPt: number,
): void {
  const rightPt = geometry.leftPt + geometry.contentWidthPt
  canvas.fill([[geometry.leftPt, topPt, geometry.contentWidthPt, heightPt]], bandFill)
  canvas.rule(geometry.leftPt, rightPt, topPt + heightPt, 0.8, quietInk)
  // Headers stand on the rule, whatever their number of lines.
  columns.forEach((column, index) => {
    const cell = lines[index] ?? []
    const cellTopPt = topPt + heightPt - headPaddingPt - cell.length * textStyles.tableHead.linePt
    paintCell(canvas, column, cell, owners[index] ?? 'layout', textStyles.tableHead, cellTopPt)
  })
}

function paintCell(
  canvas: PageCanvas,
  column: PlacedColumn,
  lines: readonly Line[],
  owner: Ownership,
  style: TextStyle,
  topPt: number,
): void {
  const roomPt = column.widthPt - 2 * sidePaddingPt
  lines.forEach((line, index) => {
    const leftPt = column.leftPt + sidePaddingPt + slackBefore(column.align, roomPt - line.widthPt)
    canvas.line(owner, line, style, leftPt, topPt + index * style.linePt)
  })
}

interface RowLayout {
  readonly row: TableRow
  readonly columns: readonly PlacedColumn[]
  readonly cells: readonly StructureElement[]
  readonly lines: readonly (readonly Line[])[]
  readonly style: TextStyle
  readonly head: RepeatedHead
  readonly geometry: PageGeometry
  readonly mayBreak: boolean
  /** Least height of a box to write in; null for an ordinary row. */
  readonly boxHeightPt: number | null
}

/** One slice when a page can hold the row, else one per line. */
function rowSlices(layout: RowLayout): readonly Slice[] {
  const { geometry, head, lines, style } = layout
  const textHeightPt = heightOf(lines, style)
  const heightPt = Math.max(textHeightPt + 2 * rowPaddingPt, layout.boxHeightPt ?? 0)
  const paddingPt = (heightPt - textHeightPt) / 2
  if (heightPt <= geometry.contentHeightPt - head.heightPt) {
    return [
      slice({
        heightPt,
        breakAfter: layout.mayBreak,
        repeatedHead: head,
        paint: (canvas, topPt) => paintRow(canvas, layout, lines, topPt, paddingPt, heightPt, true),
      }),
    ]
  }
  const count = Math.max(...lines.map((cell) => cell.length))
  return Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1
    const paddingTopPt = index === 0 ? rowPaddingPt : 0
    const lineHeightPt = style.linePt + paddingTopPt + (isLast ? rowPaddingPt : 0)
    const oneLine = lines.map((cell) => cell.slice(index, index + 1))
    return slice({
      heightPt: lineHeightPt,
      repeatedHead: head,
      paint: (canvas, topPt) => paintRow(canvas, layout, oneLine, topPt, paddingTopPt, lineHeightPt, isLast),
    })
  })
}

function paintRow(
  canvas: PageCanvas,
  layout: RowLayout,
  lines: readonly (readonly Line[])[],
  topPt: number,
  paddingTopPt: number,
  heightPt: number,
  closes: boolean,
): void {
  const { geometry, row } = layout
  const rightPt = geometry.leftPt + geometry.contentWidthPt
  if (row.emphasis === 'band')
    canvas.fill([[geometry.leftPt, topPt, geometry.contentWidthPt, heightPt]], bandFill)
  if (row.emphasis === 'total') canvas.rule(geometry.leftPt, rightPt, topPt, 0.8, quietInk)
  layout.columns.forEach((column, index) => {
    const owner = layout.cells[index] ?? 'layout'
    paintCell(canvas, column, lines[index] ?? [], owner, layout.style, topPt + paddingTopPt)
  })
  if (layout.boxHeightPt === null) {
    if (closes) canvas.rule(geometry.leftPt, rightPt, topPt + heightPt, 0.4, hairline)
    return
  }
  const color = quietInk
  if (closes) canvas.rule(geometry.leftPt, rightPt, topPt + heightPt, boxRulePt, color)
  const edgesPt = [...layout.columns.map(({ leftPt }) => leftPt), rightPt - boxRulePt]
  canvas.fill(
    edgesPt.map((edgePt) => [edgePt, topPt, boxRulePt, heightPt]),
    color,
  )
}

/** A rule that survives a photocopy. */
const boxRulePt = 0.5
