import { compareTexts, type TextDifference } from './compareTexts.ts'
import { footer } from './footer.ts'
import type { DocumentModel, ListBlock, Runs } from './model.ts'
import { plainText } from './plainText.ts'
import { printableText } from './printableText.ts'

/**
 * [VF3] The first differences between a model and the text of a PDF that another program made of its Word file: heads,
 * feet and labels of lists stand there among the text, and header rows come again on each page.
 */
export function compareResaved(model: DocumentModel, found: string, limit = 5): readonly TextDifference[] {
  const expected = plainText(withLabels(model))
  const pages = withoutFurniture(model, found)
  const once = headerRows(model).reduce(
    (text, header) => text.replace(new RegExp(`${pageEnd}\\s*${spaced(header)}`, 'gu'), ' '),
    pages,
  )
  const differences = compareTexts(expected, joined(once), limit)
  // A table may also begin at the head of a page: then its header row is no repetition.
  return differences.length > 0 && compareTexts(expected, joined(pages), 1).length === 0 ? [] : differences
}

/** Labels that a word processor draws stand in the text that it gives away. */
const withLabels = (model: DocumentModel): DocumentModel => ({
  ...model,
  blocks: model.blocks.map((block) =>
    block.type !== 'list'
      ? block
      : {
          ...block,
          items: labelled(block),
          ...(block.nested === undefined
            ? {}
            : { nested: block.nested.map((inner) => ({ ...inner, items: labelled(inner) })) }),
        },
  ),
})

const labelled = ({ ordered, items }: Pick<ListBlock, 'ordered' | 'items'>): readonly Runs[] =>
  items.map((runs, index) => [{ text: ordered ? `${index + 1}. ` : '– ' }, ...runs])

function withoutFurniture(model: DocumentModel, found: string): string {
  const { act, digest } = footer(model)
  const page = '\\s*Page\\s*\\d+\\s*/\\s*\\d+'
  return [`${spaced(act)}(?:${page})?`, spaced(digest), spaced(model.runningHead)].reduce(
    (text, pattern) => text.replace(new RegExp(pattern, 'gu'), pageEnd),
    found,
  )
}

const headerRows = (model: DocumentModel): readonly string[] => [
  ...new Set(
    model.blocks.flatMap((block) =>
      block.type === 'table' ? block.columns.map(({ header }) => header).join(' ') : [],
    ),
  ),
]

/** Stands where furniture was taken out; no document holds it, for it is not printable. */
const pageEnd = '\f'

const joined = (text: string): string => text.replaceAll('\f', '\n')

/** A pattern of this text whatever its spaces and line ends. */
const spaced = (text: string): string =>
  printableText(text)
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'))
    .join('\\s*')
