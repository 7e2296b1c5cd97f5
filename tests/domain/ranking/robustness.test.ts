import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markSteps, withStep } from '#shared/domain/ranking/markSteps.ts'
import { rank } from '#shared/domain/ranking/rank.ts'
import type { RankingInput } from '#shared/domain/ranking/rankingInput.ts'
import {
  fragileAwards,
  type RankMove,
  type Robustness,
  robustness,
} from '#shared/domain/ranking/robustness.ts'
import { cents } from '#shared/kernel/cents.ts'
import { callOf, candidatureOf, criterion, gridOf, membersOf, sheetOf } from '../builders.ts'
import { anyRankingInput } from './anyRankingInput.ts'

const input: RankingInput = {
  grid: gridOf(criterion('A', 60), criterion('B', 40)),
  call: callOf({ envelopeCents: cents(1_000_00) }),
  candidatures: [candidatureOf(1), candidatureOf(2), candidatureOf(3)],
  populations: {},
  sheets: [
    sheetOf('c1', 'm01', { A: 400, B: 500 }),
    sheetOf('c2', 'm01', { A: 500, B: 400 }),
    sheetOf('c3', 'm01', { A: 100, B: 0 }),
  ],
  recusals: [],
  members: membersOf(1),
}

test('[RK8] the steps that would change the award at the cut line, and nothing of what is far from it', () => {
  const loses = (from: string, to: string) => [
    { candidatureId: to, fromCents: 1_000_00, toCents: 0, fromStatus: 'within', toStatus: 'waiting' },
    { candidatureId: from, fromCents: 0, toCents: 1_000_00, fromStatus: 'waiting', toStatus: 'within' },
  ]
  expect(robustness(input)).toEqual({
    rows: [
      {
        // 92 points, down to 80 under the 88 of c1; up is off the scale.
        candidatureId: 'c2',
        moves: [
          {
            evaluatorId: 'm01',
            criterionCode: 'A',
            fromHundredths: 500,
            toHundredths: 400,
            newRank: 2,
            newAwardCents: 0,
            otherRanksChanged: ['c1'],
            awardsChanged: loses('c1', 'c2'),
          },
          {
            evaluatorId: 'm01',
            criterionCode: 'B',
            fromHundredths: 400,
            toHundredths: 300,
            newRank: 2,
            newAwardCents: 0,
            otherRanksChanged: ['c1'],
            awardsChanged: loses('c1', 'c2'),
          },
        ],
      },
      {
        candidatureId: 'c1',
        moves: [
          {
            evaluatorId: 'm01',
            criterionCode: 'A',
            fromHundredths: 400,
            toHundredths: 500,
            newRank: 1,
            newAwardCents: 1_000_00,
            otherRanksChanged: ['c2'],
            awardsChanged: loses('c1', 'c2'),
          },
        ],
      },
    ],
    fragileAwards: ['c2', 'c1'],
  })
})

test('[RK8] a step that knocks out changes an award without changing a rank', () => {
  const strict = gridOf(criterion('A', 60), criterion('B', 40, { knockoutBelow: 400 }))
  const { rows } = robustness({
    ...input,
    grid: strict,
    candidatures: [candidatureOf(2), candidatureOf(3)],
    sheets: input.sheets.slice(1),
  })
  expect(rows.map(({ candidatureId, moves }) => [candidatureId, moves.length])).toEqual([['c2', 1]])
  expect(rows[0]?.moves[0]).toEqual({
    evaluatorId: 'm01',
    criterionCode: 'B',
    fromHundredths: 400,
    toHundredths: 300,
    newRank: 1,
    newAwardCents: 0,
    otherRanksChanged: [],
    awardsChanged: [
      {
        candidatureId: 'c2',
        fromCents: 1_000_00,
        toCents: 0,
        fromStatus: 'within',
        toStatus: 'not-selected',
      },
    ],
  })
})

/** The definition: every step played on the whole ranking, nothing set aside. */
function byPlayingEveryStep(call: RankingInput): Robustness {
  const before = rank(call).rows
  const rankedIds = before.flatMap((row) => (row.rank === null ? [] : row.candidatureId))
  const rows = before
    .filter((row) => row.rank !== null)
    .map(({ candidatureId, rank: oldRank, score }) => {
      const own = call.sheets.filter((sheet) => sheet.candidatureId === candidatureId)
      const others = call.sheets.filter((sheet) => sheet.candidatureId !== candidatureId)
      const moves = markSteps(call.grid, own, score).flatMap((step): readonly RankMove[] => {
        const after = rank({ ...call, sheets: [...others, ...withStep(own, step)] }).rows
        const pairs = before.map((row) => {
          const now = after.find((one) => one.candidatureId === row.candidatureId)
          if (!now) throw new Error('a step loses nobody')
          return { id: row.candidatureId, was: row, now }
        })
        const moved = pairs.find(({ id }) => id === candidatureId)?.now
        const otherRanksChanged = pairs
          .filter(({ id, was, now }) => id !== candidatureId && was.rank !== now.rank)
          .map(({ id }) => id)
        const awardsChanged = pairs
          .filter(
            ({ was, now }) =>
              was.award.status !== now.award.status || was.award.amountCents !== now.award.amountCents,
          )
          .map(({ id, was, now }) => ({
            candidatureId: id,
            fromCents: was.award.amountCents,
            toCents: now.award.amountCents,
            fromStatus: was.award.status,
            toStatus: now.award.status,
          }))
        if (moved?.rank == null) throw new Error('a step takes no rank away')
        const matters = moved.rank !== oldRank || otherRanksChanged.length > 0 || awardsChanged.length > 0
        return matters
          ? [
              {
                ...step,
                newRank: moved.rank,
                newAwardCents: moved.award.amountCents,
                otherRanksChanged,
                awardsChanged,
              },
            ]
          : []
      })
      return { candidatureId, moves }
    })
    .filter(({ moves }) => moves.length > 0)
  return { rows, fragileAwards: fragileAwards(rankedIds, rows) }
}

test('[RK8] what is set aside unplayed changes nothing: the same as playing every step', () => {
  fc.assert(
    fc.property(anyRankingInput, (call) => {
      expect(robustness(call)).toEqual(byPlayingEveryStep(call))
    }),
    { numRuns: 150 },
  )
})
