import fc from 'fast-check'
import { expect, test } from 'vitest'
import { debateList, debateWeights } from '#shared/domain/ranking/debateList.ts'
import { rank } from '#shared/domain/ranking/rank.ts'
import type { RankingInput } from '#shared/domain/ranking/rankingInput.ts'
import { robustness } from '#shared/domain/ranking/robustness.ts'
import { compareWithoutAbsentMarkers } from '#shared/domain/ranking/withoutAbsentMarkers.ts'
import { cents } from '#shared/kernel/cents.ts'
import { rational } from '#shared/kernel/rational.ts'
import { callOf, candidatureOf, criterion, gridOf, membersOf, recusalOf, sheetOf } from '../builders.ts'
import { anyRankingInput } from './anyRankingInput.ts'

const grid = gridOf(criterion('A', 60), criterion('B', 40))
const inputOf = (set: Partial<RankingInput> = {}): RankingInput => ({
  grid,
  call: callOf(),
  candidatures: [],
  populations: {},
  sheets: [],
  recusals: [],
  members: membersOf(2),
  ...set,
})
const listOf = (input: RankingInput) => debateList(input, rank(input), robustness(input))
const both = (candidatureId: string, first: readonly [number, number], second: readonly [number, number]) =>
  [first, second].map(([A, B], index) => sheetOf(candidatureId, `m0${index + 1}`, { A: A * 100, B: B * 100 }))

test('[RK9] every reason with its figures, the heaviest candidature first; nothing to say, not on the list', () => {
  const input = inputOf({
    grid: gridOf(criterion('A', 60), criterion('B', 40, { knockoutBelow: 200 })),
    call: callOf({ minimumScore: 30, gapAlertPoints: 50, minimumEvaluators: 2 }),
    candidatures: [
      candidatureOf(1),
      candidatureOf(2),
      candidatureOf(3, { requestedCents: null }),
      candidatureOf(4),
      candidatureOf(5, { status: 'withdrawn' }),
      candidatureOf(6),
    ],
    sheets: [
      ...both('c1', [4, 4], [4, 4]),
      ...both('c2', [1, 1], [2, 0]),
      ...both('c3', [5, 5], [2, 2]),
      sheetOf('c4', 'm01', { A: 300 }),
      sheetOf('c6', 'm01', { A: 300 }),
      sheetOf('c6', 'm02', { A: 300, B: 300 }),
    ],
  })
  expect(listOf(input)).toEqual([
    {
      // 20 and 24 of 100, B at 0,5 of 5.
      candidatureId: 'c2',
      rank: 4,
      weight: 60,
      reasons: [
        { code: 'knocked-out', criterionCodes: ['B'] },
        { code: 'below-minimum', total: rational(22), minimumScore: 30 },
      ],
    },
    {
      candidatureId: 'c3',
      rank: 2,
      weight: 45,
      reasons: [
        { code: 'divergence', gap: rational(60), limitPoints: 50, ofRules: true },
        { code: 'amount-unknown' },
      ],
    },
    {
      candidatureId: 'c4',
      rank: null,
      weight: 35,
      reasons: [
        { code: 'not-ranked', reason: 'too-few-evaluators' },
        { code: 'missing-sheets', memberIds: ['m02'] },
        { code: 'missing-marks', marks: [{ evaluatorId: 'm01', criterionCode: 'B' }] },
      ],
    },
    {
      candidatureId: 'c6',
      rank: 3,
      weight: 5,
      reasons: [{ code: 'missing-marks', marks: [{ evaluatorId: 'm01', criterionCode: 'B' }] }],
    },
  ])
})

test('[RK9] without an alert in the rules, gaps above 20 points are shown, as our default', () => {
  const input = inputOf({
    candidatures: [candidatureOf(1), candidatureOf(2)],
    sheets: [...both('c1', [4, 4], [3, 3]), ...both('c2', [4, 4], [3, 2])],
  })
  expect(listOf(input)).toEqual([
    {
      candidatureId: 'c2',
      rank: 2,
      weight: 25,
      reasons: [{ code: 'divergence', gap: rational(28), limitPoints: 20, ofRules: false }],
    },
  ])
})

