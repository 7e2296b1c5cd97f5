import { childOf, elementsOf, valueOfChild, type XmlElement } from '../xml/xmlTree.ts'

/** A cell with its place in the grid. */
export interface GridCell {
  readonly cell: XmlElement
  readonly column: number
  readonly span: number
  /** Goes on from the row above, whose text it shows. */
  readonly goesOn: boolean
}

export const rowsOf = (table: XmlElement): readonly XmlElement[] => unwrapped(table, 'w:tr')

export const gridOf = (rows: readonly XmlElement[]): readonly (readonly GridCell[])[] => rows.map(cellsOf)

function cellsOf(row: XmlElement): readonly GridCell[] {
  let column = Number(valueOfChild(childOf(row, 'w:trPr'), 'w:gridBefore') ?? 0) || 0
  return unwrapped(row, 'w:tc').map((cell) => {
    const properties = childOf(cell, 'w:tcPr')
    const span = Math.min(60, Math.max(1, Number(valueOfChild(properties, 'w:gridSpan') ?? 1) || 1))
    const merge = childOf(properties, 'w:vMerge')
    const placed = {
      cell,
      column,
      span,
      goesOn: merge !== undefined && merge.attributes['w:val'] !== 'restart',
    }
    column += span
    return placed
  })
}

/** Rows and cells may stand in a content control. */
const unwrapped = (parent: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(parent).flatMap((child) =>
    child.name === name
      ? [child]
      : ['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml'].includes(child.name)
        ? unwrapped(child, name)
        : [],
  )
