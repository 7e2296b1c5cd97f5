import type { PDFContext, PDFRef } from 'pdf-lib'
import { printableText } from '#shared/domain/documents/printableText.ts'
import { textString } from './embedFont.ts'
import { preparedObject } from './preparedObject.ts'

/** A node of the logical structure: what a screen reader walks through [PG4]. */
export interface StructureElement {
  readonly role: Role
  /** Source of the attribute dictionary, or empty. */
  readonly attributes: string
  /** Read aloud instead of what is drawn; null for text, which is read itself. */
  readonly alternative: string | null
  /** Name of a part, or empty. */
  readonly title: string
  readonly kids: (StructureElement | MarkedContent | FieldOnPage)[]
  /** Where the ink of a figure is; it grows while the figure is drawn. */
  bounds: Bounds | null
}

/** A stretch of a page's content stream. */
export interface MarkedContent {
  readonly pageIndex: number
  readonly contentId: number
}

/** A form field, by its place among the fields of the file. */
export interface FieldOnPage {
  readonly pageIndex: number
  readonly fieldIndex: number
}

/** A box in points from the lower left corner of its page. */
export interface Bounds {
  readonly pageIndex: number
  readonly leftPt: number
  readonly bottomPt: number
  readonly rightPt: number
  readonly topPt: number
}

export type Role =
  | 'Document'
  | 'Part'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Form'

export const createElement = (
  role: Role,
  more: Partial<Pick<StructureElement, 'attributes' | 'alternative' | 'title'>> = {},
): StructureElement => ({
  role,
  attributes: '',
  alternative: null,
  title: '',
  kids: [],
  bounds: null,
  ...more,
})

export function appendElement(parent: StructureElement, role: Role, attributes = ''): StructureElement {
  const element = createElement(role, { attributes })
  parent.kids.push(element)
  return element
}

export function appendFigure(parent: StructureElement, alternative: string): StructureElement {
  const element = createElement('Figure', { alternative })
  parent.kids.push(element)
  return element
}

export const columnHeader = '<</O /Table /Scope /Column>>'
export const rowHeader = '<</O /Table /Scope /Row>>'
export const orderedList = '<</O /List /ListNumbering /Decimal>>'
export const bulletList = '<</O /List /ListNumbering /Disc>>'

/** The pages of the file, and the annotations of its form fields. */
export interface StructureTargets {
  readonly pageRefs: readonly PDFRef[]
  readonly fieldRefs: readonly PDFRef[]
}

/**
 * Writes the tree and its inverse, the parent tree: pages first, then form fields. Elements are written as prepared
 * text: a table of 2 000 rows has some 30 000 of them. An element that nothing was drawn for is left out, cells excepted.
 */
export function writeStructureTree(
  context: PDFContext,
  root: StructureElement,
  { pageRefs, fieldRefs }: StructureTargets,
): PDFRef {
  const treeRef = context.nextRef()
  const parents: PDFRef[][] = pageRefs.map(() => [])
  const fieldParents = new Map<number, PDFRef>()

  const write = (element: StructureElement, parentRef: PDFRef): PDFRef => {
    const ref = context.nextRef()
    const first = element.kids.find((kid) => 'contentId' in kid)
    const pageIndex = first !== undefined && 'contentId' in first ? first.pageIndex : null
    const kids = element.kids.flatMap((kid) => {
      if ('role' in kid) return isEmpty(kid) ? [] : [write(kid, ref).toString()]
      const pageRef = pageRefs[kid.pageIndex]?.toString()
      if ('fieldIndex' in kid) {
        fieldParents.set(kid.fieldIndex, ref)
        return [`<</Type /OBJR /Pg ${pageRef} /Obj ${fieldRefs[kid.fieldIndex]?.toString()}>>`]
      }
      const page = parents[kid.pageIndex]
      if (page !== undefined) page[kid.contentId] = ref
      if (kid.pageIndex === pageIndex) return [String(kid.contentId)]
      return [`<</Type /MCR /Pg ${pageRef} /MCID ${kid.contentId}>>`]
    })
    const page = pageIndex === null ? '' : ` /Pg ${pageRefs[pageIndex]?.toString()}`
    const kidsText = kids.length === 0 ? '' : ` /K ${kids.length === 1 ? kids[0] : `[${kids.join(' ')}]`}`
    context.assign(
      ref,
      preparedObject(
        `<</S /${element.role} /P ${parentRef.toString()}${page}${describe(element)}${kidsText}>>`,
      ),
    )
    return ref
  }

  const rootRef = write(root, treeRef)
  const numbers = [
    ...parents.map((refs, index) => `${index} [${refs.map((ref) => ref.toString()).join(' ')}]`),
    ...[...fieldParents]
      .toSorted(([a], [b]) => a - b)
      .map(([fieldIndex, ref]) => `${parentKeyOfField(fieldIndex, pageRefs.length)} ${ref.toString()}`),
  ]
  context.assign(
    treeRef,
    context.obj({
      Type: 'StructTreeRoot',
      K: rootRef,
      ParentTree: context.register(preparedObject(`<</Nums [${numbers.join(' ')}]>>`)),
      ParentTreeNextKey: pageRefs.length + fieldRefs.length,
    }),
  )
  return treeRef
}

/** Key of a field in the parent tree. */
export const parentKeyOfField = (fieldIndex: number, pageCount: number): number => pageCount + fieldIndex

function isEmpty(element: StructureElement): boolean {
  // A row keeps its cells, empty or not: columns must stay columns.
  if (element.role === 'TD' || element.role === 'TH') return false
  return element.kids.every((kid) => 'role' in kid && isEmpty(kid))
}

function describe({ attributes, alternative, title, bounds }: StructureElement): string {
  const sides = bounds && [bounds.leftPt, bounds.bottomPt, bounds.rightPt, bounds.topPt]
  const box = sides && `<</O /Layout /BBox [${sides.map((side) => Math.round(side * 100) / 100).join(' ')}]>>`
  const parts = [
    attributes === '' ? box && `/A ${box}` : `/A ${attributes}`,
    alternative !== null && `/Alt ${textString(printableText(alternative)).toString()}`,
    title !== '' && `/T ${textString(printableText(title)).toString()}`,
  ]
  return parts.map((part) => (part ? ` ${part}` : '')).join('')
}
