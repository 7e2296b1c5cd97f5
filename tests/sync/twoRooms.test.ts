import { expect, test } from 'vitest'
import { leaseEnds } from '#main/sync/room/roomState.ts'
import { settled, sharedCommittee } from './support/sharedCommittee.ts'
import { until } from './support/until.ts'

const offline = (laptop: { get(procedure: 'sync.state', input: object): Promise<{ connection: string }> }) =>
  until('the centre is away', async () => (await laptop.get('sync.state', {})).connection === 'offline')

test('[SY18] [SY22] one session has one room: the second is refused while the centre is there, and kept apart when both were opened without it', async () => {
  const { centre, secretary, sessionId, joined } = await sharedCommittee()
  const [ada, bruno, chloe] = secretary.memberIds
  const chair = await joined({ name: 'Ada Exemple', role: 'chair', memberId: ada, mayHub: true })
  await secretary.get('sync.now', {})
  await secretary.get('room.open', { sessionId })
  expect(await secretary.refusalOf('room.open', { sessionId })).toBe('room.already-open')
  expect(await chair.refusalOf('room.open', { sessionId })).toBe('room.session-elsewhere')
  expect(await chair.get('room.state', {})).toBe(null)
  expect(await secretary.get('room.close', {})).toEqual({ standing: 'returned' })
  for (const each of [secretary, chair]) await settled(each)

  await centre.stop()
  for (const each of [secretary, chair]) await offline(each)
  for (const [each, memberId] of [
    [secretary, bruno],
    [chair, chloe],
  ] as const) {
    const opened = await each.get('room.open', { sessionId })
    expect(opened.lease).toMatchObject({ isEmergency: true, ends: 'later' })
    await each.get('session.attend', { sessionId, memberId, status: 'present' })
    // But the opening itself, which is for the centre to order.
    await until('its own room took it', async () => (await each.get('sync.state', {})).toSend === 1)
    expect(await each.get('room.close', {})).toEqual({ standing: 'kept' })
  }
  const present = async (each: typeof chair) => {
    const { session } = await each.get('session.get', { sessionId })
    return Object.entries(session.attendance).flatMap(([id, { status }]) =>
      status === 'present' ? [id] : [],
    )
  }
  await centre.startAgain()
  // The first that returns is the session; the other is told of, never mixed in silently.
  for (const each of [secretary, chair]) {
    await each.get('sync.now', {})
    await until('its room is back', async () => (await each.get('room.state', {})) === null)
    await settled(each)
  }
  expect((await chair.get('sync.incidents', {})).map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining('ouverte deux fois sans le serveur'),
    expect.stringContaining('« acceptée » d’abord, puis « en conflit »'),
  ])
  expect(await chair.get('sync.to-regularise', {})).toMatchObject([
    { verdict: 'conflict', code: 'second-lease' },
  ])
  expect(await secretary.get('sync.incidents', {})).toEqual([])
  expect(await secretary.get('sync.to-regularise', {})).toEqual([])
  await secretary.get('sync.now', {})
  await settled(secretary)
  expect([await present(secretary), await present(chair)]).toEqual([[bruno], [bruno]])
}, 180_000)

test.for([
  ['in the morning of a long day', 12 * 60, 'later'],
  ['half an hour before', 30, 'soon'],
  ['a minute before', 1, 'soon'],
  ['when it is over', 0, 'past'],
  ['long after', -600, 'past'],
] as const)('[SY18] how near the end of a lease is: %s', ([, minutesLeft, ends]) => {
  const now = Date.UTC(2026, 11, 1, 9)
  expect(leaseEnds({ to: now + minutesLeft * 60_000 }, now)).toBe(ends)
})
