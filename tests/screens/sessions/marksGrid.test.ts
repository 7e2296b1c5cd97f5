import { describe, expect, test } from 'vitest'
import type { Grid, Mark } from '#shared/domain/grid/grid.ts'
import type { MarksGridView, MarksRow } from '#shared/domain/session/marksGridView.ts'
import { cellAfterKey, cellAfterMark } from '../../../src-renderer/features/sessions/marks/cellAfterKey.ts'
import { cellOf, stillKeyed } from '../../../src-renderer/features/sessions/marks/keyedMarks.ts'
import { marksSummary } from '../../../src-renderer/features/sessions/marks/marksSummary.ts'

const three: Mark = { kind: 'value', hundredths: 300, comment: '' }
const four: Mark = { kind: 'value', hundredths: 400, comment: '' }
const size = { rows: 3, columns: 4 }

const row = (evaluatorId: string, marks: Readonly<Record<string, Mark>>): MarksRow => ({
  evaluatorId,
  name: evaluatorId.toUpperCase(),
  inRoom: true,
  status: 'draft',
  marks,
  keyed: Object.keys(marks),
  missingComments: [],
  total: null,
  code: '',
  countersignedOn: null,
})

const criterion = (code: string) => ({
  code,
  label: code,
  guidance: '',
  weight: 1,
  scale: { kind: '0-5' as const, anchors: {} },
  informative: false,
  notApplicableAllowed: true,
  knockoutBelow: null,
  comment: 'optional' as const,
})

const grid: Grid = {
  id: 'g',
  label: '',
  version: 1,
  replaces: null,
  status: 'locked',
  sections: [{ label: '', criteria: [criterion('A'), criterion('B')] }],
}

const view = (rows: readonly MarksRow[], sealed = false): MarksGridView => ({
  itemId: 'i',
  candidatureId: 'c',
  grid,
  sealed,
  revealedAt: null,
  collegial: false,
  rows,
  total: null,
  rank: null,
  gap: null,
  gapAlert: false,
})

describe('the grid of marks keyed in the room', () => {
  test('[UI16] arrows walk within the grid, other keys do not', () => {
    const at = { row: 1, column: 3 }
    expect(
      ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'x'].map((key) =>
        cellAfterKey(key, at, size),
      ),
    ).toEqual([
      { row: 1, column: 2 },
      { row: 1, column: 3 },
      { row: 0, column: 3 },
      { row: 2, column: 3 },
      { row: 1, column: 0 },
      { row: 1, column: 3 },
      null,
    ])
  })

  test('[UI16] a mark goes on to the next criterion, then to the next member whose sheet is open', () => {
    const isOpen = (place: number) => place !== 1
    expect(cellAfterMark({ row: 0, column: 0 }, size, isOpen)).toEqual({ row: 0, column: 1 })
    expect(cellAfterMark({ row: 0, column: 3 }, size, isOpen)).toEqual({ row: 2, column: 0 })
    expect(cellAfterMark({ row: 2, column: 3 }, size, isOpen)).toEqual({ row: 2, column: 3 })
  })

  test('[UI17] shows what was keyed before what was read back, and only that something is there while sealed', () => {
    const line = row('a', { A: three })
    expect(cellOf(line, 'A', {}, false)).toEqual({ mark: three, isKeyed: true })
    expect(cellOf(line, 'A', { 'a/A': four }, false)).toEqual({ mark: four, isKeyed: true })
    expect(cellOf(line, 'A', { 'a/A': null }, false)).toEqual({ mark: null, isKeyed: false })
    expect(cellOf(line, 'A', { 'a/A': four }, true)).toEqual({ mark: null, isKeyed: true })
    expect(cellOf(line, 'B', {}, true)).toEqual({ mark: null, isKeyed: false })
  })

  test('[UI17] a keyed mark goes once the host shows the same, not when it shows an older one', () => {
    const keyed = { 'a/A': four, 'a/B': null }
    expect(stillKeyed(keyed, view([row('a', { A: three })]))).toEqual({ 'a/A': four })
    expect(stillKeyed(keyed, view([row('a', { A: four })]))).toEqual({})
    const sealed = { ...row('a', {}), keyed: ['A'] }
    expect(stillKeyed({ 'a/A': four, 'a/B': three }, view([sealed], true))).toEqual({ 'a/B': three })
  })

  test('[UI18] tells the means of the columns and who still owes marks or comments', () => {
    const rows = [
      row('a', { A: three, B: four }),
      { ...row('b', { A: four }), missingComments: ['A'] },
      { ...row('c', {}), status: 'filed' as const },
    ]
    expect(marksSummary(view(rows), { 'b/A': three })).toEqual({
      means: { A: '3,0', B: '4,0' },
      missing: [{ name: 'B', count: 1 }],
      missingCount: 1,
      missingComments: [{ name: 'B', count: 1 }],
    })
    expect(marksSummary(view(rows, true), {}).means).toEqual({})
  })
})
