import { describe, expect, test } from 'vitest'
import type { Mark } from '#shared/domain/grid/grid.ts'
import type { SheetView } from '#shared/domain/scoring/sheetView.ts'
import { withMark } from '../../../src-renderer/features/scoring/withMark.ts'

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
  test('[UI12] is added or replaced, and the total is left to the host', () => {
    const given: Mark = { kind: 'not-applicable', comment: '' }
    expect(withMark(view, 'B', given)).toEqual({
      ...view,
      sheet: { ...view.sheet, marks: { A: four, B: given } },
    })
  })

  test('[UI12] is taken away', () => {
    expect(withMark(view, 'A', null)).toEqual({ ...view, sheet: { ...view.sheet, marks: {} } })
  })
})
