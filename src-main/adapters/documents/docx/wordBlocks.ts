import { BorderStyle, HeadingLevel, Paragraph, type Table } from 'docx'
import type { Block } from '#shared/domain/documents/model.ts'
import { wordAlignments } from './wordAlignments.ts'
import { wordChart } from './wordChart.ts'
import { wordImage } from './wordImage.ts'
import { wordKeyValues, wordSignatures } from './wordLayoutTable.ts'
import { wordList } from './wordList.ts'
import { wordRun, wordRuns } from './wordRuns.ts'
import { accentColor, paragraphStyleIds } from './wordStyles.ts'
import { wordTable } from './wordTable.ts'

/** What one block becomes. `listInstance` makes each numbered list begin at 1. */
export function wordBlocks(block: Block, listInstance: number, totalTwips: number): (Paragraph | Table)[] {
  switch (block.type) {
    case 'title':
      return [
        ...paragraphOf(block.overline, paragraphStyleIds.overline),
        new Paragraph({ heading: HeadingLevel.TITLE, children: [wordRun(block.text)] }),
        ...paragraphOf(block.subtitle, paragraphStyleIds.subtitle),
        new Paragraph({
          border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: accentColor, space: 1 } },
          spacing: { before: 0, after: 160, line: 120, lineRule: 'exact' },
        }),
      ]
    case 'heading':
      return [new Paragraph({ heading: headingLevels[block.level], children: [wordRun(block.text)] })]
    case 'paragraph':
      return [
        new Paragraph({
          ...(block.tone === 'note' ? { style: paragraphStyleIds.note } : {}),
          ...(block.keepWithNext === true ? { keepNext: true } : {}),
          ...(block.align === undefined ? {} : { alignment: wordAlignments[block.align] }),
          widowControl: true,
          children: wordRuns(block.runs),
        }),
      ]
    case 'list':
      return wordList(block, listInstance)
    case 'keyValues':
      return block.entries.length === 0 ? [] : [wordKeyValues(block, totalTwips), afterTable()]
    case 'table':
      return [
        ...paragraphOf(block.caption, paragraphStyleIds.caption),
        wordTable(block, totalTwips),
        afterTable(),
      ]
    case 'signatures':
      return block.places.length === 0 ? [] : [afterTable(), wordSignatures(block, totalTwips), afterTable()]
    case 'address':
      return block.lines.map(
        (runs, index) =>
          new Paragraph({
            style: paragraphStyleIds.addressee,
            indent: { left: Math.round(totalTwips / 2) },
            spacing: {
              before: index === 0 ? aroundAddressTwips : 0,
              after: index === block.lines.length - 1 ? aroundAddressTwips : 0,
            },
            keepNext: index < block.lines.length - 1,
            children: wordRuns(runs),
          }),
      )
    case 'image':
      return [wordImage(block, totalTwips)]
    case 'chart':
      return [
        ...paragraphOf(block.caption, paragraphStyleIds.caption),
        ...(block.bars.length === 0 ? [] : [wordChart(block, totalTwips), afterTable()]),
      ]
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true, spacing: { before: 0, line: 20, lineRule: 'exact' } })]
    case 'section':
      return []
  }
}

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const

const aroundAddressTwips = 240

const paragraphOf = (text: string, style: string): Paragraph[] =>
  text.trim() === '' ? [] : [new Paragraph({ style, children: [wordRun(text)] })]

/** Word joins two tables that touch; a thin empty paragraph keeps them apart. */
const afterTable = (): Paragraph => new Paragraph({ spacing: { before: 0, line: 160, lineRule: 'exact' } })
