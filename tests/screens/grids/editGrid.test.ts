import { describe, expect, test } from 'vitest'
import type { Criterion } from '#shared/domain/grid/grid.ts'
import {
  addCriterion,
  addSection,
  changeCriterion,
  type GridContent,
  moveCriterion,
  removeCriterion,
  weightSum,
} from '../../../src-renderer/features/grids/editGrid.ts'

const criterion = (code: string, changes: Partial<Criterion> = {}): Criterion => ({
  code,
  label: code,
  guidance: '',
  weight: 20,
  scale: { kind: '0-5', anchors: {} },
  informative: false,
  notApplicableAllowed: false,
  knockoutBelow: null,
  comment: 'optional',
  ...changes,
})

const grid: GridContent = {
  label: 'Essai',
  sections: [
    { label: 'Une', criteria: [criterion('A'), criterion('B')] },
    { label: 'Deux', criteria: [criterion('C', { informative: true })] },
  ],
}
const codes = (content: GridContent) =>
  content.sections.map((section) => section.criteria.map(({ code }) => code))

describe('the edits of a grid', () => {
  test('[UI3] a criterion moves inside its section, then into the next one', () => {
    expect(codes(moveCriterion(grid, 'A', 1))).toEqual([['B', 'A'], ['C']])
    expect(codes(moveCriterion(grid, 'B', 1))).toEqual([['A'], ['B', 'C']])
    expect(codes(moveCriterion(grid, 'C', -1))).toEqual([['A', 'B', 'C'], []])
    expect(moveCriterion(grid, 'A', -1)).toEqual(grid)
    expect(moveCriterion(grid, 'C', 1)).toEqual(grid)
  })

  test('[UI3] a new criterion takes a code that is free', () => {
    const taken: GridContent = { label: '', sections: [{ label: '', criteria: [criterion('C2')] }] }
    expect(addCriterion(taken, 0, 'Nouveau').code).toBe('C3')
    expect(codes(addCriterion({ label: '', sections: [] }, 0, 'Nouveau').content)).toEqual([['C1']])
  })

  test('[UI3] a change touches one criterion, a removal takes it alone', () => {
    expect(changeCriterion(grid, 'B', { weight: 5 }).sections[0]?.criteria).toEqual([
      criterion('A'),
      criterion('B', { weight: 5 }),
    ])
    expect(codes(removeCriterion(grid, 'A'))).toEqual([['B'], ['C']])
    expect(addSection(grid, 'Trois').sections).toHaveLength(3)
  })

  test('[UI3] the sum leaves informative criteria out', () => {
    expect(weightSum(grid)).toBe(40)
  })
})
