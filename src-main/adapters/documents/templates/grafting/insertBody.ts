import type { DocumentModel, Orientation } from '#shared/domain/documents/model.ts'
import { renderDocx } from '../../docx/renderDocx.ts'
import { templateFoot } from '../../docx/wordFurniture.ts'
import { bodyPlace } from '../filling/marks.ts'
import { openWordPackage, readPart } from '../xml/wordPackage.ts'
import {
  childOf,
  contains,
  copyOf,
  element,
  elementsOf,
  ensureChild,
  isElement,
  type XmlElement,
} from '../xml/xmlTree.ts'
import { graft } from './graft.ts'
import type { GraftHost } from './graftHost.ts'
import { type Pages, pagesOf, turn } from './pagesOf.ts'

/** Puts the blocks of the document at the place of `{@corps}`, on the pages of the template, in place. */
export async function insertBody(host: GraftHost, body: DocumentModel): Promise<void> {
  const place = placeOf(host.root)
  if (place === null) return
  const { parent, index, mark } = place
  const isTop = parent.name === 'w:body'
  const closing = sectionAfter(host.root, isTop ? index : 0)
  const pages = pagesOf(closing)
  const bytes = await renderDocx(body, {
    contentTwips: (orientation) => cellTwips(place.cell) ?? pages.contentTwips(orientation),
    foot: (widthTwips) => templateFoot(widthTwips, ''),
    properties: [],
  })
  const rendered = openWordPackage(bytes)
  const source = rendered === null ? null : childOf(readPart(rendered, rendered.main) ?? undefined, 'w:body')
  if (rendered === null || source === null || source === undefined) return
  // All at once: a list that runs over several sections stays one list.
  const brought = element('w:body', {}, graft(host, rendered, elementsOf(source)))
  const stretches = stretchesOf(brought)
  const inserted = isTop
    ? withSections(stretches, closing, pages, hasSectionBefore(parent, index))
    : stretches.flatMap(({ pieces }) => pieces)
  parent.children.splice(index, 1, ...inserted, ...keptSection(mark))
  // A cell ends with a paragraph.
  if (parent.name === 'w:tc' && elementsOf(parent).at(-1)?.name !== 'w:p')
    parent.children.push(element('w:p'))
}

interface Place {
  readonly parent: XmlElement
  readonly index: number
  readonly mark: XmlElement
  readonly cell: XmlElement | null
}

function placeOf(parent: XmlElement, cell: XmlElement | null = null): Place | null {
  for (const [index, child] of parent.children.entries()) {
    if (!isElement(child)) continue
    if (child.attributes[bodyPlace] === '1') return { parent, index, mark: child, cell }
    const deeper = placeOf(child, child.name === 'w:tc' ? child : cell)
    if (deeper !== null) return deeper
  }
  return null
}

function cellTwips(cell: XmlElement | null): number | null {
  const width = childOf(childOf(cell ?? undefined, 'w:tcPr'), 'w:tcW')?.attributes
  const twips = Number(width?.['w:w'])
  if (cell === null || width?.['w:type'] === 'pct' || !(twips > 0)) return null
  return Math.max(2000, twips - 220)
}

interface Stretch {
  readonly orientation: Orientation
  readonly pieces: readonly XmlElement[]
}

/** What stands between the ends of sections; a paragraph that only ends one is left out. */
function stretchesOf(source: XmlElement): readonly Stretch[] {
  const stretches: Stretch[] = []
  let pieces: XmlElement[] = []
  for (const child of elementsOf(source)) {
    const properties = childOf(child, 'w:pPr')
    const section = child.name === 'w:sectPr' ? child : childOf(properties, 'w:sectPr')
    if (section === undefined) {
      pieces.push(child)
      continue
    }
    if (child.name === 'w:p' && contains(child, ({ name }) => name === 'w:r')) {
      if (properties !== undefined)
        properties.children = properties.children.filter((each) => each !== section)
      pieces.push(child)
    }
    stretches.push({ orientation: pagesOf(section).orientation, pieces })
    pieces = []
  }
  return stretches
}

/** Where the pages turn, the section of the template ends, turned or not, and begins again. */
function withSections(
  stretches: readonly Stretch[],
  closing: XmlElement | undefined,
  pages: Pages,
  hasOthersBefore: boolean,
): XmlElement[] {
  const inserted: XmlElement[] = []
  let isFirst = !hasOthersBefore
  const endSection = (orientation: Orientation): void => {
    const section = copyOf(closing ?? element('w:sectPr'))
    turn(section, orientation)
    if (!isFirst) withoutFirstPage(section)
    isFirst = false
    ensureNextPage(section)
    inserted.push(element('w:p', {}, [element('w:pPr', {}, [thin(), section])]))
  }
  stretches.forEach(({ orientation, pieces }, index) => {
    if (index === 0 && orientation !== pages.orientation) endSection(pages.orientation)
    inserted.push(...pieces)
    const isLast = index === stretches.length - 1
    if (!isLast || orientation !== pages.orientation) endSection(orientation)
  })
  // The head of a first page stands on the first page of the file, not again after the body.
  if (!isFirst && !hasOthersBefore && closing !== undefined) withoutFirstPage(closing)
  return inserted
}

const thin = (): XmlElement =>
  element('w:spacing', { 'w:before': '0', 'w:after': '0', 'w:line': '20', 'w:lineRule': 'exact' })

function withoutFirstPage(section: XmlElement): void {
  section.children = section.children.filter((child) => !isElement(child) || child.name !== 'w:titlePg')
}

function ensureNextPage(section: XmlElement): void {
  section.children = section.children.filter((child) => !isElement(child) || child.name !== 'w:type')
}

/** The end of the section that holds the body: the first one after it. */
function sectionAfter(root: XmlElement, from: number): XmlElement | undefined {
  const body = ensureChild(root, 'w:body')
  for (const child of body.children.slice(from)) {
    if (!isElement(child)) continue
    const section = child.name === 'w:sectPr' ? child : childOf(childOf(child, 'w:pPr'), 'w:sectPr')
    if (section !== undefined) return section
  }
  return undefined
}

const hasSectionBefore = (body: XmlElement, index: number): boolean =>
  body.children
    .slice(0, index)
    .some((child) => isElement(child) && childOf(childOf(child, 'w:pPr'), 'w:sectPr') !== undefined)

/** The place of the body may itself have ended a section of the template. */
function keptSection(mark: XmlElement): readonly XmlElement[] {
  const section = childOf(childOf(mark, 'w:pPr'), 'w:sectPr')
  return section === undefined ? [] : [element('w:p', {}, [element('w:pPr', {}, [section])])]
}
