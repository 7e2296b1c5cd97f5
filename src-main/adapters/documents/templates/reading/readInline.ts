import type { Block, Run } from '#shared/domain/documents/model.ts'
import { ownText } from '../tags/paragraphText.ts'
import {
  childOf,
  descendantsOf,
  elementsOf,
  isElement,
  isOn,
  valueOfChild,
  type XmlElement,
} from '../xml/xmlTree.ts'
import { firstSaid, type ParagraphLook, type StyleSheet } from './styleSheet.ts'

/** The words of a paragraph, line by line, and what stands among them. */
export interface InlineReading {
  readonly lines: readonly (readonly Run[])[]
  /** Pictures and boxes of text anchored in the paragraph. */
  readonly blocks: readonly Block[]
  readonly breaksPageBefore: boolean
  readonly breaksPageAfter: boolean
  /** A number of page was left out: the PDF has its own. */
  readonly hadPageNumber: boolean
}

export interface InlineContext {
  readonly sheet: StyleSheet
  readBox(content: XmlElement): readonly Block[]
  readDrawing(drawing: XmlElement): Block | null
  /** The mark of a footnote, whose text is kept for the end. */
  footnoteMark(id: string): string
}

export function readInline(
  paragraph: XmlElement,
  look: ParagraphLook,
  context: InlineContext,
): InlineReading {
  const lines: Run[][] = [[]]
  const blocks: Block[] = []
  const fields: { instruction: string; isResult: boolean }[] = []
  let breaksPageBefore = false
  let breaksPageAfter = false
  let hadPageNumber = false
  const isPageNumber = (): boolean =>
    fields.some(({ instruction, isResult }) => isResult && pageFields.test(instruction))
  const add = (text: string, style: Omit<Run, 'text'>): void => {
    if (text === '' || isPageNumber()) return
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (line === undefined) return
    if (last !== undefined && last.bold === style.bold && last.italic === style.italic)
      line[line.length - 1] = { ...last, text: last.text + text }
    else line.push({ text, ...style })
  }
  const readRun = (run: XmlElement): void => {
    const properties = childOf(run, 'w:rPr')
    if (isOn(properties, 'w:vanish') === true) return
    const style = styleOf(properties, look, context.sheet)
    for (const child of elementsOf(run)) {
      switch (child.name) {
        case 'w:t':
          add(ownText(child), style)
          break
        case 'w:tab':
        case 'w:ptab':
          add(' ', style)
          break
        case 'w:noBreakHyphen':
          add('-', style)
          break
        case 'w:sym':
          add(symbolOf(child), style)
          break
        case 'w:footnoteReference':
          add(context.footnoteMark(child.attributes['w:id'] ?? ''), style)
          break
        case 'w:br':
        case 'w:cr':
          if (child.attributes['w:type'] === 'page') {
            if (lines.every((line) => line.length === 0)) breaksPageBefore = true
            else breaksPageAfter = true
          }
          lines.push([])
          break
        case 'w:fldChar':
          if (child.attributes['w:fldCharType'] === 'begin') fields.push({ instruction: '', isResult: false })
          if (child.attributes['w:fldCharType'] === 'end') fields.pop()
          for (const field of fields.slice(-1))
            if (child.attributes['w:fldCharType'] === 'separate') field.isResult = true
          break
        case 'w:instrText':
          for (const field of fields.slice(-1)) field.instruction += ownText(child)
          hadPageNumber ||= pageFields.test(fields.at(-1)?.instruction ?? '')
          break
        default:
          readDrawn(child)
      }
    }
  }
  const readDrawn = (child: XmlElement): void => {
    const shown = chosen(child)
    const boxes = descendantsOf(shown, 'w:txbxContent')
    for (const box of boxes) for (const block of context.readBox(box)) blocks.push(block)
    if (boxes.length > 0) return
    for (const drawing of [shown, ...elementsOf(shown)]) {
      if (drawing.name !== 'w:drawing' && drawing.name !== 'w:pict') continue
      const block = context.readDrawing(drawing)
      if (block !== null) blocks.push(block)
    }
  }
  const read = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (!isElement(child) || leftOut.has(child.name)) continue
      if (child.name === 'w:r') readRun(child)
      else if (child.name === 'm:t') add(ownText(child), {})
      else if (child.name === 'w:fldSimple' && pageFields.test(child.attributes['w:instr'] ?? ''))
        hadPageNumber = true
      else if (child.name === 'mc:AlternateContent') readDrawn(child)
      else read(child)
    }
  }
  read(paragraph)
  return { lines, blocks, breaksPageBefore, breaksPageAfter, hadPageNumber }
}

const pageFields = /\b(?:PAGE|NUMPAGES|SECTIONPAGES)\b/u
const leftOut = new Set(['w:pPr', 'w:del', 'w:moveFrom'])

function styleOf(
  properties: XmlElement | undefined,
  look: ParagraphLook,
  sheet: StyleSheet,
): Omit<Run, 'text'> {
  const id = valueOfChild(properties, 'w:rStyle')
  const chain = id === undefined ? [] : sheet.chain(id, 'character').map((style) => childOf(style, 'w:rPr'))
  const said = (name: string, otherwise: boolean): boolean => {
    const known = [properties, ...chain].some((each) => isOn(each, name) !== undefined)
    return known ? firstSaid([properties, ...chain], name) : otherwise
  }
  return {
    ...(said('w:b', look.bold) ? { bold: true } : {}),
    ...(said('w:i', look.italic) ? { italic: true } : {}),
  }
}

/** What Word shows of a drawing written twice, for itself and for old programs. */
function chosen(child: XmlElement): XmlElement {
  if (child.name !== 'mc:AlternateContent') return child
  return childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback') ?? child
}

/** Signs of the symbol fonts that people tick; any other is shown as a square. */
function symbolOf({ attributes }: XmlElement): string {
  const code = Number.parseInt((attributes['w:char'] ?? '').slice(-2), 16)
  const known: Readonly<Record<number, string>> = {
    111: '☐',
    168: '☐',
    254: '☑',
    252: '✓',
    224: '→',
    183: '•',
  }
  return known[code] ?? '□'
}
