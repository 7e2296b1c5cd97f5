import { Document, Packer } from 'docx'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { proofParagraphs } from '../../docx/wordFurniture.ts'
import { wordStyles } from '../../docx/wordStyles.ts'
import { proofPlace } from '../filling/marks.ts'
import { openWordPackage, readPart, type WordPackage } from '../xml/wordPackage.ts'
import { childOf, elementsOf, isElement, type XmlElement, type XmlNode } from '../xml/xmlTree.ts'
import { feetOfEveryPage } from './feetOfEveryPage.ts'
import { graft } from './graft.ts'
import { pagesOf } from './pagesOf.ts'

/**
 * Number, date, template, digest and code of the document, at each place of `{@preuve}`; without any, at the foot of
 * every page, as in our own files [DC4]. Changes the parts in place, and adds to them the feet that it makes.
 */
export async function insertProof(
  word: WordPackage,
  roots: Map<string, XmlElement>,
  like: DocumentModel,
): Promise<void> {
  const main = roots.get(word.main)
  const last = childOf(childOf(main, 'w:body'), 'w:sectPr')
  const document = new Document({
    styles: wordStyles(false),
    sections: [{ children: [...proofParagraphs(like, pagesOf(last).rightMarginTwips)] }],
  })
  const rendered = openWordPackage(new Uint8Array(await Packer.toArrayBuffer(document)))
  const source =
    rendered === null ? undefined : childOf(readPart(rendered, rendered.main) ?? undefined, 'w:body')
  if (rendered === null || source === undefined || main === undefined) return
  const lines = elementsOf(source).filter(({ name }) => name === 'w:p')
  let isPlaced = false
  for (const [path, root] of roots) {
    const place = (parent: XmlElement): void => {
      parent.children = parent.children.flatMap((child): readonly XmlNode[] => {
        if (!isElement(child)) return [child]
        if (child.attributes[proofPlace] === '1') {
          isPlaced = true
          return graft({ word, path, root }, rendered, lines)
        }
        place(child)
        return [child]
      })
    }
    place(root)
  }
  if (isPlaced) return
  for (const path of feetOfEveryPage(word, main, roots)) {
    const root = roots.get(path)
    if (root !== undefined) root.children.push(...graft({ word, path, root }, rendered, lines))
  }
}
