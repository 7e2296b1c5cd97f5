import { expect, test } from 'vitest'
import { explainRank } from '#shared/domain/ranking/explainRank.ts'
import { rank } from '#shared/domain/ranking/rank.ts'
import type { RankingInput } from '#shared/domain/ranking/rankingInput.ts'
import { callOf, candidatureOf, criterion, gridOf, membersOf, sheetOf } from '../builders.ts'

const input = (set: Partial<RankingInput> = {}): RankingInput => ({
  grid: gridOf(criterion('A', 100)),
  call: callOf({ gapAlertPoints: 1 }),
  candidatures: [candidatureOf(1), candidatureOf(2)],
  populations: {},
  sheets: [
    sheetOf('c1', 'm01', { A: 200 }),
    sheetOf('c1', 'm02', { A: 500 }),
    sheetOf('c2', 'm01', { A: 300 }),
  ],
  recusals: [],
  members: membersOf(2),
  ...set,
})

const sealed = { sealedIds: new Set(['c1']) }

test('[SC9] a sealed candidature has no rank, no total, no sheet, no gap, no money, and nobody absent', () => {
  const unmarked = input({ sheets: [sheetOf('c2', 'm01', { A: 300 })] })
  const [first, second] = rank(input(sealed)).rows
  expect([first?.candidatureId, first?.rank]).toEqual(['c2', 1])
  expect(second).toEqual({
    ...rank(unmarked).rows[1],
    score: { ...rank(unmarked).rows[1]?.score, notRanked: 'sealed' },
  })
  expect(rank(input(sealed)).absentMarkers).toEqual([{ memberId: 'm02', missingSheets: 1 }])
})

test('[SC9] whatever the sealed marks are, ranking and explanation are the same', () => {
  const others = input({
    ...sealed,
    sheets: [sheetOf('c1', 'm02', { A: 0 }), sheetOf('c2', 'm01', { A: 300 })],
  })
  expect(rank(others)).toEqual(rank(input(sealed)))
  expect(explainRank(others, 'c1')).toEqual(explainRank(input(sealed), 'c1'))
})

test('[RK1] a withdrawn candidature says that it is withdrawn, sealed or not', () => {
  const withdrawn = input({ ...sealed, candidatures: [candidatureOf(1, { status: 'withdrawn' })] })
  expect(rank(withdrawn).rows.map(({ score }) => score.notRanked)).toEqual(['withdrawn'])
})
