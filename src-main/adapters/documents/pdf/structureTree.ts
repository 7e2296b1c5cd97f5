import type { PDFContext, PDFRef } from 'pdf-lib'
import { preparedObject } from './preparedObject.ts'

/** A node of the logical structure: what a screen reader walks through [PG4]. */
export interface StructureElement {
  readonly role: Role
  /** Source of the attribute dictionary, or empty. */
  readonly attributes: string
  readonly kids: (StructureElement | MarkedContent)[]
}

/** A stretch of a page's content stream. */
export interface MarkedContent {
  readonly pageIndex: number
  readonly contentId: number
}

export type Role =
  | 'Document'
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

export const createElement = (role: Role, attributes = ''): StructureElement => ({
  role,
  attributes,
  kids: [],
})

export function appendElement(parent: StructureElement, role: Role, attributes = ''): StructureElement {
  const element = createElement(role, attributes)
  parent.kids.push(element)
  return element
}

export const columnHeader = '<</O /Table /Scope /Column>>'
export const rowHeader = '<</O /Table /Scope /Row>>'
export const orderedList = '<</O /List /ListNumbering /Decimal>>'
export const bulletList = '<</O /List /ListNumbering /Disc>>'

/**
 * Writes the tree and its inverse, the parent tree. Elements are written as prepared text: a table of 2 000 rows has
 * some 30 000 of them.
 */
export function writeStructureTree(
  context: PDFContext,
  root: StructureElement,
  pageRefs: readonly PDFRef[],
): PDFRef {
  const treeRef = context.nextRef()
  const parents: PDFRef[][] = pageRefs.map(() => [])

  const write = (element: StructureElement, parentRef: PDFRef): PDFRef => {
    const ref = context.nextRef()
    const first = element.kids.find((kid) => 'contentId' in kid)
    const pageIndex = first !== undefined && 'contentId' in first ? first.pageIndex : null
    const kids = element.kids.map((kid) => {
      if ('role' in kid) return write(kid, ref).toString()
      const page = parents[kid.pageIndex]
      if (page !== undefined) page[kid.contentId] = ref
      if (kid.pageIndex === pageIndex) return String(kid.contentId)
      return `<</Type /MCR /Pg ${pageRefs[kid.pageIndex]?.toString()} /MCID ${kid.contentId}>>`
    })
    const page = pageIndex === null ? '' : ` /Pg ${pageRefs[pageIndex]?.toString()}`
    const attributes = element.attributes === '' ? '' : ` /A ${element.attributes}`
    const kidsText = kids.length === 0 ? '' : ` /K ${kids.length === 1 ? kids[0] : `[${kids.join(' ')}]`}`
    context.assign(
      ref,
      preparedObject(`<</S /${element.role} /P ${parentRef.toString()}${page}${attributes}${kidsText}>>`),
    )
    return ref
  }

  const rootRef = write(root, treeRef)
  const parentTree = parents.map((refs, index) => `${index} [${refs.map((ref) => ref.toString()).join(' ')}]`)
  const parentTreeRef = context.register(preparedObject(`<</Nums [${parentTree.join(' ')}]>>`))
  context.assign(
    treeRef,
    context.obj({
      Type: 'StructTreeRoot',
      K: rootRef,
      ParentTree: parentTreeRef,
      ParentTreeNextKey: pageRefs.length,
    }),
  )
  return treeRef
}
