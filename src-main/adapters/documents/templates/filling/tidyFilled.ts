import { typographic } from '#shared/domain/documents/typography.ts'
import { paragraphStyleIds } from '../../docx/wordStyles.ts'
import { ownText } from '../tags/paragraphText.ts'
import {
  childOf,
  childrenOf,
  contains,
  elementsOf,
  isElement,
  valueOfChild,
  type XmlElement,
} from '../xml/xmlTree.ts'
import { heldTags } from './marks.ts'

/** Id of our style for that of the file. */
type OwnStyle = (id: string | undefined) => string

/**
 * What is left of a part once filled, in place: French typography, and without what only held tags that had nothing to
 * print: paragraphs, entries of two columns, tables without rows.
 */
export function tidyFilled(parent: XmlElement, ownStyle: OwnStyle): void {
  for (const child of elementsOf(parent)) tidyFilled(child, ownStyle)
  if (parent.name === 'w:t') {
    parent.children = [typographic(ownText(parent))]
    return
  }
  if (parent.name === 'w:tbl')
    parent.children = parent.children.filter((child) => !isElement(child) || !isEmptyEntry(child, ownStyle))
  const kept: XmlElement['children'] = []
  const children = parent.children
  children.forEach((child, index) => {
    if (!isElement(child)) {
      kept.push(child)
      return
    }
    const held = child.attributes[heldTags] === '1'
    const isSpared = isNeeded(parent, kept, children.slice(index + 1))
    if (held && child.name === 'w:p' && isBlank(child) && !isSpared) return
    if (child.name === 'w:tbl' && hasNoRows(child, held)) {
      const caption = kept.findLast(isElement)
      if (caption !== undefined && ownStyle(styleOf(caption)) === paragraphStyleIds.caption)
        kept.splice(kept.lastIndexOf(caption), 1)
      return
    }
    kept.push(child)
  })
  parent.children = kept
}

/** Takes the marks off, once nothing asks for them any more. */
export function takeMarksOff(parent: XmlElement): void {
  delete parent.attributes[heldTags]
  for (const child of elementsOf(parent)) takeMarksOff(child)
}

/** A cell ends with a paragraph, and two tables that touch would become one. */
function isNeeded(
  parent: XmlElement,
  before: XmlElement['children'],
  after: XmlElement['children'],
): boolean {
  const previous = before.findLast(isElement)?.name
  const next = after.find(isElement)?.name
  if (previous === 'w:tbl' && next === 'w:tbl') return true
  return parent.name === 'w:tc' && next === undefined && previous !== 'w:p'
}

const isBlank = (paragraph: XmlElement): boolean =>
  !contains(
    paragraph,
    (inner) => visible.has(inner.name) || (inner.name === 'w:t' && ownText(inner).trim() !== ''),
  )

const visible = new Set(['w:drawing', 'w:pict', 'w:object', 'w:sectPr', 'w:fldChar', 'w:fldSimple', 'w:sym'])

/** Header rows alone, in a table whose rows came from a list or a condition. */
function hasNoRows(table: XmlElement, held: boolean): boolean {
  const rows = childrenOf(table, 'w:tr')
  if (rows.length === 0) return !contains(table, ({ name }) => name === 'w:tr')
  return held && rows.every((row) => childOf(childOf(row, 'w:trPr'), 'w:tblHeader') !== undefined)
}

/** Our own « what: value » of which the value had nothing to print. */
function isEmptyEntry(row: XmlElement, ownStyle: OwnStyle): boolean {
  const [key, ...values] = childrenOf(row, 'w:tc').map((cell) => childrenOf(cell, 'w:p'))
  if (key?.[0] === undefined || ownStyle(styleOf(key[0])) !== paragraphStyleIds.key || values.length === 0)
    return false
  const paragraphs = values.flat()
  return paragraphs.every(isBlank) && paragraphs.some(({ attributes }) => attributes[heldTags] === '1')
}

const styleOf = (paragraph: XmlElement): string | undefined =>
  valueOfChild(childOf(paragraph, 'w:pPr'), 'w:pStyle')
