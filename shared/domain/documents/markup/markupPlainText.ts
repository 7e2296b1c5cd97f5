import { parseMarkup } from './parseMarkup.ts'
import type { Inlines, RichBlock, RichList } from './richText.ts'

/** The words of a text in light markup without its marks, one line per block or item; references as « dossier n° 12 ». */
export const markupPlainText = (text: string): string => parseMarkup(text).flatMap(linesOf).join('\n')

const linesOf = (block: RichBlock): readonly string[] =>
  block.type === 'list' ? itemLines(block) : [wordsOf(block.content)]

const itemLines = ({ items }: RichList): readonly string[] =>
  items.flatMap(({ content, lists }) => [wordsOf(content), ...lists.flatMap(itemLines)])

const wordsOf = (inlines: Inlines): string =>
  inlines.map((inline) => (inline.type === 'dossier' ? `dossier n° ${inline.number}` : inline.text)).join('')
