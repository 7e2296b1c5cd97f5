import { paragraphText } from '../tags/paragraphText.ts'
import { bodyTag, plainTag, type Tag, tagsOf } from '../tags/tagsOf.ts'
import { childOf, element, isElement, type XmlElement } from '../xml/xmlTree.ts'
import { bodyPlace, heldTags, proofPlace } from './marks.ts'

/**
 * Makes the tags of a part ready for the engine, in place: each is written plainly in one piece, for Word cuts words
 * where it likes; paragraphs and tables that hold some are marked; the places of the body and of the proof are named.
 */
export function prepareTags(parent: XmlElement, tables: readonly XmlElement[] = []): void {
  parent.children = parent.children.map((child) => {
    if (!isElement(child)) return child
    prepareTags(child, child.name === 'w:tbl' ? [...tables, child] : tables)
    if (child.name !== 'w:p') return child
    const { text, pieces } = paragraphText(child)
    const { tags } = tagsOf(text)
    const [first] = tags
    if (first === undefined) return child
    if (first.kind === 'special' && text.trim() === first.text) return placeOf(child, first)
    child.attributes[heldTags] = '1'
    if (tags.some(({ kind }) => kind === 'open' || kind === 'inverted'))
      for (const table of tables) table.attributes[heldTags] = '1'
    const isSoleLimit = tags.length === 1 && first.kind !== 'field' && text.trim() === first.text
    for (const { start, text: piece, holder } of pieces) {
      if (holder === null) continue
      holder.children = [gathered(piece, start, tags, isSoleLimit)]
      holder.attributes['xml:space'] = 'preserve'
    }
    return child
  })
}

/** The words of one piece: what is in no tag, and the whole of the tags that begin in it. */
function gathered(piece: string, start: number, tags: readonly Tag[], tagsOnly: boolean): string {
  const end = start + piece.length
  let words = ''
  let from = start
  const addWords = (to: number): void => {
    if (!tagsOnly && to > from) words += piece.slice(from - start, to - start)
  }
  for (const tag of tags) {
    const tagEnd = tag.start + tag.text.length
    if (tagEnd <= start || tag.start >= end) continue
    addWords(tag.start)
    if (tag.start >= start) words += plainTag(tag)
    from = Math.min(end, tagEnd)
  }
  addWords(end)
  return words
}

/** An empty paragraph that keeps the end of its section, if it bore one. */
function placeOf(paragraph: XmlElement, tag: Tag): XmlElement {
  const section = childOf(childOf(paragraph, 'w:pPr'), 'w:sectPr')
  const mark = tag.name === bodyTag ? bodyPlace : proofPlace
  return element('w:p', { [mark]: '1' }, [element('w:pPr', {}, section === undefined ? [] : [section])])
}
