import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnWidths } from '#main/adapters/documents/columnWidths.ts'

describe('widths of columns', () => {
  it('[PG1] follow the shares, but keep room for the widest word', () => {
    expect(columnWidths([1, 1, 2], [10, 10, 10], 400)).toEqual([100, 100, 200])
    expect(columnWidths([1, 1, 2], [160, 10, 10], 400)).toEqual([160, 80, 160])
  })

  it('[PG1] squeeze the widest when not all fit', () => {
    expect(columnWidths([1, 1, 1], [20, 300, 300], 220)).toEqual([20, 100, 100])
  })

  it('[PG1] always fill the table exactly', () => {
    const columns = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 400 })), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(columns, (pairs) => {
        const widths = columnWidths(
          pairs.map(([share]) => share),
          pairs.map(([, least]) => least),
          470,
        )
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(470, 6)
      }),
    )
  })
})
