export interface CellPlace {
  readonly row: number
  readonly column: number
}

/**
 * [UI16] The cell that a key leads to, in a grid of `rows` × `columns`. At the end of a line Enter, Tab-like advance and a
 * keyed mark go on to the first cell of the next one: a sheet is keyed member by member. Null for other keys.
 */
export function cellAfterKey(
  key: string,
  from: CellPlace,
  size: { readonly rows: number; readonly columns: number },
): CellPlace | null {
  const { row, column } = from
  switch (key) {
    case 'ArrowLeft':
      return within({ row, column: column - 1 }, size)
    case 'ArrowRight':
      return within({ row, column: column + 1 }, size)
    case 'ArrowUp':
      return within({ row: row - 1, column }, size)
    case 'ArrowDown':
      return within({ row: row + 1, column }, size)
    case 'Home':
      return { row, column: 0 }
    case 'End':
      return { row, column: size.columns - 1 }
    default:
      return null
  }
}

/** [UI16] After a mark: the next criterion, then the first of the next member who still has a sheet open. */
export function cellAfterMark(
  from: CellPlace,
  size: { readonly rows: number; readonly columns: number },
  isOpen: (row: number) => boolean,
): CellPlace {
  if (from.column + 1 < size.columns) return { row: from.row, column: from.column + 1 }
  for (let row = from.row + 1; row < size.rows; row += 1) {
    if (isOpen(row)) return { row, column: 0 }
  }
  return from
}

const within = (
  { row, column }: CellPlace,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): CellPlace => ({
  row: Math.min(Math.max(row, 0), rows - 1),
  column: Math.min(Math.max(column, 0), columns - 1),
})
