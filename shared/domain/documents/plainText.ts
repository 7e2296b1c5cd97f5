import type { Block, DocumentModel, ListBlock, NestedList, Runs } from './model.ts'
import { printableText } from './printableText.ts'

/**
 * The one text that the PDF and the Word file must contain, in this order [DC2]. One line per paragraph, cells
 * separated by a tab. Bullets, numbers of lists, running heads and footers are not part of it.
 */
export function plainText(model: DocumentModel): string {
  return model.blocks
    .flatMap(linesOf)
    .map(printableLine)
    .filter((line) => line.trim() !== '')
    .join('\n')
}

export const textOfRuns = (runs: Runs): string => runs.map((run) => run.text).join('')

/** The same text without any space: what two renderings are compared on, for lines break where they can. */
export const withoutSpaces = (text: string): string => text.replace(/\s+/gu, '')

/** The lists that stand under an item, in order. */
export const nestedUnder = ({ nested = [] }: ListBlock, index: number): readonly NestedList[] =>
  nested.filter(({ under }) => under === index)

function linesOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'title':
      return [block.overline, block.text, block.subtitle]
    case 'heading':
      return [block.text]
    case 'paragraph':
      return [textOfRuns(block.runs)]
    case 'list':
      return block.items.flatMap((runs, index) => [
        textOfRuns(runs),
        ...nestedUnder(block, index).flatMap(({ items }) => items.map(textOfRuns)),
      ])
    case 'keyValues':
      return block.entries.map((entry) => `${entry.key}\t${textOfRuns(entry.value)}`)
    case 'table':
      return [
        block.caption,
        block.columns.map((column) => column.header).join('\t'),
        ...block.rows.map((row) => row.cells.map(textOfRuns).join('\t')),
      ]
    case 'signatures':
      return block.places.flatMap((place) => [place.capacity, place.name, place.mention])
    case 'address':
      return block.lines.map(textOfRuns)
    case 'image':
      return []
    case 'chart':
      return [block.caption, ...block.bars.map(({ label, text }) => `${label}\t${text}`)]
    case 'pageBreak':
    case 'section':
      return []
  }
}

const printableLine = (line: string): string => line.split('\t').map(printableText).join('\t')
