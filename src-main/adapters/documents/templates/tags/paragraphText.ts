import { isElement, type XmlElement } from '../xml/xmlTree.ts'

/** The words of a paragraph, and where each of them stands. */
export interface ParagraphText {
  readonly text: string
  readonly pieces: readonly TextPiece[]
}

/** One `w:t`, or what breaks the line, at this place of the text of the paragraph. */
export interface TextPiece {
  readonly start: number
  readonly text: string
  /** Null: a tabulation or a line break, which no tag may hold. */
  readonly holder: XmlElement | null
  /** What the run stands in: the paragraph, a link, a change that is tracked. */
  readonly around: XmlElement
}

/** What was deleted, the codes of fields, and the boxes of text drawn over the page are not words of the paragraph. */
export function paragraphText(paragraph: XmlElement): ParagraphText {
  const pieces: TextPiece[] = []
  let length = 0
  const add = (text: string, holder: XmlElement | null, around: XmlElement): void => {
    pieces.push({ start: length, text, holder, around })
    length += text.length
  }
  const read = (parent: XmlElement, around: XmlElement): void => {
    for (const child of parent.children) {
      if (!isElement(child) || notWords.has(child.name)) continue
      if (child.name === 'w:t') add(ownText(child), child, around)
      else if (breaks.has(child.name)) add(child.name === 'w:tab' ? '\t' : '\n', null, around)
      else read(child, child.name === 'w:r' ? around : child)
    }
  }
  read(paragraph, paragraph)
  return { text: pieces.map(({ text }) => text).join(''), pieces }
}

export const ownText = ({ children }: XmlElement): string =>
  children.filter((child) => typeof child === 'string').join('')

const notWords = new Set(['w:pPr', 'w:rPr', 'w:del', 'w:moveFrom', 'w:txbxContent', 'w:instrText'])
const breaks = new Set(['w:br', 'w:cr', 'w:tab'])
