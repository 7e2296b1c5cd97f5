import {
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { TableBlock } from '#shared/domain/documents/model.ts'
import { textOfRuns } from '#shared/domain/documents/plainText.ts'
import { columnWidths } from '../columnWidths.ts'
import { wordAlignments } from './wordAlignments.ts'
import { wordRun, wordRuns } from './wordRuns.ts'
import { bandColor, hairlineColor, paragraphStyleIds, quietColor } from './wordStyles.ts'

/** Widths in twentieths of a point. */
export function wordTable(table: TableBlock, totalTwips: number): Table {
  const widths = wordColumnWidths(table, totalTwips)
  const lastRow = table.rows.length - 1
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, fill: bandColor, color: 'auto' },
          borders: { bottom: { style: BorderStyle.SINGLE, size: 6, color: quietColor } },
          verticalAlign: 'bottom',
          children: [
            new Paragraph({
              style: paragraphStyleIds.headCell,
              alignment: wordAlignments[column.align],
              children: [wordRun(column.header)],
            }),
          ],
        }),
    ),
  })
  const rows = table.rows.map(
    (row, rowIndex) =>
      new TableRow({
        cantSplit: true,
        ...(table.boxHeightPt === undefined
          ? {}
          : { height: { value: Math.round(table.boxHeightPt * 20), rule: HeightRule.ATLEAST } }),
        children: table.columns.map(
          (column, index) =>
            new TableCell({
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              ...(table.boxHeightPt === undefined ? {} : { verticalAlign: 'center' as const }),
              ...(row.emphasis === 'band'
                ? { shading: { type: ShadingType.CLEAR, fill: bandColor, color: 'auto' } }
                : {}),
              ...(row.emphasis === 'total'
                ? { borders: { top: { style: BorderStyle.SINGLE, size: 6, color: quietColor } } }
                : {}),
              children: [
                new Paragraph({
                  style: paragraphStyleIds.cell,
                  alignment: wordAlignments[column.align],
                  // The last row is never alone on its page, nor the first one under its header.
                  ...(rowIndex === lastRow - 1 ? { keepNext: true } : {}),
                  children: wordRuns(row.cells[index] ?? [], row.emphasis !== 'none'),
                }),
              ],
            }),
        ),
      }),
  )
  return new Table({
    width: { size: totalTwips, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 70, bottom: 70, left: 100, right: 100, marginUnitType: WidthType.DXA },
    borders:
      table.boxHeightPt === undefined
        ? { ...noBorders, bottom: line, insideHorizontal: line }
        : {
            top: boxLine,
            left: boxLine,
            right: boxLine,
            bottom: boxLine,
            insideVertical: boxLine,
            insideHorizontal: boxLine,
          },
    rows: [head, ...rows],
  })
}

const line = { style: BorderStyle.SINGLE, size: 3, color: hairlineColor }
const boxLine = { style: BorderStyle.SINGLE, size: 4, color: quietColor }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: none, left: none, right: none, insideVertical: none }

/**
 * Whole twentieths of a point; the last column takes what rounding left. Word lays the text out with a font that is
 * not known here, so the widest word is estimated from its number of characters.
 */
function wordColumnWidths(table: TableBlock, totalTwips: number): number[] {
  const least = table.columns.map((column, index) => {
    const texts = [column.header, ...table.rows.map((row) => textOfRuns(row.cells[index] ?? []))]
    const longest = texts
      .flatMap((text) => text.split(/[ -]/u))
      .reduce((most, word) => Math.max(most, word.length), 0)
    return Math.min(longest * characterTwips + paddingTwips, totalTwips * 0.4)
  })
  const shares = table.columns.map((column) => column.share)
  const widths = columnWidths(shares, least, totalTwips).map(Math.floor)
  const used = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, index) => (index === widths.length - 1 ? width + totalTwips - used : width))
}

/** A character of a wide fallback font at 9 points, and the sides of a cell. */
const characterTwips = 118
const paddingTwips = 220
