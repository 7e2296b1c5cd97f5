import { expect, test } from 'vitest'
import { sharedCommittee } from './support/sharedCommittee.ts'
import { until } from './support/until.ts'

test('[HS23] whoever just joined can be given a key at once, and who shows the list is told to read it again', async () => {
  const { secretary, joined } = await sharedCommittee()
  const [, , chloe] = secretary.memberIds
  const heard: string[] = []
  secretary.dispatcher.subscribe((event) => heard.push(event.kind))
  await joined({ name: 'Chloé Exemple', role: 'member', memberId: chloe })
  const reader = await until('she is in the list', async () => {
    const readers = await secretary.get('bundle.recipients', {})
    return readers.find(({ memberId }) => memberId === chloe) ?? null
  })
  expect(reader.name).toBe('Chloé Exemple')
  await until('the screens were told', () => heard.includes('changed'))
}, 180_000)
