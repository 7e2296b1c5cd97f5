import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkMayMark } from '#shared/domain/scoring/checkMayMark.ts'
import { scoreCandidature } from '#shared/domain/scoring/scoreCandidature.ts'
import { collegialEvaluator } from '#shared/domain/scoring/sheet.ts'
import { rational } from '#shared/kernel/rational.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { criterion, gridOf, memberId, notApplicable, recusalOf, rulesOf, sheetOf } from '../builders.ts'

const grid = gridOf(criterion('A', 50), criterion('B', 50))
const both = (hundredths: number) => ({ A: hundredths, B: hundredths })
const three = [sheetOf('c1', 'm1', both(500)), sheetOf('c1', 'm2', both(400)), sheetOf('c1', 'm3', both(100))]

test('[SC2] mean and median of the filed sheets', () => {
  expect(scoreCandidature(grid, rulesOf(), three, []).total).toEqual(rational(200, 3))
  expect(scoreCandidature(grid, rulesOf({ aggregation: 'median' }), three, []).total).toEqual(rational(80))
  expect(scoreCandidature(grid, rulesOf({ aggregation: 'median' }), three.slice(0, 2), []).total).toEqual(
    rational(90),
  )
})

test('[SC2] the mean of sheets is exact when their denominators differ', () => {
  const sheets = [
    sheetOf('c1', 'm1', { A: 500, B: 200 }),
    sheetOf('c1', 'm2', { A: 100 }),
    sheetOf(
      'c1',
      'm3',
      {},
      { marks: { A: notApplicable, B: { kind: 'value', hundredths: 300, comment: '' } } },
    ),
  ]
  expect(scoreCandidature(grid, rulesOf(), sheets, []).total).toEqual(rational(150, 3))
})

test('[SC3] a draft never enters a result, an empty filed sheet neither', () => {
  const score = scoreCandidature(
    grid,
    rulesOf(),
    [
      sheetOf('c1', 'm1', both(500)),
      sheetOf('c1', 'm2', both(0), { status: 'draft' }),
      sheetOf('c1', 'm3', {}),
    ],
    [],
  )
  expect(score.total).toEqual(rational(100))
  expect(score.gap).toBeNull()
  expect(score.sheets.map(({ evaluatorId, excluded }) => [evaluatorId, excluded])).toEqual([
    ['m1', null],
    ['m2', 'draft'],
    ['m3', 'empty'],
  ])
})

test('[SC6] a recused member’s sheet leaves the mean with a trace, a lifted recusal gives it back (A05, A06)', () => {
  const score = scoreCandidature(grid, rulesOf(), three, [recusalOf('c1', 'm3')])
  expect(score.total).toEqual(rational(90))
  expect(score.sheets.map(({ evaluatorId, excluded }) => [evaluatorId, excluded])).toEqual([
    ['m1', null],
    ['m2', null],
    ['m3', 'recused'],
  ])
  expect(
    scoreCandidature(grid, rulesOf(), three, [recusalOf('c1', 'm3', { status: 'set-aside' })]).total,
  ).toEqual(rational(200, 3))
  expect(checkMayMark('c1', 'm3', [recusalOf('c1', 'm3')])).toEqual(
    refuse('mark.recused', { candidatureId: 'c1', memberId: 'm3' }),
  )
  expect(checkMayMark('c2', 'm3', [recusalOf('c1', 'm3')])).toEqual(ok(null))
})

test('[SC6] a recusal removes exactly that sheet', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.nat({ max: 11 }),
      (pairs, drawn) => {
        const sheets = pairs.map(([a, b], index) =>
          sheetOf('c1', memberId(index + 1), { A: a * 100, B: b * 100 }),
        )
        const recused = memberId((drawn % pairs.length) + 1)
        const others = sheets.filter((sheet) => sheet.evaluatorId !== recused)
        const withRecusal = scoreCandidature(grid, rulesOf(), sheets, [recusalOf('c1', recused)])
        const without = scoreCandidature(grid, rulesOf(), others, [])
        const { sheets: lines, ...figures } = withRecusal
        const { sheets: linesWithout, ...figuresWithout } = without
        expect(figures).toEqual(figuresWithout)
        expect(lines.filter((sheet) => sheet.evaluatorId !== recused)).toEqual(linesWithout)
        expect(lines.find((sheet) => sheet.evaluatorId === recused)?.excluded).toBe('recused')
      },
    ),
  )
})

test('[SC4] collegial marking reads the committee’s sheet alone, and needs no minimum', () => {
  const sheets = [...three, sheetOf('c1', collegialEvaluator, both(300))]
  const rules = rulesOf({ aggregation: 'collegial', minimumEvaluators: 3 })
  const score = scoreCandidature(grid, rules, sheets, [])
  expect([score.total, score.notRanked, score.sheets.length]).toEqual([rational(60), null, 1])
  expect(scoreCandidature(grid, rulesOf(), sheets, []).total).toEqual(rational(200, 3))
})

test('[SC5] minimum of evaluators, gap alert, knock-out and minimum score compare exactly', () => {
  const strict = gridOf(criterion('A', 50, { knockoutBelow: 200 }), criterion('B', 50))
  const sheets = [sheetOf('c1', 'm1', { A: 200, B: 500 }), sheetOf('c1', 'm2', { A: 100, B: 500 })]
  const score = scoreCandidature(
    strict,
    rulesOf({ minimumEvaluators: 3, gapAlertPoints: 9.99, minimumScore: 65.01 }),
    sheets,
    [],
  )
  expect(score).toMatchObject({
    total: rational(65),
    notRanked: 'too-few-evaluators',
    byCriterion: { A: rational(3, 10), B: rational(1) },
    gap: rational(10),
    gapAlert: true,
    knockedOutBy: ['A'],
    belowMinimum: true,
  })
  const lenient = rulesOf({ gapAlertPoints: 10, minimumScore: 65 })
  expect(
    scoreCandidature(
      gridOf(criterion('A', 50, { knockoutBelow: 100 }), criterion('B', 50)),
      lenient,
      sheets,
      [],
    ),
  ).toMatchObject({ notRanked: null, gapAlert: false, knockedOutBy: [], belowMinimum: false })
  expect(scoreCandidature(grid, rulesOf(), [], []).notRanked).toBe('no-sheet')
})

test('[SC7] a sheet filled on another version of the grid does not enter', () => {
  const old = sheetOf('c1', 'm1', both(500), { gridId: 'grid-0' })
  expect(scoreCandidature(grid, rulesOf(), [old], [])).toMatchObject({
    total: null,
    notRanked: 'no-sheet',
    sheets: [],
  })
})
