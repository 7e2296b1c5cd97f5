import type { Align, Block, Runs, TableRow } from '#shared/domain/documents/model.ts'
import { textOfRuns } from '#shared/domain/documents/plainText.ts'
import { childOf, childrenOf, contains, elementsOf, valueOfChild, type XmlElement } from '../xml/xmlTree.ts'
import { appendAddress } from './appendAddress.ts'
import { joinedLines } from './joinedLines.ts'
import { readCell } from './readCell.ts'
import type { ReadingContext } from './readingContext.ts'
import { readChart, readKeyValues, readSignatures } from './readOwnTable.ts'
import { alignOf, lookOf } from './styleSheet.ts'
import { type GridCell, gridOf, rowsOf } from './tableGrid.ts'

/** What a table becomes: one of ours, known by its styles; blocks, when it only places things; else a table. */
export function readTable(table: XmlElement, path: string, context: ReadingContext): readonly Block[] {
  const rows = rowsOf(table)
  const grid = gridOf(rows)
  const ours =
    readChart(table, grid, context) ??
    readKeyValues(grid, path, context) ??
    readSignatures(grid, path, context)
  if (ours !== null) return ours
  return isLayout(table, grid, context)
    ? readLayout(grid, path, context)
    : readData(table, rows, grid, path, context)
}

function readData(
  table: XmlElement,
  rows: readonly XmlElement[],
  grid: readonly (readonly GridCell[])[],
  path: string,
  context: ReadingContext,
): readonly Block[] {
  const count = grid
    .flat()
    .reduce((most, { column, span }) => Math.max(most, Math.min(mostColumns, column + span)), 1)
  const pictures: Block[] = []
  const read = grid.map((cells) => {
    const texts: Runs[] = Array.from({ length: count }, () => [])
    for (const { cell, column, goesOn } of cells) {
      const { runs, others } = readCell(cell, path, context)
      for (const other of others) pictures.push(other)
      const at = Math.min(column, count - 1)
      const before = texts[at] ?? []
      if (!goesOn) texts[at] = before.length === 0 ? runs : joinedLines([before, runs])
    }
    return texts
  })
  const headed = rows.findIndex((row) => !isHead(row))
  const marked = headed === -1 ? rows.length : headed
  const heads = marked > 0 ? marked : looksLikeHead(read, grid) ? 1 : 0
  const shares = sharesOf(table, count)
  return [
    ...pictures,
    {
      type: 'table',
      caption: '',
      columns: Array.from({ length: count }, (_, column) => ({
        header: heads > 0 ? textOfRuns(read[0]?.[column] ?? []) : '',
        share: shares[column] ?? 1,
        align: columnAlign(grid.slice(heads), column, context),
      })),
      rows: read.slice(Math.min(1, heads)).map((cells, index) => {
        const emphasis =
          index < heads - 1 ? 'band' : emphasisOf(cells, grid[index + Math.min(1, heads)] ?? [])
        return { cells: emphasis === 'none' ? cells : cells.map(withoutBold), emphasis }
      }),
      ...boxHeight(rows.slice(heads), table),
    },
  ]
}

/** Word has no more. */
const mostColumns = 63

/** Cells one after the other; what stands in the right half stays right. */
function readLayout(
  grid: readonly (readonly GridCell[])[],
  path: string,
  context: ReadingContext,
): readonly Block[] {
  const blocks: Block[] = []
  for (const cells of grid) {
    const width = cells.reduce((most, { column, span }) => Math.max(most, column + span), 0)
    for (const { cell, column } of cells) {
      const read = context.readBlocks(cell, path)
      const isRight = cells.length > 1 && column > 0 && column >= width / 2
      const lines = read.flatMap((block) =>
        block.type === 'paragraph' && block.align === undefined ? [block.runs] : [],
      )
      if (isRight && lines.length === read.length && lines.length > 2 && !context.addressed.is)
        appendAddress(blocks, lines, context)
      else for (const block of isRight && isShort(read) ? read.map(endAligned) : read) blocks.push(block)
    }
  }
  return blocks
}

/** A date or a logo stands on the right; a whole text in the right cell is to be read from the left. */
const isShort = (blocks: readonly Block[]): boolean =>
  blocks.every(({ type }) => type === 'paragraph' || type === 'image') &&
  blocks.reduce(
    (length, block) => length + (block.type === 'paragraph' ? textOfRuns(block.runs).length : 0),
    0,
  ) <= mostPlacedLetters

const mostPlacedLetters = 400