test('[RK9] a tie where money runs out comes first; a request of unknown amount draws no line', () => {
  const input = inputOf({
    call: callOf({ envelopeCents: cents(2_500_00) }),
    candidatures: [1, 2, 3, 4, 5].map((number) =>
      candidatureOf(number, number === 1 ? { requestedCents: null } : {}),
    ),
    members: membersOf(1),
    sheets: [5, 4, 3, 3, 0].map((mark, index) =>
      sheetOf(`c${index + 1}`, 'm01', { A: mark * 100, B: mark * 100 }),
    ),
  })
  expect(
    listOf(input).map(({ candidatureId, reasons }) => [
      candidatureId,
      reasons.flatMap((reason) =>
        reason.code === 'tied-at-cut-line' ? [reason.code, ...reason.tiedWith] : [],
      ),
    ]),
  ).toEqual([
    ['c3', ['tied-at-cut-line', 'c4']],
    ['c4', ['tied-at-cut-line', 'c3']],
    ['c1', []],
  ])
})

test('[RK9] every reason is true of its candidature, weights add up, the order follows them', () => {
  fc.assert(
    fc.property(anyRankingInput, (input) => {
      const { rows } = rank(input)
      const fragility = robustness(input)
      const list = listOf(input)
      expect(list.map(({ weight }) => weight)).toEqual(
        list.map(({ weight }) => weight).toSorted((a, b) => b - a),
      )
      const having = (code: keyof typeof debateWeights) =>
        list
          .filter(({ reasons }) => reasons.some((reason) => reason.code === code))
          .map(({ candidatureId }) => candidatureId)
          .toSorted()
      for (const { weight, reasons } of list) {
        expect(weight).toBe(reasons.reduce((sum, { code }) => sum + debateWeights[code], 0))
      }
      expect(having('fragile-award')).toEqual(fragility.fragileAwards.toSorted())
      const running = rows.filter(({ score }) => score.notRanked !== 'withdrawn')
      const idsOf = (kept: (row: (typeof rows)[number]) => boolean) =>
        running
          .filter(kept)
          .map((row) => row.candidatureId)
          .toSorted()
      expect(having('knocked-out')).toEqual(idsOf(({ score }) => score.knockedOutBy.length > 0))
      expect(having('below-minimum')).toEqual(idsOf(({ score }) => score.belowMinimum))
      expect(having('not-ranked')).toEqual(idsOf(({ rank: place }) => place === null))
      for (const id of having('tied-at-cut-line')) {
        expect(rows.find((row) => row.candidatureId === id)).toMatchObject({ award: { status: 'waiting' } })
      }
    }),
  )
})

test('[SC9] sealed marks give no reason, no step and no figure, whatever they are', () => {
  const told = (mark: number) => {
    const input = inputOf({
      call: callOf({ envelopeCents: cents(1_000_00) }),
      candidatures: [candidatureOf(1), candidatureOf(2)],
      sheets: [...both('c1', [mark, mark], [0, 5]), ...both('c2', [4, 4], [4, 4])],
      sealedIds: new Set(['c1']),
    })
    return { list: listOf(input), robustness: robustness(input) }
  }
  expect(told(5)).toEqual({ list: [], robustness: { rows: [], fragileAwards: [] } })
  expect(told(0)).toEqual(told(5))
})

test('[RK10] the two rankings side by side, with and without the members who missed marks', () => {
  const input = inputOf({
    candidatures: [candidatureOf(1), candidatureOf(2), candidatureOf(3)],
    sheets: [
      sheetOf('c1', 'm01', { A: 400, B: 400 }),
      sheetOf('c2', 'm01', { A: 300, B: 300 }),
      sheetOf('c3', 'm01', { A: 100, B: 100 }),
      sheetOf('c1', 'm02', { A: 0, B: 0 }),
    ],
  })
  expect(compareWithoutAbsentMarkers(input, rank(input))).toEqual([
    { candidatureId: 'c2', rankWith: 1, rankWithout: 2 },
    { candidatureId: 'c1', rankWith: 2, rankWithout: 1 },
  ])
  const recused = { ...input, recusals: [recusalOf('c2', 'm02'), recusalOf('c3', 'm02')] }
  expect(compareWithoutAbsentMarkers(recused, rank(recused))).toEqual([])
})

test('[RK10] nothing is compared when a candidature would lose its rank', () => {
  const input = inputOf({
    candidatures: [candidatureOf(1), candidatureOf(2)],
    sheets: [sheetOf('c1', 'm01', { A: 400, B: 400 }), sheetOf('c2', 'm02', { A: 300, B: 300 })],
  })
  expect(compareWithoutAbsentMarkers(input, rank(input))).toEqual([])
})
