import { expect, test } from 'vitest'
import { explainRank } from '#shared/domain/ranking/explainRank.ts'
import { rank } from '#shared/domain/ranking/rank.ts'
import type { RankingInput } from '#shared/domain/ranking/rankingInput.ts'
import { cents } from '#shared/kernel/cents.ts'
import { refuse } from '#shared/kernel/result.ts'
import { callOf, candidatureOf, criterion, gridOf, membersOf, recusalOf, sheetOf } from '../builders.ts'

const input: RankingInput = {
  grid: gridOf(criterion('A', 60), criterion('B', 40)),
  call: callOf({ envelopeCents: cents(1_000_00) }),
  candidatures: [candidatureOf(1), candidatureOf(2)],
  populations: {},
  sheets: [
    sheetOf('c1', 'm01', { A: 400, B: 300 }),
    sheetOf('c2', 'm01', { A: 400 }),
    sheetOf('c2', 'm02', { A: 0, B: 0 }),
  ],
  recusals: [recusalOf('c2', 'm02')],
  members: membersOf(2),
}

test('[RK7] a rank is explained by its sheets, its gaps and what one step would change (P4)', () => {
  const explained = explainRank(input, 'c2')
  expect(explained).toEqual({
    ok: true,
    value: {
      row: rank(input).rows[0],
      weightsCounted: { m01: 60 },
      recusedIds: ['m02'],
      missingMarks: [{ evaluatorId: 'm01', criterionCode: 'B' }],
      steps: [
        {
          evaluatorId: 'm01',
          criterionCode: 'A',
          fromHundredths: 400,
          toHundredths: 300,
          newRank: 2,
          newAwardCents: 0,
        },
        {
          evaluatorId: 'm01',
          criterionCode: 'A',
          fromHundredths: 400,
          toHundredths: 500,
          newRank: 1,
          newAwardCents: 1_000_00,
        },
      ],
    },
  })
})

test('[RK7] each step is what the ranking would say of the changed sheet', () => {
  const explained = explainRank(input, 'c1')
  if (!explained.ok) throw new Error('c1 is in the call')
  for (const step of explained.value.steps) {
    const changed = rank({
      ...input,
      sheets: [
        sheetOf('c1', 'm01', { A: 400, B: 300, [step.criterionCode]: step.toHundredths }),
        ...input.sheets.slice(1),
      ],
    }).rows.find((row) => row.candidatureId === 'c1')
    expect([step.newRank, step.newAwardCents]).toEqual([changed?.rank, changed?.award.amountCents])
  }
  expect(explained.value.steps).toHaveLength(4)
})

test('[RK7] a candidature of another call is refused', () => {
  expect(explainRank(input, 'c9')).toEqual(refuse('entity.missing', { entity: 'candidature/c9' }))
})
