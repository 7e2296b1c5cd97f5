import { expect, test } from 'vitest'
import { settled, sharedCommittee } from './support/sharedCommittee.ts'
import { until } from './support/until.ts'

test('[HS6] a room is opened with the centre, joined by its invitation, worked in without the centre, and brought back', async () => {
  const { centre, secretary, sessionId, joined } = await sharedCommittee()
  const [, , chloe] = secretary.memberIds
  const member = await joined({ name: 'Chloé Exemple', role: 'member', memberId: chloe })
  const opened = await secretary.get('room.open', { sessionId })
  expect(opened).toMatchObject({ sessionId, isHub: true, standing: 'open', mayTakeOver: false })
  expect(opened.lease.isEmergency).toBe(false)
  expect(opened.door?.qr.length).toBeGreaterThan(20)
  await centre.stop()
  await member.get('room.join', { by: 'invitation', invitation: opened.door?.invitation ?? '' })
  await until('the member is in the room', async () => {
    const room = await secretary.get('room.state', {})
    return room?.people.some(({ memberId, isHere }) => memberId === chloe && isHere) === true
  })
  expect((await member.get('sync.state', {})).follows).toBe('room')
  const key = { candidatureId: secretary.candidatureIds[0], evaluatorId: chloe }
  const mark = { kind: 'value', hundredths: 400, comment: '' } as const
  await member.get('sheet.mark', { ...key, criterionCode: 'PERT', mark })
  await until('the mark is at the hub', async () => {
    const { sheet } = await secretary.get('sheet.get', key)
    return sheet.marks.PERT !== undefined
  })
  for (const memberId of secretary.memberIds)
    await secretary.get('session.attend', { sessionId, memberId, status: 'present' })
  await secretary.get('session.open', {
    sessionId,
    at: '14:00',
    chairId: secretary.memberIds[0],
    secretaryId: secretary.memberIds[1],
  })
  await until('the session is open for the member', async () => {
    const { session } = await member.get('session.get', { sessionId })
    return session.status === 'open'
  })
  expect(await secretary.get('room.close', {})).toEqual({ standing: 'kept' })
  expect((await secretary.get('room.state', {}))?.standing).toBe('kept')
  await until('the member left the room by himself', async () => {
    const { room, follows, roomEnded } = await member.get('sync.state', {})
    return room === null && follows === 'centre' && roomEnded?.leaseId === opened.lease.id
  })
  expect((await member.get('sync.state', {})).roomEnded?.hubName).toBe(opened.hubName)
  await centre.startAgain()
  await secretary.get('sync.now', {})
  await until('the room is back', async () => (await secretary.get('room.state', {})) === null)
  await settled(secretary)
  await member.get('sync.now', {})
  await settled(member)
  expect((await member.get('sync.state', {})).toRegularise).toBe(0)
  expect((await secretary.get('sync.incidents', {})).length).toBe(0)
}, 180_000)
