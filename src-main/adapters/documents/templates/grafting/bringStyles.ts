import { newMainPart, readPart, relationshipsOf, type WordPackage, writePart } from '../xml/wordPackage.ts'
import { childOf, childrenOf, copyOf, element, valueOfChild, type XmlElement } from '../xml/xmlTree.ts'
import { everyElement } from './everyElement.ts'

/** What became of the styles of another file. */
export interface BroughtStyles {
  /** Id there, id here. */
  readonly ids: ReadonlyMap<string, string>
  /** Lists that number by style, by the id of the style there. */
  readonly numbering: ReadonlyMap<string, XmlElement>
}

/**
 * Gives the pieces the styles of the file they come into, by name; those it lacks are added under their own ids, without
 * their font so that they take its own. Renames the styles of the pieces in place.
 */
export function bringStyles(
  word: WordPackage,
  from: WordPackage,
  pieces: readonly XmlElement[],
): BroughtStyles {
  const here = stylesOf(word)
  const there = childrenOf(stylesOf(from), 'w:style')
  const ids = new Map<string, string>()
  const numbering = new Map<string, XmlElement>()
  const bring = (id: string): string => {
    const known = ids.get(id)
    if (known !== undefined) return known
    const style = there.find((each) => each.attributes['w:styleId'] === id)
    const same = sameStyle(here, id, nameOf(style))
    const numbers = childOf(childOf(style, 'w:pPr'), 'w:numPr')
    if (numbers !== undefined) numbering.set(id, numbers)
    ids.set(id, same ?? id)
    if (same !== null || style === undefined) return same ?? id
    const copy = withoutFont(copyOf(style))
    for (const link of ['w:basedOn', 'w:next']) {
      const target = childOf(copy, link)
      if (target !== undefined) target.attributes['w:val'] = bring(target.attributes['w:val'] ?? '')
    }
    here.children.push(copy)
    return id
  }
  for (const { name, attributes } of everyElement(pieces))
    if (styleReferences.has(name)) attributes['w:val'] = bring(attributes['w:val'] ?? '')
  writePart(word, stylesPath(word) ?? newMainPart(word, 'styles'), here)
  return { ids, numbering }
}

/** null when the file has no style of its own. */
export function stylesPath(word: WordPackage): string | null {
  const found = relationshipsOf(word, word.main).find(({ type }) => type.endsWith('/styles'))
  return found !== undefined && word.entries.has(found.target) ? found.target : null
}

/** The styles of a file; none when it has none of its own. */
export function stylesOf(word: WordPackage): XmlElement {
  const path = stylesPath(word)
  return (path === null ? null : readPart(word, path)) ?? element('w:styles', { 'xmlns:w': wordNamespace })
}

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const styleReferences = new Set(['w:pStyle', 'w:rStyle', 'w:tblStyle'])

/** Word translates ids (« Titre1 ») and keeps names in English (« heading 1 »). */
function sameStyle(here: XmlElement, id: string, name: string | null): string | null {
  const styles = childrenOf(here, 'w:style')
  const byName = styles.find((style) => name !== null && nameOf(style) === name)
  const byId = styles.find((style) => style.attributes['w:styleId'] === id)
  const byDefault =
    id === 'Normal'
      ? styles.find(
          ({ attributes }) => attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1',
        )
      : undefined
  return (byName ?? byId ?? byDefault)?.attributes['w:styleId'] ?? null
}

const nameOf = (style: XmlElement | undefined): string | null =>
  valueOfChild(style, 'w:name')?.toLowerCase() ?? null

function withoutFont(style: XmlElement): XmlElement {
  const runs = childOf(style, 'w:rPr')
  if (runs !== undefined)
    runs.children = runs.children.filter((child) => typeof child === 'string' || child.name !== 'w:rFonts')
  const paragraphs = childOf(style, 'w:pPr')
  if (paragraphs !== undefined)
    paragraphs.children = paragraphs.children.filter(
      (child) => typeof child === 'string' || child.name !== 'w:numPr',
    )
  return style
}
