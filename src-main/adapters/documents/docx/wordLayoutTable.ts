import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { KeyValuesBlock, SignaturesBlock } from '#shared/domain/documents/model.ts'
import { wordRun, wordRuns } from './wordRuns.ts'
import { paragraphStyleIds } from './wordStyles.ts'

/** Two columns: what, and its value. Widths in twentieths of a point, here and below. */
export function wordKeyValues(block: KeyValuesBlock, totalTwips: number): Table {
  const widths = [Math.round(totalTwips * 0.3), totalTwips - Math.round(totalTwips * 0.3)]
  return borderlessTable(
    widths,
    block.entries.map((entry) => [
      [new Paragraph({ style: paragraphStyleIds.key, children: [wordRun(entry.key)] })],
      [new Paragraph({ style: paragraphStyleIds.cell, children: wordRuns(entry.value) })],
    ]),
  )
}

/** Two places a row, with room to sign. */
export function wordSignatures(block: SignaturesBlock, totalTwips: number): Table {
  const half = Math.floor(totalTwips / 2)
  const cells = block.places.map((place) => [
    new Paragraph({ style: paragraphStyleIds.capacity, children: [wordRun(place.capacity)] }),
    ...(place.name.trim() === ''
      ? []
      : [new Paragraph({ style: paragraphStyleIds.cell, children: [wordRun(place.name)] })]),
    new Paragraph({
      style: paragraphStyleIds.note,
      spacing: { after: roomToSignTwips },
      children: place.mention.trim() === '' ? [] : [wordRun(place.mention)],
    }),
  ])
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, row) => [
    cells[row * 2] ?? [new Paragraph({})],
    cells[row * 2 + 1] ?? [new Paragraph({})],
  ])
  return borderlessTable([half, totalTwips - half], rows)
}

const roomToSignTwips = 1300

/** A table that only places things, rows whole. */
export function borderlessTable(widths: readonly number[], rows: readonly (readonly Paragraph[][])[]): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: none,
      insideVertical: none,
      insideHorizontal: none,
    },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({ width: { size: widths[index] ?? 0, type: WidthType.DXA }, children }),
          ),
        }),
    ),
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
