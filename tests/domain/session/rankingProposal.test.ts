import { expect, test } from 'vitest'
import { rankingProposal } from '#shared/domain/decision/rankingProposal.ts'
import { rank } from '#shared/domain/ranking/rank.ts'
import { cents } from '#shared/kernel/cents.ts'
import { callOf, candidatureOf, criterion, gridOf, membersOf, rulesOf, sheetOf } from '../builders.ts'

const grid = gridOf(criterion('A', 100))
const rules = rulesOf({
  envelopeCents: cents(1_500_00),
  capCents: cents(1_200_00),
  atCutLine: 'partial-award',
})
const candidatures = [1, 2, 3].map((number) => candidatureOf(number, { requestedCents: cents(1_500_00) }))
const ranked = (marks: readonly number[]) =>
  rank({
    grid,
    call: callOf(rules),
    candidatures,
    populations: {},
    sheets: marks.map((mark, index) => sheetOf(`c${index + 1}`, 'm01', { A: mark })),
    recusals: [],
    members: membersOf(1),
  })
const proposed = (call: Partial<Parameters<typeof rankingProposal>[1]>) =>
  candidatures.map((candidature) =>
    rankingProposal(candidature, { rules, ranking: null, adoptedScenario: null, ...call }),
  )
const full = { fullAwardCents: 1_200_00 }

test('[SE43] the ranking gives what its awards say, and the rules their most', () => {
  expect(proposed({ ranking: ranked([500, 400, 300]) })).toEqual([
    { status: 'within', amountCents: 1_200_00, ...full },
    { status: 'partial', amountCents: 300_00, ...full },
    { status: 'waiting', amountCents: 0, ...full },
  ])
})

test('[SE43] a ranking without any rank says nothing of amounts but the rules', () => {
  const silent = { status: null, amountCents: 0, ...full }
  expect(proposed({ ranking: ranked([]) })).toEqual([silent, silent, silent])
  expect(proposed({})).toEqual([silent, silent, silent])
})

test('[SE43] an adopted scenario replaces the ranking, its own excesses included', () => {
  const line = (amountCents: number) => ({ amountCents: cents(amountCents), funding: [], reason: 'Littoral' })
  const adoptedScenario = { lines: { c2: line(1_400_00), c3: line(100_00) } }
  expect(proposed({ ranking: ranked([500, 400, 300]), adoptedScenario })).toEqual([
    { status: 'waiting', amountCents: 0, ...full },
    { status: 'within', amountCents: 1_400_00, fullAwardCents: 1_400_00 },
    { status: 'within', amountCents: 100_00, ...full },
  ])
})
