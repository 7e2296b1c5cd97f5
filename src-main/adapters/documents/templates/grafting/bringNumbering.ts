import { newMainPart, readPart, relationshipsOf, type WordPackage, writePart } from '../xml/wordPackage.ts'
import {
  childOf,
  childrenOf,
  copyOf,
  element,
  elementsOf,
  isElement,
  valueOfChild,
  type XmlElement,
} from '../xml/xmlTree.ts'
import type { BroughtStyles } from './bringStyles.ts'
import { everyElement } from './everyElement.ts'

/**
 * Brings the lists that the pieces use, under numbers that the file has not yet given. A paragraph numbered by its style
 * is numbered by itself here: the style may be one of the file, which knows nothing of our list.
 */
export function bringNumbering(
  word: WordPackage,
  from: WordPackage,
  pieces: readonly XmlElement[],
  { ids, numbering }: BroughtStyles,
): void {
  for (const paragraph of everyElement(pieces)) {
    if (paragraph.name !== 'w:p') continue
    const properties = childOf(paragraph, 'w:pPr')
    const style = valueOfChild(properties, 'w:pStyle')
    const own = [...ids].find(([, here]) => here === style)?.[0]
    const numbers = own === undefined ? undefined : numbering.get(own)
    if (properties !== undefined && numbers !== undefined && childOf(properties, 'w:numPr') === undefined)
      placeNumbers(properties, copyOf(numbers))
  }
  const used = [...everyElement(pieces)].filter(({ name }) => name === 'w:numId')
  const source = numberingOf(from)
  if (used.length === 0 || source === null) return
  const path = numberingPath(word) ?? newMainPart(word, 'numbering')
  const here = readPart(word, path) ?? element('w:numbering', source.attributes)
  for (const [name, value] of Object.entries(source.attributes))
    if (name.startsWith('xmlns:')) here.attributes[name] ??= value
  const nextList = numbersAfter(here, 'w:abstractNum', 'w:abstractNumId')
  const nextUse = numbersAfter(here, 'w:num', 'w:numId')
  const lists = new Map<string, string>()
  const uses = new Map<string, string>()
  for (const { attributes } of used) {
    const id = attributes['w:val'] ?? ''
    const known = uses.get(id)
    if (known !== undefined) {
      attributes['w:val'] = known
      continue
    }
    const use = childrenOf(source, 'w:num').find((each) => each.attributes['w:numId'] === id)
    const listId = valueOfChild(use, 'w:abstractNumId') ?? ''
    const list = childrenOf(source, 'w:abstractNum').find(
      (each) => each.attributes['w:abstractNumId'] === listId,
    )
    if (use === undefined || list === undefined) continue
    if (!lists.has(listId)) {
      lists.set(listId, nextList())
      addList(here, withoutStyles(copyOf(list)), lists.get(listId) ?? '')
    }
    const copy = copyOf(use)
    const newId = nextUse()
    copy.attributes['w:numId'] = newId
    const reference = childOf(copy, 'w:abstractNumId')
    if (reference !== undefined) reference.attributes['w:val'] = lists.get(listId) ?? ''
    addBefore(here, copy, ['w:numIdMacAtCleanup'])
    uses.set(id, newId)
    attributes['w:val'] = newId
  }
  writePart(word, path, here)
}

/** Word wants the properties of a paragraph in order. */
function placeNumbers(properties: XmlElement, numbers: XmlElement): void {
  const before = new Set([
    'w:pStyle',
    'w:keepNext',
    'w:keepLines',
    'w:pageBreakBefore',
    'w:framePr',
    'w:widowControl',
  ])
  const at = properties.children.findLastIndex((child) => isElement(child) && before.has(child.name))
  properties.children.splice(at + 1, 0, numbers)
}

function addList(here: XmlElement, list: XmlElement, id: string): void {
  list.attributes['w:abstractNumId'] = id
  addBefore(here, list, ['w:num', 'w:numIdMacAtCleanup'])
}

function addBefore(here: XmlElement, added: XmlElement, names: readonly string[]): void {
  const at = here.children.findIndex((child) => isElement(child) && names.includes(child.name))
  here.children.splice(at === -1 ? here.children.length : at, 0, added)
}

/** A list bound to styles would number those of the file. */
function withoutStyles(list: XmlElement): XmlElement {
  for (const level of elementsOf(list))
    level.children = level.children.filter((child) => !isElement(child) || child.name !== 'w:pStyle')
  return list
}

function numbersAfter(here: XmlElement, name: string, attribute: string): () => string {
  let last = childrenOf(here, name).reduce(
    (most, { attributes }) => Math.max(most, Number(attributes[attribute]) || 0),
    0,
  )
  return () => {
    last += 1
    return String(last)
  }
}

export function numberingOf(word: WordPackage): XmlElement | null {
  const path = numberingPath(word)
  return path === null ? null : readPart(word, path)
}

const numberingPath = (word: WordPackage): string | null =>
  relationshipsOf(word, word.main).find(({ type }) => type.endsWith('/numbering'))?.target ?? null
