import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rank } from '#shared/domain/ranking/rank.ts'
import type { RankingInput } from '#shared/domain/ranking/rankingInput.ts'
import { cents } from '#shared/kernel/cents.ts'
import { compare, rational, toFixedHalfUp } from '#shared/kernel/rational.ts'
import {
  callOf,
  candidatureOf,
  criterion,
  gridOf,
  memberId,
  membersOf,
  recusalOf,
  scaled,
  sheetOf,
} from '../builders.ts'

const grid = gridOf(criterion('A', 60), criterion('B', 40))

const inputOf = (set: Partial<RankingInput> = {}): RankingInput => ({
  grid,
  call: callOf(),
  candidatures: [],
  populations: {},
  sheets: [],
  recusals: [],
  members: membersOf(1),
  ...set,
})

/** One member, one sheet per candidature, in the order of the numbers. */
const marked = (...pairs: readonly (readonly [number, number])[]) => ({
  candidatures: pairs.map((_, index) => candidatureOf(index + 1)),
  sheets: pairs.map(([A, B], index) => sheetOf(`c${index + 1}`, 'm01', { A: A * 100, B: B * 100 })),
})

const places = (input: RankingInput) =>
  rank(input).rows.map((row) => [row.candidatureId, row.rank, row.tiedWith, row.decidedBy])

test('[RK2] competition ranks: 1, 2, 2, 4', () => {
  expect(places(inputOf(marked([3, 3], [5, 5], [1, 1], [3, 3])))).toEqual([
    ['c2', 1, [], null],
    ['c1', 2, ['c4'], null],
    ['c4', 2, ['c1'], null],
    ['c3', 4, [], null],
  ])
})

test('[RK2] the exact values decide where the displays are equal: 83.334 before 83.326', () => {
  const weights = gridOf(scaled('A', 83_326, '0-5'), scaled('B', 8, '0-5'), scaled('C', 16_666, '0-5'))
  const { rows } = rank(
    inputOf({
      grid: weights,
      candidatures: [candidatureOf(1), candidatureOf(2)],
      sheets: [sheetOf('c1', 'm01', { A: 500, B: 0, C: 0 }), sheetOf('c2', 'm01', { A: 500, B: 500, C: 0 })],
    }),
  )
  expect(rows.map((row) => [row.candidatureId, row.rank, row.score.total])).toEqual([
    ['c2', 1, rational(83_334, 1000)],
    ['c1', 2, rational(83_326, 1000)],
  ])
  expect(rows.map((row) => toFixedHalfUp(row.score.total ?? rational(0), 2))).toEqual(['83.33', '83.33'])
})

test('[RK3] tie-breakers in their order, named by code; what is unknown comes last', () => {
  // 60·3 + 40·3 = 300 = 60·5 + 40·0: equal totals, unlike marks on A.
  const equal = marked([3, 3], [5, 0])
  expect(
    places(inputOf({ ...equal, call: callOf({ tieBreakers: [{ kind: 'criterion', code: 'A' }] }) })),
  ).toEqual([
    ['c2', 1, [], 'criterion:A'],
    ['c1', 2, [], 'criterion:A'],
  ])
  const dated = {
    ...marked([3, 3], [3, 3], [3, 3]),
    candidatures: [
      candidatureOf(1),
      candidatureOf(2, { completeOn: '2026-02-02' }),
      candidatureOf(3, { completeOn: '2026-02-01' }),
    ],
  }
  expect(
    places(inputOf({ ...dated, call: callOf({ tieBreakers: [{ kind: 'earliest-complete' }] }) })),
  ).toEqual([
    ['c3', 1, [], 'earliest-complete'],
    ['c2', 2, [], 'earliest-complete'],
    ['c1', 3, [], 'earliest-complete'],
  ])
})

test('[RK3] amount requested, then amount per inhabitant, compared exactly', () => {
  const candidatures = [
    candidatureOf(1, { requestedCents: cents(100_00) }),
    candidatureOf(2, { requestedCents: cents(200_00) }),
    candidatureOf(3, { requestedCents: null }),
  ]
  const input = inputOf({
    ...marked([3, 3], [3, 3], [3, 3]),
    candidatures,
    populations: { c1: 1_000, c2: 3_000, c3: 9_000 },
  })
  const order = (tieBreakers: Parameters<typeof callOf>[0]) =>
    rank({ ...input, call: callOf(tieBreakers) }).rows.map((row) => row.candidatureId)
  expect(order({ tieBreakers: [{ kind: 'lowest-requested' }] })).toEqual(['c1', 'c2', 'c3'])
  expect(order({ tieBreakers: [{ kind: 'lowest-cost-per-inhabitant' }] })).toEqual(['c2', 'c1', 'c3'])
})

test('[RK1] withdrawn, inadmissible, merged and unmarked candidatures come last, unranked, without money', () => {
  const { rows, requestedCents } = rank(
    inputOf({
      ...marked([1, 1], [5, 5], [5, 5], [5, 5]),
      candidatures: [
        candidatureOf(1),
        candidatureOf(2, { status: 'withdrawn' }),
        candidatureOf(3, { status: 'inadmissible' }),
        candidatureOf(4, { mergedInto: 'c1' }),
        candidatureOf(5),
      ],
    }),
  )
  expect(rows.map((row) => [row.candidatureId, row.rank, row.score.notRanked, row.award.status])).toEqual([
    ['c1', 1, null, 'within'],
    ['c2', null, 'withdrawn', 'not-selected'],
    ['c3', null, 'inadmissible', 'not-selected'],
    ['c4', null, 'merged', 'not-selected'],
    ['c5', null, 'no-sheet', 'not-selected'],
  ])
  expect(requestedCents).toBe(2_000_00)
})

