import { footer } from '#shared/domain/documents/footer.ts'
import type { Align, Block, DocumentModel, ListBlock, Run, Runs } from '#shared/domain/documents/model.ts'
import { textOfRuns } from '#shared/domain/documents/plainText.ts'
import { printableText } from '#shared/domain/documents/printableText.ts'
import { paragraphStyleIds } from '../../docx/wordStyles.ts'
import { childOf, elementsOf, isOn, valueOfChild, type XmlElement } from '../xml/xmlTree.ts'
import { appendAddress } from './appendAddress.ts'
import { joinedLines } from './joinedLines.ts'
import type { ListLabel } from './listLabels.ts'
import { type InlineContext, readInline } from './readInline.ts'
import type { ReadingContext } from './readingContext.ts'
import { readPicture } from './readPicture.ts'
import { readTable } from './readTable.ts'
import { alignOf, headingLevel, lookOf, type ParagraphLook } from './styleSheet.ts'

/** The blocks of a body, a header, a cell or a box, in order; none of its words is lost. */
export function readBlocks(parent: XmlElement, path: string, context: ReadingContext): readonly Block[] {
  const blocks: Block[] = []
  for (const child of elementsOf(parent)) {
    if (child.name === 'w:p') appendParagraph(blocks, child, path, context)
    else if (child.name === 'w:tbl') appendTable(blocks, readTable(child, path, context), context)
    else if (containers.has(child.name)) appendAll(blocks, readBlocks(child, path, context))
  }
  return blocks
}

const containers = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml'])

/** A file of a stranger may have more than one call can take. */
function appendAll(blocks: Block[], added: readonly Block[]): void {
  for (const block of added) blocks.push(block)
}

function appendTable(blocks: Block[], read: readonly Block[], { captions }: ReadingContext): void {
  const [first] = read
  const before = blocks.at(-1)
  const isNamed = before?.type === 'paragraph' && captions.has(before)
  if (isNamed && (first?.type === 'table' || first?.type === 'chart')) {
    blocks.pop()
    blocks.push({ ...first, caption: textOfRuns(before.runs) }, ...read.slice(1))
  } else appendAll(blocks, read)
}

function appendParagraph(
  blocks: Block[],
  paragraph: XmlElement,
  path: string,
  context: ReadingContext,
): void {
  const look = lookOf(paragraph, context.sheet)
  const align = alignOf(look)
  const inline: InlineContext = {
    sheet: context.sheet,
    readBox: (content) => context.readBlocks(content, path),
    readDrawing: (drawing) =>
      isPageCode(drawing) ? null : readPicture(drawing, (id) => context.fileOf(path, id), align ?? 'start'),
    footnoteMark: (id) => {
      if (!context.metFootnotes.includes(id)) context.metFootnotes.push(id)
      return context.footnotes.has(id) ? ` (${context.metFootnotes.indexOf(id) + 1})` : ''
    },
  }
  const read = readInline(paragraph, look, inline)
  const label = read.lines.some((line) => line.length > 0) ? context.labelOf(look) : null
  const lines = read.lines
    .map((line) => (read.hadPageNumber ? withoutPageWord(line) : line))
    .filter((line) => textOfRuns(line).trim() !== '')
  if (isOn(pageBreakHolder(look), 'w:pageBreakBefore') === true || read.breaksPageBefore)
    if (blocks.length > 0) blocks.push({ type: 'pageBreak' })
  appendAll(blocks, read.blocks)
  if (lines.length > 0 && !isProof(lines, context.like))
    appendLines(blocks, lines, { look, label, align, context })
  if (read.breaksPageAfter) blocks.push({ type: 'pageBreak' })
}

interface ParagraphReading {
  readonly look: ParagraphLook
  readonly label: ListLabel | null
  readonly align: Align | undefined
  readonly context: ReadingContext
}

function appendLines(blocks: Block[], lines: readonly Runs[], reading: ParagraphReading): void {
  const { look, label, context } = reading
  const whole = joinedLines(lines)
  const level = headingLevel(look)
  if (look.styleNames.some((name) => name === 'title' || name === 'titre'))
    appendTitle(blocks, textOfRuns(whole))
  else if (look.ownStyle === paragraphStyleIds.overline)
    blocks.push({ type: 'title', overline: textOfRuns(whole), text: '', subtitle: '' })
  else if (isSubtitle(look) && isTitleAlone(blocks.at(-1))) appendSubtitle(blocks, textOfRuns(whole))
  else if (level !== null) {
    const heading: Block = { type: 'heading', level, text: textOfRuns(whole) }
    if (label?.kind === 'number') context.headingLabels.set(heading, label.text)
    blocks.push(heading)
  } else if (label !== null) appendItem(blocks, whole, label, reading)
  else if (isAddressee(look, context, blocks)) appendAddress(blocks, lines, context)
  else for (const runs of lines) blocks.push(paragraphOf(runs, reading))
}

