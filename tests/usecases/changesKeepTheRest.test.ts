import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { smallCommittee } from './smallCommittee.ts'

test('[UC27] a change leaves as it is whatever it does not name, defaults of a creation included', async () => {
  const { get } = await smallCommittee()
  await get('committee.change', {
    set: {
      proxiesPerHolder: 2,
      noticeRule: 'state-committee',
      phrases: ['Le rapporteur présente le dossier.'],
    },
  })
  await get('committee.change', { set: { name: 'Commission renommée' } })
  expect(await get('committee.get', {})).toMatchObject({
    name: 'Commission renommée',
    proxiesPerHolder: 2,
    noticeRule: 'state-committee',
    phrases: ['Le rapporteur présente le dossier.'],
  })
})

test('[UC27] no change of the contract says anything that was not said', () => {
  const changes = ['committee.change', 'member.change', 'call.change', 'issuer.change'] as const
  const ids = { memberId: 'm', callId: 'c' }
  for (const name of changes) {
    const read = contract[name].input.parse({ ...ids, set: {} })
    expect([name, read.set]).toEqual([name, {}])
  }
})
