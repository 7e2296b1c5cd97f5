import type { Mark } from '#shared/domain/grid/grid.ts'
import type { MarksGridView, MarksRow } from '#shared/domain/session/marksGridView.ts'

/** Marks keyed on this screen and not read back yet, by `cellKey`; null: cleared. */
export type KeyedMarks = Readonly<Record<string, Mark | null>>

export const cellKey = (evaluatorId: string, code: string): string => `${evaluatorId}/${code}`

export interface ShownCell {
  /** null: nothing there, or sealed. */
  readonly mark: Mark | null
  readonly isKeyed: boolean
}

/** [UI17] What a cell shows: what was keyed here before what was read back; sealed, only that something is there. */
export function cellOf(row: MarksRow, code: string, keyed: KeyedMarks, isSealed: boolean): ShownCell {
  const here = keyed[cellKey(row.evaluatorId, code)]
  if (here !== undefined) return { mark: isSealed ? null : here, isKeyed: here !== null }
  return { mark: isSealed ? null : (row.marks[code] ?? null), isKeyed: row.keyed.includes(code) }
}

/** [UI17] What is still to be read back: a keyed mark goes as soon as the host shows the same. */
export function stillKeyed(keyed: KeyedMarks, view: Pick<MarksGridView, 'rows' | 'sealed'>): KeyedMarks {
  const rows = new Map(view.rows.map((row) => [row.evaluatorId, row]))
  const left = Object.entries(keyed).filter(([cell, mark]) => {
    const cut = cell.lastIndexOf('/')
    const code = cell.slice(cut + 1)
    const row = rows.get(cell.slice(0, cut))
    if (row === undefined) return false
    return view.sealed
      ? (mark !== null) !== row.keyed.includes(code)
      : !isSameMark(mark, row.marks[code] ?? null)
  })
  return left.length === Object.keys(keyed).length ? keyed : Object.fromEntries(left)
}

const isSameMark = (a: Mark | null, b: Mark | null): boolean =>
  a === null || b === null
    ? a === b
    : a.kind === b.kind &&
      a.comment === b.comment &&
      (a.kind !== 'value' || b.kind !== 'value' || a.hundredths === b.hundredths)
