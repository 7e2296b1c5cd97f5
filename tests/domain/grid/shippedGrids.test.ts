import { expect, test } from 'vitest'
import { checkGrid } from '#shared/domain/grid/checkGrid.ts'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import { duplicateGrid } from '#shared/domain/grid/duplicateGrid.ts'
import { scaleLevels } from '#shared/domain/grid/scaleLevels.ts'
import { shippedGrids } from '#shared/domain/grid/shippedGrids.ts'
import { ok } from '#shared/kernel/result.ts'

test('[GR7] the two shipped grids have the published weights', () => {
  expect(
    shippedGrids.map(({ key, label, sections }) => [
      key,
      label,
      criteriaOf({ sections }).map(({ code, weight, informative }) => [code, informative ? 'info' : weight]),
    ]),
  ).toEqual([
    [
      'transformation-numerique',
      'Transformation numérique',
      [
        ['PERT', 20],
        ['IMPACT', 15],
        ['FAISAB', 15],
        ['GOUV', 10],
        ['BUDGET', 15],
        ['INCLUS', 10],
        ['INTEROP', 10],
        ['ECO', 5],
      ],
    ],
    [
      'portail-familles',
      'Portail familles',
      [
        ['BESOIN', 20],
        ['SIMPLE', 15],
        ['ACCES', 15],
        ['RGPD', 15],
        ['INTEGR', 10],
        ['FAISAB', 10],
        ['BUDGET', 10],
        ['PERENN', 5],
        ['REPROD', 'info'],
      ],
    ],
  ])
})

test.each(shippedGrids.map((grid) => [grid.label, grid] as const))(
  '[GR7] « %s » is sound, sums to 100, and describes every level of every criterion',
  (_label, grid) => {
    expect(checkGrid(duplicateGrid(grid, { id: 'grid-1', label: grid.label }))).toEqual(ok(null))
    const criteria = criteriaOf(grid)
    expect(criteria.reduce((sum, { weight, informative }) => sum + (informative ? 0 : weight), 0)).toBe(100)
    for (const { scale, guidance } of criteria) {
      expect(Object.keys(scale.anchors).map(Number)).toEqual(scaleLevels(scale.kind))
      expect(Object.values(scale.anchors).every((text) => /^[A-ZÀ-Ý].*\.$/.test(text))).toBe(true)
      expect(guidance).not.toBe('')
    }
  },
)

test('[GR7] French typography: no straight apostrophe in anything a member reads', () => {
  expect(JSON.stringify(shippedGrids)).not.toContain("'")
})
