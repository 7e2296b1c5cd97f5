import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sameLaptop } from './support/sameLaptop.ts'
import { sharedCommittee } from './support/sharedCommittee.ts'

/** How many places of this process take connections. */
const listening = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length

test('[HS6] the file of a hub that is closed as soon as it was opened leaves no room behind it', async () => {
  const { secretary, sessionId } = await sharedCommittee()
  const before = listening()
  await secretary.get('room.open', { sessionId })
  expect(listening()).toBeGreaterThan(before)
  await secretary.dispatcher.close()
  // As « doctor » does on the command line: open, look, close, while the room of the file is being opened again.
  const again = await sameLaptop(secretary.folder, secretary.path)
  await again.dispatcher.close()
  const heard: number[] = []
  for (let step = 0; step < 20; step++) {
    await pause(25)
    heard.push(listening())
  }
  expect(heard).toEqual(Array.from({ length: 20 }, () => before))
}, 120_000)

test('[HS6] a room that is closed as soon as its file is open goes back to the centre that is there', async () => {
  const { secretary, sessionId } = await sharedCommittee()
  await secretary.get('room.open', { sessionId })
  await secretary.dispatcher.close()
  // As « room close » does on the command line.
  const again = await sameLaptop(secretary.folder, secretary.path)
  expect(await again.get('room.close', {})).toEqual({ standing: 'returned' })
  expect(await again.get('room.state', {})).toBe(null)
  expect(await again.refusalOf('room.close', {})).toBe('room.none-open')
}, 120_000)
