import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sharedCommittee } from './support/sharedCommittee.ts'
import { until } from './support/until.ts'

test('[HS9] what was just said in a room is on the key that its hub makes, and is shown to a member who is not in it', async () => {
  const { secretary, sessionId, joined } = await sharedCommittee()
  const [, , chloe] = secretary.memberIds
  const { session } = await secretary.get('session.get', { sessionId })
  const [itemId = '', otherId = ''] = session.agenda.map(({ id }) => id)
  const member = await joined({ name: 'Chloé Exemple', role: 'member', memberId: chloe })
  const deviceId = await until('the secretary knows her laptop', async () => {
    const readers = await secretary.get('bundle.recipients', {})
    return readers.find(({ memberId }) => memberId === chloe)?.deviceId ?? null
  })
  await secretary.get('room.open', { sessionId })
  const path = join(secretary.folder, 'pour-chloe.delibere-cle')
  await secretary.get('session.write-debate', { sessionId, itemId, text: 'Dit en salle' })
  await secretary.get('session.write-debate', { sessionId, itemId: otherId, text: 'Et puis cela' })
  await secretary.get('bundle.export', { path, to: { kind: 'device', deviceId } })
  expect(await member.get('bundle.import', { path })).toMatchObject({ taken: 2, waiting: 0 })
  const told = await member.get('session.get', { sessionId })
  expect(told.session.agenda.slice(0, 2).map(({ debate }) => debate)).toEqual([
    'Dit en salle',
    'Et puis cela',
  ])
}, 180_000)
