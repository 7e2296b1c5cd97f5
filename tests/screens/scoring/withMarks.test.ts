import { describe, expect, test } from 'vitest'
import type { Mark } from '#shared/domain/grid/grid.ts'
import type { SheetView } from '#shared/domain/scoring/sheetView.ts'
import { withMarks } from '../../../src-renderer/features/scoring/withMarks.ts'

const four: Mark = { kind: 'value', hundredths: 400, comment: 'Enquête jointe.' }
const view: SheetView = {
  sheet: {
    candidatureId: 'c',
    evaluatorId: 'e',
    gridId: 'g',
    marks: { A: four },
    status: 'draft',
    countersignedOn: null,
  },
  grid: { id: 'g', label: '', version: 1, replaces: null, sections: [], status: 'draft' },
  total: '80.00',
  missingCriteria: ['B'],
  missingComments: [],
}

describe('a mark shown before the host answers', () => {
  const given: Mark = { kind: 'not-applicable', comment: '' }

  test('[UI12] is added or replaced, and the total is left to the host', () => {
    expect(withMarks(view, [{ criterionCode: 'B', mark: given }])).toEqual({
      ...view,
      sheet: { ...view.sheet, marks: { A: four, B: given } },
    })
  })

  test('[UI12] is taken away', () => {
    expect(withMarks(view, [{ criterionCode: 'A', mark: null }]).sheet.marks).toEqual({})
  })

  test('[UI12] is the last one given to its criterion', () => {
    const keyed = [null, given, four].map((mark) => ({ criterionCode: 'A', mark }))
    expect(withMarks(view, keyed).sheet.marks).toEqual({ A: four })
    expect(withMarks(view, keyed.slice(0, 2)).sheet.marks).toEqual({ A: given })
  })

  test('[UI12] is no other than what was read when nothing waits', () => {
    expect(withMarks(view, [])).toBe(view)
  })
})