test('[RK4] a knocked-out candidature keeps its rank and receives nothing', () => {
  const strict = gridOf(criterion('A', 60), criterion('B', 40, { knockoutBelow: 200 }))
  const ranking = rank(
    inputOf({
      ...marked([5, 1], [3, 3]),
      grid: strict,
      call: callOf({ envelopeCents: cents(1_500_00), minimumScore: 50 }),
    }),
  )
  expect(ranking.rows.map((row) => [row.candidatureId, row.rank, row.award])).toEqual([
    ['c1', 1, { status: 'not-selected', amountCents: 0, limitedBy: null }],
    ['c2', 2, { status: 'within', amountCents: 1_000_00, limitedBy: 'requested' }],
  ])
  expect([ranking.awardedCents, ranking.remainingCents]).toEqual([1_000_00, 500_00])
})

test('[RK5] [RK6] absent markers are counted, and the order without them is shown when it changes', () => {
  const input = inputOf({
    members: membersOf(3),
    candidatures: [candidatureOf(1), candidatureOf(2)],
    sheets: [
      sheetOf('c1', 'm01', { A: 400, B: 400 }),
      sheetOf('c2', 'm01', { A: 300, B: 300 }),
      sheetOf('c2', 'm02', { A: 500, B: 500 }),
    ],
  })
  const { rows, absentMarkers, orderWithoutAbsentMarkers } = rank(input)
  expect(rows.map((row) => row.candidatureId)).toEqual(['c1', 'c2'])
  expect(absentMarkers).toEqual([
    { memberId: 'm02', missingSheets: 1 },
    { memberId: 'm03', missingSheets: 2 },
  ])
  expect(orderWithoutAbsentMarkers).toBeNull()
  const swayed = { ...input, sheets: [...input.sheets.slice(0, 2), sheetOf('c1', 'm02', { A: 0, B: 0 })] }
  expect(rank(swayed).rows.map((row) => row.candidatureId)).toEqual(['c2', 'c1'])
  expect(rank(swayed).orderWithoutAbsentMarkers).toEqual(['c1', 'c2'])
})

test('[RK5] a recused member is not absent, and a draft is', () => {
  const both = marked([4, 4], [3, 3])
  const onlyFirst = inputOf({ ...both, sheets: both.sheets.slice(0, 1) })
  const recused = { ...onlyFirst, recusals: [recusalOf('c2', 'm01')] }
  expect(rank(recused).absentMarkers).toEqual([])
  expect(rank(recused).rows.map((row) => [row.candidatureId, row.rank])).toEqual([
    ['c1', 1],
    ['c2', null],
  ])
  const draft = sheetOf('c2', 'm01', { A: 100 }, { status: 'draft' })
  expect(rank({ ...onlyFirst, sheets: [...onlyFirst.sheets, draft] }).absentMarkers).toEqual([
    { memberId: 'm01', missingSheets: 1 },
  ])
})

const anyInput: fc.Arbitrary<RankingInput> = fc
  .record({
    marks: fc.array(
      fc.array(fc.option(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }))), { minLength: 3, maxLength: 3 }),
      { minLength: 1, maxLength: 7 },
    ),
    recused: fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 3 })), {
      maxLength: 3,
    }),
    requested: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 7 }),
    envelope: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ marks, recused, requested, envelope }) =>
    inputOf({
      call: callOf({
        envelopeCents: cents(envelope),
        tieBreakers: [{ kind: 'criterion', code: 'B' }, { kind: 'lowest-requested' }],
        atCutLine: 'partial-award',
      }),
      candidatures: marks.map((_, index) =>
        candidatureOf(index + 1, { requestedCents: cents(requested[index] ?? 0) }),
      ),
      sheets: marks.flatMap((row, index) =>
        row.flatMap((pair, member) =>
          pair === null
            ? []
            : sheetOf(`c${index + 1}`, memberId(member + 1), { A: pair[0] * 100, B: pair[1] * 100 }),
        ),
      ),
      recusals: recused.map(([candidature, member]) => recusalOf(`c${candidature}`, memberId(member))),
      members: membersOf(3),
    }),
  )

test('[RK2] the ranking does not depend on the order of evaluators, sheets or entries', () => {
  fc.assert(
    fc.property(anyInput, fc.infiniteStream(fc.nat()), (input, stream) => {
      const shuffled = <T>(list: readonly T[]): readonly T[] =>
        list
          .map((item) => ({ item, key: stream.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item)
      expect(
        rank({
          ...input,
          candidatures: shuffled(input.candidatures),
          sheets: shuffled(input.sheets),
          recusals: shuffled(input.recusals),
          members: shuffled(input.members),
        }),
      ).toEqual(rank(input))
    }),
  )
})

test('[RK2] the displayed order never contradicts the exact order; the envelope is never exceeded', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const ranking = rank(input)
      const ranked = ranking.rows.filter((row) => row.rank !== null)
      ranked.slice(1).forEach((row, index) => {
        const above = ranked[index]
        if (!above?.score.total || !row.score.total) throw new Error('a ranked row has a total')
        expect(compare(above.score.total, row.score.total)).toBeGreaterThanOrEqual(0)
        expect(Number(toFixedHalfUp(above.score.total, 2))).toBeGreaterThanOrEqual(
          Number(toFixedHalfUp(row.score.total, 2)),
        )
        expect((above.rank ?? 0) <= (row.rank ?? 0)).toBe(true)
      })
      expect(ranking.remainingCents ?? 0).toBeGreaterThanOrEqual(0)
      expect(ranking.rows.map((row) => row.candidatureId).sort()).toEqual(
        input.candidatures.map(({ id }) => id).sort(),
      )
    }),
  )
})
