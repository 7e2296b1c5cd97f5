import {
  addRelationship,
  declareContent,
  readPart,
  relationshipsOf,
  type WordPackage,
} from '../xml/wordPackage.ts'
import {
  childOf,
  childrenOf,
  descendantsOf,
  element,
  ensureChild,
  isOn,
  type XmlElement,
} from '../xml/xmlTree.ts'

/**
 * Paths of the feet that the pages of a file show, made where a page has none. A section shows those of the section
 * before it unless it has its own.
 */
export function feetOfEveryPage(
  word: WordPackage,
  main: XmlElement,
  roots: Map<string, XmlElement>,
): readonly string[] {
  const body = ensureChild(main, 'w:body')
  if (childOf(body, 'w:sectPr') === undefined) body.children.push(element('w:sectPr'))
  const targets = new Map(relationshipsOf(word, word.main).map(({ id, target }) => [id, target]))
  const hasEvenPages = isOn(settingsOf(word), 'w:evenAndOddHeaders') === true
  const shown = new Map<string, string>()
  const feet = new Set<string>()
  for (const section of descendantsOf(body, 'w:sectPr')) {
    for (const { attributes } of childrenOf(section, 'w:footerReference')) {
      const target = targets.get(attributes['r:id'] ?? '')
      if (target !== undefined && roots.has(target)) shown.set(attributes['w:type'] ?? 'default', target)
    }
    const types = [
      'default',
      ...(isOn(section, 'w:titlePg') === true ? ['first'] : []),
      ...(hasEvenPages ? ['even'] : []),
    ]
    for (const type of types) {
      const path = shown.get(type) ?? addFoot(word, main, section, roots, type)
      shown.set(type, path)
      feet.add(path)
    }
  }
  return [...feet]
}

function addFoot(
  word: WordPackage,
  main: XmlElement,
  section: XmlElement,
  roots: Map<string, XmlElement>,
  type: string,
): string {
  let number = 1
  while (word.entries.has(`word/footer${100 + number}.xml`)) number += 1
  const path = `word/footer${100 + number}.xml`
  const namespaces = Object.entries(main.attributes).filter(([name]) => /^xmlns:[wr]$/u.test(name))
  roots.set(path, element('w:ftr', Object.fromEntries(namespaces)))
  // Holds the place until the parts are written.
  word.entries.set(path, new Uint8Array())
  declareContent(
    word,
    { part: path },
    'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml',
  )
  const id = addRelationship(word, word.main, 'footer', path)
  main.attributes['xmlns:r'] ??= 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  section.children.unshift(element('w:footerReference', { 'w:type': type, 'r:id': id }))
  return path
}

function settingsOf(word: WordPackage): XmlElement | undefined {
  const path = relationshipsOf(word, word.main).find(({ type }) => type.endsWith('/settings'))?.target
  return path === undefined ? undefined : (readPart(word, path) ?? undefined)
}
