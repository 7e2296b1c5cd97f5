import { partsOfType, readPart, type WordPackage } from '../xml/wordPackage.ts'
import { isElement, type XmlElement } from '../xml/xmlTree.ts'
import { paragraphText } from './paragraphText.ts'

export type PartRole = 'body' | 'header' | 'footer' | 'footnote'

export interface TextPart {
  readonly path: string
  readonly role: PartRole
  readonly root: XmlElement
}

/** A paragraph and where a secretary finds it. */
export interface PlacedParagraph {
  readonly paragraph: XmlElement
  readonly role: PartRole
  readonly text: string
  /** « paragraphe 4 », « tableau 1, ligne 2 », « en-tête », « zone de texte ». */
  readonly where: string
  /** From the root of the part to the parent of the paragraph. */
  readonly ancestors: readonly XmlElement[]
}

/** The parts in which a template may hold tags; null when one of them cannot be read. */
export function textParts(word: WordPackage): readonly TextPart[] | null {
  const paths: readonly (readonly [string, PartRole])[] = [
    ...partsOfType(word, '.header+xml').map((path) => [path, 'header'] as const),
    [word.main, 'body'],
    ...partsOfType(word, '.footer+xml').map((path) => [path, 'footer'] as const),
    ...partsOfType(word, '.footnotes+xml').map((path) => [path, 'footnote'] as const),
  ]
  const parts: TextPart[] = []
  for (const [path, role] of paths) {
    const root = readPart(word, path)
    if (root === null) return null
    parts.push({ path, role, root })
  }
  return parts
}

/** Paragraphs that hold words, in order; those of the copy that old programs read in place of a drawing are left out. */
export function placedParagraphs({ root, role }: TextPart): readonly PlacedParagraph[] {
  const found: PlacedParagraph[] = []
  const counted = { paragraph: 0, table: 0 }
  const visit = (parent: XmlElement, ancestors: readonly XmlElement[], where: string | null): void => {
    let row = 0
    for (const child of parent.children) {
      if (!isElement(child) || child.name === 'mc:Fallback') continue
      const path = [...ancestors, parent]
      if (child.name === 'w:p') {
        const { text } = paragraphText(child)
        if (text.trim() !== '') {
          if (where === null) counted.paragraph += 1
          const named = where ?? (role === 'body' ? `paragraphe ${counted.paragraph}` : partNames[role])
          found.push({ paragraph: child, role, text, where: named, ancestors: path })
        }
        visit(child, path, where)
      } else if (child.name === 'w:tbl' && where === null) {
        counted.table += 1
        const prefix = role === 'body' ? '' : `${partNames[role]}, `
        visit(child, path, `${prefix}tableau ${counted.table}`)
      } else if (child.name === 'w:tr' && where !== null) {
        row += 1
        visit(child, path, where.includes('ligne') ? where : `${where}, ligne ${row}`)
      } else if (child.name === 'w:txbxContent') visit(child, path, 'zone de texte')
      else visit(child, path, where)
    }
  }
  visit(root, [], null)
  return found
}

const partNames = {
  header: 'en-tête',
  footer: 'pied de page',
  footnote: 'note de bas de page',
  body: 'document',
} as const