const endAligned = (block: Block): Block =>
  block.type === 'paragraph' && block.align === undefined
    ? { ...block, align: 'end' }
    : block.type === 'image' && block.align === 'start'
      ? { ...block, align: 'end' }
      : block

/** No line is drawn, or one single frame: the table only places what it holds. */
function isLayout(
  table: XmlElement,
  grid: readonly (readonly GridCell[])[],
  { sheet }: ReadingContext,
): boolean {
  if (contains(table, ({ name }) => name === 'w:tbl')) return true
  if (grid.length === 1 && grid[0]?.length === 1) return true
  if (rowsOf(table).some(isHead)) return false
  const properties = childOf(table, 'w:tblPr')
  const styled = sheet
    .chain(valueOfChild(properties, 'w:tblStyle'), 'table')
    .map((style) => childOf(childOf(style, 'w:tblPr'), 'w:tblBorders'))
  const borders = childOf(properties, 'w:tblBorders') ?? styled.find((each) => each !== undefined)
  const cells = grid.flat().map(({ cell }) => childOf(childOf(cell, 'w:tcPr'), 'w:tcBorders'))
  return ![borders, ...cells].some(
    (each) =>
      each !== undefined &&
      elementsOf(each).some(({ attributes }) => !['none', 'nil', undefined].includes(attributes['w:val'])),
  )
}

const isHead = (row: XmlElement): boolean => {
  const said = childOf(childOf(row, 'w:trPr'), 'w:tblHeader')
  return said !== undefined && !['0', 'false', 'off'].includes(said.attributes['w:val'] ?? '1')
}

/** Nobody told Word that the first row is a header, but it is bold or shaded throughout, and the next is not. */
function looksLikeHead(read: readonly (readonly Runs[])[], grid: readonly (readonly GridCell[])[]): boolean {
  const stands = (row: number): boolean => {
    const filled = (read[row] ?? []).filter((runs) => runs.length > 0)
    const isBold = filled.length > 0 && filled.every((runs) => runs.every(({ bold }) => bold === true))
    return isBold || (filled.length > 0 && (grid[row] ?? []).every(({ cell }) => isShaded(cell)))
  }
  return read.length > 1 && stands(0) && !stands(1)
}

function emphasisOf(cells: readonly Runs[], grid: readonly GridCell[]): TableRow['emphasis'] {
  const filled = cells.filter((runs) => textOfRuns(runs).trim() !== '')
  if (filled.length === 0 || !filled.every((runs) => runs.every(({ bold }) => bold === true))) return 'none'
  return grid.length > 0 && grid.every(({ cell }) => isShaded(cell)) ? 'band' : 'total'
}

function isShaded(cell: XmlElement): boolean {
  const fill = childOf(childOf(cell, 'w:tcPr'), 'w:shd')?.attributes['w:fill']
  return fill !== undefined && !['auto', 'FFFFFF', 'ffffff'].includes(fill)
}

const withoutBold = (runs: Runs): Runs => runs.map(({ bold: _, ...run }) => run)

function columnAlign(
  grid: readonly (readonly GridCell[])[],
  column: number,
  { sheet }: ReadingContext,
): Align {
  const votes = { start: 0, center: 0, end: 0 }
  for (const cells of grid) {
    const found = cells.find((each) => each.column === column)
    const paragraph = found === undefined ? undefined : childOf(found.cell, 'w:p')
    if (paragraph !== undefined) votes[alignOf(lookOf(paragraph, sheet)) ?? 'start'] += 1
  }
  if (votes.end > votes.start && votes.end >= votes.center) return 'end'
  return votes.center > votes.start ? 'center' : 'start'
}

/** Cells to write in by hand: every row has a height, and every cell its frame. */
function boxHeight(rows: readonly XmlElement[], table: XmlElement): { readonly boxHeightPt?: number } {
  const heights = rows.map((row) => Number(valueOfChild(childOf(row, 'w:trPr'), 'w:trHeight')))
  const inside = childOf(childOf(childOf(table, 'w:tblPr'), 'w:tblBorders'), 'w:insideV')?.attributes['w:val']
  const least = heights.reduce((low, height) => Math.min(low, height), Number.POSITIVE_INFINITY)
  if (heights.length === 0 || !(least > 200) || inside === undefined || inside === 'none') return {}
  return { boxHeightPt: least / 20 }
}

function sharesOf(table: XmlElement, count: number): readonly number[] {
  const grid = childOf(table, 'w:tblGrid')
  const widths =
    grid === undefined ? [] : childrenOf(grid, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']))
  return widths.length === count && widths.every((width) => width > 0) ? widths : []
}
