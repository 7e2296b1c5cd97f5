import { expect, test } from 'vitest'
import { countQuorum } from '#shared/domain/committee/countQuorum.ts'
import { voterIds } from '#shared/domain/committee/voterIds.ts'
import { fullAward } from '#shared/domain/envelope/fullAward.ts'
import { checkMarkValue } from '#shared/domain/grid/checkMarkValue.ts'
import { rank } from '#shared/domain/ranking/rank.ts'
import type { RankingInput } from '#shared/domain/ranking/rankingInput.ts'
import { scoreSheet } from '#shared/domain/scoring/scoreSheet.ts'
import { cents } from '#shared/kernel/cents.ts'
import { rational } from '#shared/kernel/rational.ts'
import {
  callOf,
  candidatureOf,
  criterion,
  gridOf,
  membersOf,
  notApplicable,
  rulesOf,
  sheetOf,
  value,
} from '../builders.ts'

/** Mistakes that other tools of the field made; each is named and shown not to be ours. */

const grid = gridOf(criterion('A', 60), criterion('B', 40))
const inputOf = (set: Partial<RankingInput>): RankingInput => ({
  grid,
  call: callOf(),
  candidatures: [candidatureOf(1), candidatureOf(2)],
  populations: {},
  sheets: [],
  recusals: [],
  members: membersOf(2),
  ...set,
})

test('[SC1] trap: a weighted sum left unscaled when a criterion is skipped', () => {
  // 5 of 5 on A alone is 100 of 100, not 60: the weight of B leaves the denominator too.
  expect(scoreSheet(grid, { marks: { A: value(500) } }).total).toEqual(rational(100))
  expect(scoreSheet(grid, { marks: { A: value(500), B: notApplicable } }).total).toEqual(rational(100))
  const { rows } = rank(
    inputOf({
      sheets: [
        sheetOf('c1', 'm01', {}, { marks: { A: value(400), B: notApplicable } }),
        sheetOf('c2', 'm01', { A: 400, B: 300 }),
      ],
    }),
  )
  expect(rows.map(({ candidatureId, score }) => [candidatureId, score.total])).toEqual([
    ['c1', rational(80)],
    ['c2', rational(72)],
  ])
})

test('[SC1] [GR4] trap: a number in the column of marks that means « no opinion »', () => {
  expect(checkMarkValue(criterion('A', 60), value(9_900)).ok).toBe(false)
  expect(checkMarkValue(criterion('A', 60), value(-100)).ok).toBe(false)
  const { rows } = rank(
    inputOf({
      grid: gridOf(criterion('A', 60), criterion('B', 40, { knockoutBelow: 200 })),
      candidatures: [candidatureOf(1)],
      sheets: [
        sheetOf('c1', 'm01', {}, { marks: { A: value(300), B: notApplicable } }),
        sheetOf('c1', 'm02', { A: 300, B: 300 }),
      ],
    }),
  )
  // Neither 0 nor 99: B is the mean of the one mark that exists, in the total and before the knock-out.
  expect(rows[0]?.score).toMatchObject({
    total: rational(60),
    byCriterion: { A: rational(3, 5), B: rational(3, 5) },
    knockedOutBy: [],
  })
})

test('[SC3] [RK3] trap: drafts counted in results, in gaps or in tie-breakers', () => {
  const input = inputOf({
    call: callOf({ tieBreakers: [{ kind: 'criterion', code: 'B' }], gapAlertPoints: 10 }),
    sheets: [sheetOf('c1', 'm01', { A: 300, B: 300 }), sheetOf('c2', 'm01', { A: 500, B: 0 })],
  })
  const drafted = {
    ...input,
    sheets: [
      ...input.sheets,
      sheetOf('c1', 'm02', { A: 0, B: 0 }, { status: 'draft' }),
      sheetOf('c2', 'm02', { A: 500, B: 500 }, { status: 'draft' }),
    ],
  }
  const figures = (one: RankingInput) =>
    rank(one).rows.map(({ candidatureId, rank: place, decidedBy, score: { sheets, ...score } }) => [
      candidatureId,
      place,
      decidedBy,
      score,
      sheets.filter(({ excluded }) => excluded === null).length,
    ])
  expect(figures(drafted)).toEqual(figures(input))
  expect(figures(drafted).map(([id, place, by]) => [id, place, by])).toEqual([
    ['c1', 1, 'criterion:B'],
    ['c2', 2, 'criterion:B'],
  ])
})

test('[RK4] trap: totals that include what is not recommended', () => {
  const ranking = rank(
    inputOf({
      call: callOf({ envelopeCents: cents(2_500_00), minimumScore: 50 }),
      candidatures: [
        candidatureOf(1),
        candidatureOf(2),
        candidatureOf(3),
        candidatureOf(4),
        candidatureOf(5, { status: 'withdrawn' }),
        candidatureOf(6, { mergedInto: 'c1' }),
      ],
      sheets: [5, 1, 4, 3, 5, 5].map((mark, index) =>
        sheetOf(`c${index + 1}`, 'm01', { A: mark * 100, B: mark * 100 }),
      ),
    }),
  )
  expect(ranking.rows.map(({ candidatureId, award }) => [candidatureId, award.status])).toEqual([
    ['c1', 'within'],
    ['c3', 'within'],
    ['c4', 'waiting'],
    ['c2', 'not-selected'],
    ['c5', 'not-selected'],
    ['c6', 'not-selected'],
  ])
  // Given: what is served alone. Asked: what is in the running, neither withdrawn nor counted twice.
  expect([ranking.awardedCents, ranking.remainingCents, ranking.requestedCents]).toEqual([
    2_000_00, 500_00, 4_000_00,
  ])
})

test('[CO4] trap: a delegated vote counted while its holder is away', () => {
  const room = {
    members: membersOf(5),
    proxies: [{ giverId: 'm05', holderId: 'm02', date: '2026-03-01', signed: true }],
    recusedIds: [],
    proxiesPerHolder: 1,
  }
  const quorumWith = (presentIds: readonly string[]) =>
    countQuorum({
      ...room,
      type: 'commission_detr',
      presentIds,
      recusals: [],
      secondConvocation: false,
    }).counted
  expect(voterIds({ ...room, presentIds: ['m01', 'm02', 'm03'] }).ids).toEqual(['m01', 'm02', 'm03', 'm05'])
  expect(quorumWith(['m01', 'm02', 'm03'])).toBe(4)
  // m02 leaves: the voice of m05 leaves too.
  expect(voterIds({ ...room, presentIds: ['m01', 'm03'] }).ids).toEqual(['m01', 'm03'])
  expect(quorumWith(['m01', 'm03'])).toBe(2)
})

test('[SC1] [EN2] trap: a percentage that divides where it should weigh', () => {
  // 80 % of a perfect A and 20 % of nothing is 80: a divisor would have made 100/80 of it.
  const weighted = gridOf(criterion('A', 80), criterion('B', 20))
  expect(scoreSheet(weighted, { marks: { A: value(500), B: value(0) } }).total).toEqual(rational(80))
  expect(scoreSheet(weighted, { marks: { A: value(0), B: value(500) } }).total).toEqual(rational(20))
  // A rate of 40 % serves 40 of 100.
  expect(
    fullAward(rulesOf({ maxRateBasisPoints: 4_000 }), {
      requestedCents: cents(100_00),
      eligibleBaseCents: cents(100_00),
    }),
  ).toEqual({ amountCents: 40_00, limitedBy: 'rate' })
})
