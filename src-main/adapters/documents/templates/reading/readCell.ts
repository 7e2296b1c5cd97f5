import type { Block, Runs } from '#shared/domain/documents/model.ts'
import { textOfRuns } from '#shared/domain/documents/plainText.ts'
import type { XmlElement } from '../xml/xmlTree.ts'
import { joinedLines } from './joinedLines.ts'
import type { ReadingContext } from './readingContext.ts'

/** The words of a cell on one line, and what the model cannot put in a cell. */
export function readCell(
  cell: XmlElement,
  path: string,
  context: ReadingContext,
): { readonly runs: Runs; readonly others: readonly Block[] } {
  const lines: Runs[] = []
  const others: Block[] = []
  for (const block of context.readBlocks(cell, path)) {
    if (block.type === 'image') others.push(block)
    else for (const line of wordsOf(block)) lines.push(line)
  }
  return { runs: joinedLines(lines), others }
}

function wordsOf(block: Block): readonly Runs[] {
  switch (block.type) {
    case 'paragraph':
      return [block.runs]
    case 'heading':
      return [[{ text: block.text, bold: true }]]
    case 'title':
      return [block.overline, block.text, block.subtitle]
        .filter((text) => text !== '')
        .map((text) => [{ text }])
    case 'list':
      return block.items.map((runs, index) => [{ text: block.ordered ? `${index + 1}. ` : '– ' }, ...runs])
    case 'address':
      return block.lines
    case 'keyValues':
      return block.entries.map(({ key, value }) => [{ text: `${key} ` }, ...value])
    case 'table':
      return [
        [{ text: [block.caption, ...block.columns.map(({ header }) => header)].join(' ').trim() }],
        ...block.rows.map(({ cells }) => joinedLines(cells.filter((runs) => runs.length > 0))),
      ].filter((runs) => textOfRuns(runs).trim() !== '')
    case 'signatures':
      return block.places.map(({ capacity, name, mention }) => [
        { text: [capacity, name, mention].filter((text) => text !== '').join(' ') },
      ])
    case 'chart':
      return [
        [{ text: [block.caption, ...block.bars.map(({ label, text }) => `${label} ${text}`)].join(' ') }],
      ]
    case 'image':
    case 'pageBreak':
    case 'section':
      return []
  }
}
