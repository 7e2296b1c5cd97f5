import { expect, test } from 'vitest'
import { changeGrid } from '#shared/domain/grid/changeGrid.ts'
import { checkGrid } from '#shared/domain/grid/checkGrid.ts'
import { checkMark } from '#shared/domain/grid/checkMark.ts'
import { checkMarkValue } from '#shared/domain/grid/checkMarkValue.ts'
import { gridContent } from '#shared/domain/grid/gridContent.ts'
import { nextGridVersion } from '#shared/domain/grid/nextGridVersion.ts'
import { canonicalJson } from '#shared/kernel/canonicalJson.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { criterion, gridOf, notApplicable, scaled, value } from '../builders.ts'

test('[GR3] a sound grid is accepted', () => {
  const anchored = criterion('PERT', 20, {
    scale: { kind: '0-5', anchors: { '0': 'Rien.', '500': 'Tout.' } },
  })
  expect(checkGrid(gridOf(anchored, criterion('INFO', 0, { informative: true })))).toEqual(ok(null))
})

test('[GR3] every fault is named', () => {
  const grid = gridOf(
    criterion('A', 10),
    criterion('A', 10),
    criterion('B', 0, { label: ' ' }),
    criterion('C', 1.5, { scale: { kind: '0-5', anchors: { '550': 'Trop.' } } }),
    criterion('d', 10, { knockoutBelow: 0 }),
  )
  expect(checkGrid({ ...grid, label: '' })).toEqual(
    refuse('grid.invalid', {
      problems: [
        'label',
        'duplicate-code:A',
        'criterion-label:B',
        'weight:B',
        'weight:C',
        'anchor:C',
        'code:d',
        'knockout:d',
      ],
    }),
  )
  expect(checkGrid(gridOf(criterion('INFO', 0, { informative: true })))).toEqual(
    refuse('grid.invalid', { problems: ['no-weighted-criterion'] }),
  )
})

test.each([
  ['optional', 0, true],
  ['always', 300, false],
  ['extremes', 0, false],
  ['extremes', 100, false],
  ['extremes', 200, true],
  ['extremes', 400, true],
  ['extremes', 500, false],
] as const)('[GR4] rule %s, mark %i: without comment accepted = %s', (comment, hundredths, accepted) => {
  const judged = criterion('PERT', 20, { comment })
  expect(checkMark(judged, value(hundredths))).toEqual(
    accepted ? ok(null) : refuse('mark.comment-required', { criterion: 'PERT', rule: comment }),
  )
  expect(checkMark(judged, value(hundredths, 'Parce que.'))).toEqual(ok(null))
  expect(checkMarkValue(judged, value(hundredths))).toEqual(ok(null))
})

test('[GR4] half points and « sans objet » only where the criterion has them', () => {
  expect(checkMark(scaled('A', 1, '0-20'), value(1250))).toEqual(ok(null))
  expect(checkMark(scaled('A', 1, '0-5'), value(450))).toMatchObject({
    refusal: { code: 'mark.not-on-scale', details: { criterion: 'A', text: '4,5' } },
  })
  expect(checkMark(criterion('A', 1, { notApplicableAllowed: false }), notApplicable)).toEqual(
    refuse('mark.not-applicable-refused', { criterion: 'A' }),
  )
})

test('[GR5] the hash covers the content, not the identity', () => {
  const grid = gridOf(criterion('A', 1))
  const text = canonicalJson(gridContent(grid))
  expect(canonicalJson(gridContent(nextGridVersion(grid, 'grid-2')))).toBe(text)
  expect(canonicalJson(gridContent(gridOf(criterion('A', 2))))).not.toBe(text)
})

test('[GR6] a locked grid is never changed, its next version names it (A27)', () => {
  const grid = gridOf(criterion('A', 1))
  expect(changeGrid(grid, gridOf(criterion('A', 2)))).toEqual(
    refuse('grid.locked', { label: 'Grille', version: 1 }),
  )
  const next = nextGridVersion(grid, 'grid-2')
  expect(next).toEqual({ ...grid, id: 'grid-2', version: 2, replaces: 'grid-1', status: 'draft' })
  expect(changeGrid(next, gridOf(criterion('A', 2)))).toEqual(
    ok({ ...next, sections: gridOf(criterion('A', 2)).sections }),
  )
})
