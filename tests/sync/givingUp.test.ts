import { expect, test } from 'vitest'
import { sharedCommittee } from './support/sharedCommittee.ts'

test('[HS21] nobody gives up the room that his own laptop holds, open or closed and not brought back yet', async () => {
  const { centre, secretary, sessionId } = await sharedCommittee()
  const opened = await secretary.get('room.open', { sessionId })
  const giveUp = { lease: opened.lease.id, reason: 'Par erreur.' }
  expect(await secretary.refusalOf('room.give-up', giveUp)).toBe('room.held-here')
  expect((await secretary.get('room.state', {}))?.standing).toBe('open')
  await centre.stop()
  expect(await secretary.get('room.close', {})).toEqual({ standing: 'kept' })
  expect(await secretary.refusalOf('room.give-up', giveUp)).toBe('room.held-here')
}, 180_000)
