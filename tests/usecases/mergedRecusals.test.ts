import { expect, it } from 'vitest'
import { smallCommittee } from './smallCommittee.ts'

it('[UC24] whoever is recused from a duplicate is recused from the candidature that takes its place', async () => {
  const { get, memberIds, candidatureIds } = await smallCommittee()
  const [keepId, mergeId, thirdId] = candidatureIds
  const reason = 'siège au conseil du demandeur'
  const legalBasis = 'cgct-l2131-11'
  for (const memberId of memberIds.slice(0, 2))
    await get('recusal.declare', { candidatureId: mergeId, memberId, reason, legalBasis })
  await get('recusal.declare', { candidatureId: thirdId, memberId: memberIds[2], reason, legalBasis })
  const key = { candidatureId: mergeId, memberId: memberIds[0] }
  const assessment = { legalBasis, counting: 'numerator', reason: 'fonction exécutive' } as const
  await get('recusal.assess', { ...key, ...assessment, status: 'confirmed' })
  await get('candidature.merge', { keepId, mergeId })
  const { recusals } = await get('candidature.get', { candidatureId: keepId })
  expect(recusals.map(({ memberId, status }) => [memberId, status]).sort()).toEqual(
    [
      [memberIds[0], 'confirmed'],
      [memberIds[1], 'to-assess'],
    ].sort(),
  )
  await get('act.undo', {})
  expect((await get('candidature.get', { candidatureId: keepId })).recusals).toEqual([])
})
