import { heading } from '../blocks.ts'
import type { Block, ListBlock, ParagraphBlock, Runs } from '../model.ts'
import { type DossierNames, dossierWords } from './dossierWords.ts'
import { parseMarkup } from './parseMarkup.ts'
import type { Inlines, RichBlock, RichList } from './richText.ts'
import { typographicRuns } from './typographicRuns.ts'

/**
 * [MK5] The blocks of a text in light markup. `under`: level of the heading that it stands under. A text without any mark
 * gives the paragraphs of `typedParagraphs`.
 */
export const markupBlocks = (text: string, dossierNames: DossierNames, under: 1 | 2 = 2): readonly Block[] =>
  parseMarkup(text).map((block) => blockOf(block, dossierNames, under))

function blockOf(block: RichBlock, names: DossierNames, under: 1 | 2): Block {
  switch (block.type) {
    case 'heading': {
      const runs = runsOf(block.content, names)
      const level = under + block.level
      // The model has three levels: a fourth one is a strong line that stays with what follows.
      if (level > 3) return { ...body(runs.map((run) => ({ ...run, bold: true }))), keepWithNext: true }
      return heading(level as 2 | 3, runs.map(({ text }) => text).join(''))
    }
    case 'paragraph':
      return body(runsOf(block.content, names))
    case 'list':
      return listOf(block, names)
  }
}

const body = (runs: Runs): ParagraphBlock => ({ type: 'paragraph', tone: 'body', runs })

function listOf({ ordered, items }: RichList, names: DossierNames): ListBlock {
  const nested = items.flatMap(({ lists }, under) =>
    lists.map((list) => ({
      under,
      ordered: list.ordered,
      items: list.items.map(({ content }) => runsOf(content, names)),
    })),
  )
  return {
    type: 'list',
    ordered,
    items: items.map(({ content }) => runsOf(content, names)),
    ...(nested.length === 0 ? {} : { nested }),
  }
}

function runsOf(inlines: Inlines, names: DossierNames): Runs {
  let before = ''
  return typographicRuns(
    inlines.map((inline) => {
      const text = inline.type === 'text' ? inline.text : dossierWords(inline.number, names, before)
      before = text.trim() === '' ? before : text
      return {
        text,
        ...(inline.bold ? { bold: true } : {}),
        ...(inline.italic ? { italic: true } : {}),
      }
    }),
  )
}
