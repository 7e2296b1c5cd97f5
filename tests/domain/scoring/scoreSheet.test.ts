import fc from 'fast-check'
import { expect, test } from 'vitest'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { Grid, Mark, ScaleKind } from '#shared/domain/grid/grid.ts'
import { scaleLevels } from '#shared/domain/grid/scaleLevels.ts'
import { scaleMaximum } from '#shared/domain/grid/scaleMaximum.ts'
import { checkFiling } from '#shared/domain/scoring/checkFiling.ts'
import { exactFraction } from '#shared/domain/scoring/exactFraction.ts'
import { missingCriteria } from '#shared/domain/scoring/missingCriteria.ts'
import { scoreSheet } from '#shared/domain/scoring/scoreSheet.ts'
import { divide, multiply, type Rational, rational, sum, toFixedHalfUp } from '#shared/kernel/rational.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { criterion, gridOf, marksOf, notApplicable, scaled, value } from '../builders.ts'

const five = gridOf(
  criterion('A', 30),
  criterion('B', 25),
  criterion('C', 15),
  criterion('D', 20),
  criterion('E', 10),
)

test('[SC1] 4/5@30, 3/5@25, 5/5@15, 2/5@20, 4/5@10 → 70.00 (A26)', () => {
  const { lines, total } = scoreSheet(five, { marks: marksOf({ A: 400, B: 300, C: 500, D: 200, E: 400 }) })
  expect(total).toEqual(rational(70))
  expect(lines.map((line) => line.points)).toEqual([24, 15, 15, 8, 8].map((points) => rational(points)))
  expect(lines[0]).toEqual({
    criterionCode: 'A',
    label: 'Critère A',
    weight: 30,
    markHundredths: 400,
    maximumHundredths: 500,
    outside: null,
    points: rational(24),
  })
})

test('[SC1] not applicable and missing leave the denominator, informative was never in it', () => {
  const grid = gridOf(
    criterion('A', 40),
    criterion('B', 40),
    criterion('C', 20),
    criterion('I', 99, { informative: true }),
  )
  const { lines, total } = scoreSheet(grid, {
    marks: { A: value(300), B: notApplicable, I: value(0) },
  })
  expect(total).toEqual(rational(60))
  expect(lines.map((line) => [line.criterionCode, line.outside, line.points])).toEqual([
    ['A', null, rational(24)],
    ['B', 'not-applicable', null],
    ['C', 'missing', null],
    ['I', 'informative', null],
  ])
  expect(missingCriteria(grid, { marks: { A: value(300), B: notApplicable, I: value(0) } })).toEqual(['C'])
})

test('[SC1] nothing marked gives no total, never zero', () => {
  expect(scoreSheet(five, { marks: {} }).total).toBeNull()
  expect(scoreSheet(five, { marks: { A: notApplicable } }).total).toBeNull()
  expect(scoreSheet(five, { marks: { A: value(0) } }).total).toEqual(rational(0))
})

const kinds: readonly ScaleKind[] = ['0-3', '0-5', '0-10', '0-20', 'A-D', 'yes-no']
const anyGrid: fc.Arbitrary<Grid> = fc
  .array(fc.record({ kind: fc.constantFrom(...kinds), weight: fc.integer({ min: 1, max: 100_000 }) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((columns) => gridOf(...columns.map(({ kind, weight }, index) => scaled(`C${index}`, weight, kind))))

/** Each criterion marked, not applicable, or left out. */
const marksFor = (grid: Grid): fc.Arbitrary<Readonly<Record<string, Mark>>> =>
  fc
    .tuple(
      ...criteriaOf(grid).map(({ code, scale }) =>
        fc
          .option(
            fc.oneof(
              fc.constant(notApplicable),
              fc.constantFrom(...scaleLevels(scale.kind)).map((hundredths): Mark => value(hundredths)),
            ),
          )
          .map((mark) => (mark === null ? [] : [[code, mark] as const])),
      ),
    )
    .map((cells) => Object.fromEntries(cells.flat()))

/** The definition of §6, word for word, in fractions only. */
function totalByDefinition(grid: Grid, marks: Readonly<Record<string, Mark>>): Rational | null {
  const counted = criteriaOf(grid).flatMap(({ code, weight, scale }) => {
    const mark = marks[code]
    return mark?.kind === 'value'
      ? { share: rational(mark.hundredths, scaleMaximum(scale.kind)), weight: rational(weight) }
      : []
  })
  if (counted.length === 0) return null
  const points = sum(counted.map(({ share, weight }) => multiply(share, weight)))
  return multiply(divide(points, sum(counted.map(({ weight }) => weight))), rational(100))
}

test('[SC1] integers over a common denominator equal the definition in fractions', () => {
  fc.assert(
    fc.property(
      anyGrid.chain((grid) => fc.record({ grid: fc.constant(grid), marks: marksFor(grid) })),
      ({ grid, marks }) => {
        expect(scoreSheet(grid, { marks }).total).toEqual(totalByDefinition(grid, marks))
      },
    ),
  )
})

test('[SC1] a missing mark never counts as zero: it equals « sans objet »', () => {
  fc.assert(
    fc.property(
      anyGrid.chain((grid) => fc.record({ grid: fc.constant(grid), marks: marksFor(grid) })),
      ({ grid, marks }) => {
        const missing = criteriaOf(grid).filter(({ code }) => marks[code] === undefined)
        const filled = Object.fromEntries(missing.map(({ code }) => [code, notApplicable]))
        expect(scoreSheet(grid, { marks: { ...marks, ...filled } }).total).toEqual(
          scoreSheet(grid, { marks }).total,
        )
      },
    ),
  )
})

test('[SC1] the plain-number fraction equals the kernel’s', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.integer({ min: 1 }), (num, den) => {
      expect(exactFraction(num, den)).toEqual(rational(num, den))
    }),
  )
})

test('[SC1] two displays may round to neighbours while the exact values differ: 83.334 and 83.326', () => {
  expect([rational(83_334, 1000), rational(83_326, 1000)].map((v) => toFixedHalfUp(v, 2))).toEqual([
    '83.33',
    '83.33',
  ])
})

test('[SC8] filing asks for the mandatory comments, not for every mark', () => {
  const grid = gridOf(criterion('A', 1, { comment: 'extremes' }), criterion('B', 1, { comment: 'always' }))
  expect(checkFiling(grid, { marks: {} })).toEqual(refuse('sheet.empty'))
  expect(checkFiling(grid, { marks: { A: value(300) } })).toEqual(ok(null))
  expect(checkFiling(grid, { marks: { A: value(500), B: value(300) } })).toEqual(
    refuse('sheet.comments-required', { criteria: ['A', 'B'] }),
  )
  expect(checkFiling(grid, { marks: { Z: value(500) } })).toEqual(
    refuse('mark.unknown-criterion', { criterion: 'Z' }),
  )
  expect(checkFiling(grid, { marks: { A: value(450) } })).toMatchObject({
    refusal: { code: 'mark.not-on-scale' },
  })
})
