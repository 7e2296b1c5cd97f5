import { Paragraph } from 'docx'
import type { ListBlock, Runs } from '#shared/domain/documents/model.ts'
import { nestedUnder } from '#shared/domain/documents/plainText.ts'
import { wordRuns } from './wordRuns.ts'

export const numberedList = 'liste-numerotee'
export const dashedList = 'liste-a-tirets'
export const nestedNumberedList = 'liste-numerotee-2'
export const nestedDashedList = 'liste-a-tirets-2'

/** `listInstance` makes each numbered list begin at 1, and each list within it. */
export function wordList(block: ListBlock, listInstance: number): Paragraph[] {
  return block.items.flatMap((runs, index) => [
    item(runs, block.ordered ? numberedList : dashedList, block.ordered ? listInstance : null),
    ...nestedUnder(block, index).flatMap(({ ordered, items }, order) =>
      items.map((inner) =>
        item(
          inner,
          ordered ? nestedNumberedList : nestedDashedList,
          ordered ? (listInstance * 10_000 + index) * 10 + order : null,
        ),
      ),
    ),
  ])
}

const item = (runs: Runs, reference: string, instance: number | null): Paragraph =>
  new Paragraph({
    style: 'ListParagraph',
    numbering: { reference, level: 0, ...(instance === null ? {} : { instance }) },
    children: wordRuns(runs),
  })
