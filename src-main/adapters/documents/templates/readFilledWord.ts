import type { Block, DocumentModel, Orientation } from '#shared/domain/documents/model.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { pagesOf } from './grafting/pagesOf.ts'
import { createListLabels } from './reading/listLabels.ts'
import { numberHeadings } from './reading/numberHeadings.ts'
import { readBlocks } from './reading/readBlocks.ts'
import { readFoot, readHead } from './reading/readFurniture.ts'
import type { ReadingContext } from './reading/readingContext.ts'
import { readStyleSheet } from './reading/styleSheet.ts'
import { ownText } from './tags/paragraphText.ts'
import {
  openWordPackage,
  partsOfType,
  readPart,
  relationshipsOf,
  type WordPackage,
} from './xml/wordPackage.ts'
import {
  childOf,
  childrenOf,
  descendantsOf,
  element,
  elementsOf,
  valueOfChild,
  type XmlElement,
} from './xml/xmlTree.ts'

/**
 * [WT3] A filled Word file as a model, so that its PDF can be drawn: the head of its first page, its body, its footnotes
 * and what its feet say, in this order. Identity and furniture are those of `like`. Refusal: `template.unreadable`.
 */
export function readFilledWord(bytes: Uint8Array, like: DocumentModel): Result<DocumentModel> {
  const word = openWordPackage(bytes)
  const root = word === null ? null : readPart(word, word.main)
  const body = childOf(root ?? undefined, 'w:body')
  if (word === null || body === undefined) return refuse('template.unreadable')
  const context = contextOf(word, like)
  const sections = sectionsOf(body)
  const [first] = sections
  const blocks = [
    ...readHead(first?.end, context),
    ...sections.flatMap(({ pieces, end, orientation }, index) => {
      const before = sections[index - 1]
      const goesOn = before?.orientation === orientation && valueOfChild(end, 'w:type') === 'continuous'
      const opening: readonly Block[] =
        before === undefined || goesOn ? [] : [{ type: 'section', orientation }]
      return [...opening, ...context.readBlocks(element('w:body', {}, [...pieces]), word.main)]
    }),
    ...footnotesOf(context),
    ...readFoot(first?.end, context),
  ].map(withoutLoneOverline)
  const { numberedHeadings: _, ...furniture } = like
  const numbered = numberHeadings(blocks, context.headingLabels)
  return ok({
    ...furniture,
    orientation: first?.orientation ?? 'portrait',
    ...(numbered.numberedHeadings ? { numberedHeadings: true } : {}),
    blocks: numbered.blocks,
  })
}

function contextOf(word: WordPackage, like: DocumentModel): ReadingContext {
  const context: ReadingContext = {
    word,
    like,
    sheet: readStyleSheet(word),
    labelOf: createListLabels(word),
    readBlocks: (parent, path) => readBlocks(parent, path, context),
    fileOf: filesOf(word),
    footnotes: footnoteTexts(word),
    metFootnotes: [],
    headingLabels: new Map(),
    captions: new Set(),
    addressed: { is: false },
  }
  return context
}

/** Each part tells once what it refers to. */
function filesOf(word: WordPackage): ReadingContext['fileOf'] {
  const known = new Map<string, ReadonlyMap<string, string>>()
  return (path, id) => {
    const targets =
      known.get(path) ??
      new Map(
        relationshipsOf(word, path).flatMap((each) => (each.isExternal ? [] : [[each.id, each.target]])),
      )
    known.set(path, targets)
    return word.entries.get(targets.get(id ?? '') ?? '')
  }
}

interface Section {
  readonly pieces: readonly XmlElement[]
  readonly end: XmlElement | undefined
  readonly orientation: Orientation
}

/** Word says the pages of a section where it ends. */
function sectionsOf(body: XmlElement): readonly Section[] {
  const sections: Section[] = []
  let pieces: XmlElement[] = []
  const close = (end: XmlElement | undefined): void => {
    sections.push({ pieces, end, orientation: pagesOf(end).orientation })
    pieces = []
  }
  for (const child of elementsOf(body)) {
    if (child.name === 'w:sectPr') close(child)
    else {
      pieces.push(child)
      const end = childOf(childOf(child, 'w:pPr'), 'w:sectPr')
      if (end !== undefined) close(end)
    }
  }
  if (pieces.length > 0 || sections.length === 0) close(undefined)
  return sections
}

function footnoteTexts(word: WordPackage): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const path of partsOfType(word, '.footnotes+xml')) {
    for (const note of childrenOf(readPart(word, path) ?? element(''), 'w:footnote')) {
      const text = descendantsOf(note, 'w:t').map(ownText).join('').trim()
      if (text !== '') texts.set(note.attributes['w:id'] ?? '', text)
    }
  }
  return texts
}

const footnotesOf = ({ metFootnotes, footnotes }: ReadingContext): readonly Block[] =>
  metFootnotes.flatMap((id, index): readonly Block[] => {
    const text = footnotes.get(id)
    return text === undefined
      ? []
      : [{ type: 'paragraph', tone: 'note', runs: [{ text: `(${index + 1}) ${text}` }] }]
  })

/** A line in the style of what stands above a title, without a title. */
const withoutLoneOverline = (block: Block): Block =>
  block.type === 'title' && block.text === ''
    ? { type: 'paragraph', tone: 'body', runs: [{ text: block.overline, bold: true }] }
    : block
