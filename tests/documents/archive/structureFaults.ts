import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef } from 'pdf-lib'
import { parentTree } from './contentFaults.ts'

const name = (text: string): PDFName => PDFName.of(text)
const roles =
  'Document Part H1 H2 H3 H4 P L LI Lbl LBody Table Caption THead TBody TR TH TD Figure Form'.split(' ')

interface Element {
  readonly role: string
  readonly dict: PDFDict
  readonly children: readonly Element[]
  /** Contents and fields that it owns itself. */
  readonly leaves: number
}

/** What a screen reader needs of the tree: known roles, regular tables, headings without jumps, figures with words. */
export function structureFaults(document: PDFDocument): readonly string[] {
  const root = document.catalog.lookup(name('StructTreeRoot'), PDFDict)
  const top = root.get(name('K'))
  if (!(top instanceof PDFRef)) return ['no structure']
  const faults: string[] = []
  const all: Element[] = []

  const read = (ref: PDFRef, parent: PDFRef | undefined): Element => {
    const dict = document.context.lookup(ref, PDFDict)
    if (parent !== undefined && dict.get(name('P')) !== parent) faults.push(`${ref}: its parent is another`)
    const kids = dict.lookup(name('K'))
    const list = kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [dict.get(name('K'))]
    const children: Element[] = []
    const role = dict.lookup(name('S'), PDFName).decodeText()
    const element = { role, dict, children, leaves: list.filter((kid) => !(kid instanceof PDFRef)).length }
    all.push(element)
    for (const kid of list) if (kid instanceof PDFRef) children.push(read(kid, ref))
    return element
  }
  const tree = read(top, undefined)
  if (tree.role !== 'Document') faults.push('the root is no Document')

  let level = 0
  for (const element of all) {
    const { role, dict, children, leaves } = element
    const fault = (text: string): number => faults.push(`${role}: ${text}`)
    const under = (...allowed: readonly string[]): boolean =>
      children.every((kid) => allowed.includes(kid.role))
    if (!roles.includes(role)) fault('unknown role')
    if (leaves === 0 && children.length === 0 && role !== 'TD' && role !== 'TH' && role !== 'Document')
      fault('empty')
    const heading = /^H(\d)$/.exec(role)?.[1]
    if (role === 'Part') level = 0
    if (heading !== undefined) {
      if (Number(heading) > level + 1) fault(`after a heading of level ${level}`)
      level = Number(heading)
    }
    if (role === 'Figure' && textOf(dict, 'Alt').trim() === '') fault('no alternative')
    if (
      role === 'Figure' &&
      pagesOf(element) === 1 &&
      dict.lookupMaybe(name('A'), PDFDict)?.has(name('BBox')) !== true
    )
      fault('no box')
    if (
      role === 'L' &&
      (!under('LI') || dict.lookupMaybe(name('A'), PDFDict)?.has(name('ListNumbering')) !== true)
    )
      fault('other than items, or no numbering')
    if (role === 'LI' && !under('Lbl', 'LBody')) fault('other than label and body')
    if (role === 'TR' && !under('TH', 'TD')) fault('other than cells')
    if ((role === 'THead' || role === 'TBody') && !under('TR')) fault('other than rows')
    if (role === 'TH' && dict.lookupMaybe(name('A'), PDFDict)?.has(name('Scope')) !== true) fault('no scope')
    if (role === 'Table') {
      const rows = children.filter((kid) => kid.role !== 'Caption').flatMap((kid) => kid.children)
      if (!under('Caption', 'THead', 'TBody')) fault('other than caption and rows')
      if (new Set(rows.map((row) => row.children.length)).size > 1) fault('rows of several lengths')
      if (!rows.some((row) => row.children.some((cell) => cell.role === 'TH'))) fault('no header')
    }
    if (role === 'Form') {
      const reference = dict.lookup(name('K'), PDFDict)
      const key = reference
        .lookup(name('Obj'), PDFDict)
        .lookupMaybe(name('StructParent'), PDFNumber)
        ?.asNumber()
      if (reference.get(name('Type')) !== name('OBJR')) fault('no field')
      if (key === undefined || parentTree(document).get(key) !== dict) fault('its field does not lead back')
    }
  }
  const next = root.lookup(name('ParentTreeNextKey'), PDFNumber).asNumber()
  const keys = [...parentTree(document).keys()]
  if (keys.some((key, index) => key >= next || key !== index)) faults.push('keys of the parent tree')
  const fields = document.context
    .enumerateIndirectObjects()
    .filter(([, object]) => object instanceof PDFDict && object.get(name('Subtype')) === name('Widget'))
  if (fields.length !== all.filter(({ role }) => role === 'Form').length)
    faults.push('a field outside the structure')
  return faults
}

const textOf = (dict: PDFDict, key: string): string => {
  const text = dict.get(name(key))
  return text instanceof PDFHexString ? text.decodeText() : ''
}

/** Contents of other pages than that of the element are dictionaries that name theirs. */
function pagesOf({ dict }: Element): number {
  const kids = dict.lookup(name('K'))
  const list = kids instanceof PDFArray ? kids.asArray() : [kids]
  const pages = list.map((kid) => (kid instanceof PDFDict ? kid.get(name('Pg')) : dict.get(name('Pg'))))
  return new Set(pages.map(String)).size
}