function paragraphOf(runs: Runs, { look, align, context }: ParagraphReading): Block {
  const isNote =
    look.ownStyle === paragraphStyleIds.note || (look.size !== null && look.size <= smallHalfPoints)
  const paragraph: Block = {
    type: 'paragraph',
    runs,
    tone: isNote ? 'note' : 'body',
    ...(align === undefined ? {} : { align }),
    ...(isOn(pageBreakHolder(look, 'w:keepNext'), 'w:keepNext') === true ? { keepWithNext: true } : {}),
  }
  if (look.ownStyle === paragraphStyleIds.caption || look.styleNames[0] === 'caption')
    context.captions.add(paragraph)
  return paragraph
}

const smallHalfPoints = 17

/** A list goes on, begins, or, when the model could not number it so, says its label in words. */
function appendItem(blocks: Block[], runs: Runs, label: ListLabel, reading: ParagraphReading): void {
  const last = blocks.at(-1)
  const ordered = label.kind === 'number'
  const goesOn =
    last?.type === 'list' && last.ordered === ordered && (!ordered || last.items.length === label.number - 1)
  if (!label.isPlain || (ordered && !goesOn && label.number !== 1)) {
    const words: Run[] = label.text === '' ? [] : [{ text: `${label.text} ` }]
    blocks.push(paragraphOf([...words, ...runs], reading))
  } else if (goesOn) blocks[blocks.length - 1] = { ...(last as ListBlock), items: [...last.items, runs] }
  else blocks.push({ type: 'list', ordered, items: [runs] })
}

function appendTitle(blocks: Block[], text: string): void {
  const last = blocks.at(-1)
  if (last?.type === 'title' && last.text === '') blocks[blocks.length - 1] = { ...last, text }
  else blocks.push({ type: 'title', overline: '', text, subtitle: '' })
}

function appendSubtitle(blocks: Block[], subtitle: string): void {
  const last = blocks.at(-1)
  if (last?.type === 'title') blocks[blocks.length - 1] = { ...last, subtitle }
}

const isSubtitle = ({ ownStyle, styleNames }: ParagraphLook): boolean =>
  ownStyle === paragraphStyleIds.subtitle || styleNames[0] === 'subtitle' || styleNames[0] === 'sous-titre'

const isTitleAlone = (block: Block | undefined): boolean =>
  block?.type === 'title' && block.text !== '' && block.subtitle === ''

/** Lines that begin in the right half of the page, at the head of a letter. */
function isAddressee(look: ParagraphLook, { addressed }: ReadingContext, blocks: readonly Block[]): boolean {
  const indent = look.property('w:ind')?.attributes
  const left = Number(indent?.['w:left'] ?? indent?.['w:start'])
  return left >= rightHalfTwips && (!addressed.is || blocks.at(-1)?.type === 'address')
}

const rightHalfTwips = 3900

function pageBreakHolder(look: ParagraphLook, name = 'w:pageBreakBefore'): XmlElement | undefined {
  const found = look.property(name)
  return found === undefined ? undefined : { name: '', attributes: {}, children: [found] }
}

/** The PDF prints number, digest and code itself, at the foot of every page. */
function isProof(lines: readonly Runs[], like: DocumentModel): boolean {
  const text = lines.map(textOfRuns).join('')
  const { act, digest } = footer(like)
  return text === printableText(act) || text === printableText(digest)
}

const isPageCode = (drawing: XmlElement): boolean => valueOfPictureName(drawing) === 'Code du document'

function valueOfPictureName(drawing: XmlElement): string | undefined {
  const frame = childOf(drawing, 'wp:anchor') ?? childOf(drawing, 'wp:inline')
  return childOf(frame, 'wp:docPr')?.attributes.name ?? valueOfChild(frame, 'wp:docPr')
}

/** « Page » alone, once its number was left out. */
function withoutPageWord(line: Runs): Runs {
  const text = textOfRuns(line)
  const kept = text.replace(/[\s·|–—-]*\bpages?\b[\s/]*(?:sur\s*)?$/iu, '')
  return kept === text ? line : kept.trim() === '' ? [] : [{ ...line[0], text: kept }]
}
