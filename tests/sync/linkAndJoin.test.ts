import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openApplication } from '#tests/support/openApplication.ts'
import { passphrase, smallCommittee } from '#tests/usecases/smallCommittee.ts'
import { centreProcess } from './support/centreProcess.ts'
import { until } from './support/until.ts'

test('[HS1, HS4] a file becomes shared, a member takes his copy, both work offline and converge', async () => {
  const centre = await centreProcess()
  const secretary = await smallCommittee()
  const { candidatureIds, memberIds } = secretary
  await secretary.get('sync.link', { origin: '', invitation: centre.invitation })
  await until('the secretary is connected', async () => {
    const state = await secretary.get('sync.state', {})
    return state.connection === 'connected' && state.toSend === 0
  })
  const invited = await secretary.get('sync.people.invite', {
    name: 'Chloé Exemple',
    role: 'member',
    memberId: memberIds[2],
  })
  const member = openApplication()
  const path = join(member.folder, 'copie.delibere')
  await member.get('sync.join', { origin: '', invitation: invited.invitation, path, passphrase })
  expect((await member.get('app.state', {})).viewer).toEqual({
    memberId: memberIds[2],
    name: 'Chloé Exemple',
  })
  const page = await member.get('candidature.list', {
    callId: secretary.callId,
    search: '',
    filters: {},
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 10,
  })
  expect(page.total).toBe(3)
  // Both work while the server is away.
  await centre.stop()
  const key = { candidatureId: candidatureIds[0], evaluatorId: memberIds[2] }
  const mark = { kind: 'value', hundredths: 300, comment: '' } as const
  await member.get('sheet.mark', { ...key, criterionCode: 'PERT', mark })
  await secretary.get('candidature.change', {
    candidatureId: candidatureIds[1],
    set: { requestedCents: 1_234_500 },
  })
  expect((await member.get('sync.state', {})).toSend).toBe(1)
  await centre.startAgain()
  await member.get('sync.now', {})
  await secretary.get('sync.now', {})
  await until('the mark arrived', async () => {
    const { sheet } = await secretary.get('sheet.get', key)
    return sheet.marks.PERT !== undefined
  })
  await until('the amount arrived', async () => {
    const { candidature } = await member.get('candidature.get', { candidatureId: candidatureIds[1] })
    return candidature.requestedCents === 1_234_500
  })
  for (const each of [member, secretary])
    await until('nothing is left to send', async () => (await each.get('sync.state', {})).toSend === 0)
}, 120_000)
