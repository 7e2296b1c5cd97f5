import { expect, test } from 'vitest'
import type { TestApplication } from '#tests/support/openApplication.ts'
import { settled, sharedCommittee } from './support/sharedCommittee.ts'
import { until } from './support/until.ts'

test('[HS24] what is written at home while a room is open: beside the room it reaches who has a line to the centre, on its dossiers nobody before its end', async () => {
  const { secretary, sessionId, joined } = await sharedCommittee()
  const { callId } = secretary
  const [candidatureId] = secretary.candidatureIds
  const [ada, , chloe] = secretary.memberIds
  const member = await joined({ name: 'Chloé Exemple', role: 'member', memberId: chloe })
  const chair = await joined({ name: 'Ada Exemple', role: 'chair', memberId: ada })
  const home = await joined({ name: 'Second Poste', role: 'secretariat', memberId: null })
  const room = await secretary.get('room.open', { sessionId })
  // One has the room and nothing else.
  await chair.get('sync.pause', {})
  for (const laptop of [member, chair]) {
    await laptop.get('room.join', { by: 'invitation', invitation: room.door?.invitation ?? '' })
    await settled(laptop)
  }
  for (const [laptop, reachesCentre] of [
    [secretary, true],
    [member, true],
    [chair, false],
  ] as const)
    expect((await laptop.get('room.state', {}))?.reachesCentre).toBe(reachesCentre)
  const { candidature } = await home.get('candidature.get', { candidatureId })
  const { dossierId } = candidature
  const description = 'Écrit à la maison'
  await home.get('dossier.change', { dossierId, set: { description } })
  const added = await home.get('candidature.add', {
    callId,
    applicantName: 'Ploërmel',
    title: 'Projet de Ploërmel',
  })
  const has = async (laptop: TestApplication) => (await laptop.refusalOf('candidature.get', added)) === 'ok'
  const reads = async (laptop: TestApplication) =>
    (await laptop.get('candidature.get', { candidatureId })).dossier.description === description
  for (const laptop of [secretary, member]) await until('the centre tells it live', () => has(laptop))
  // Both left home in this order: by now the centre has put the other off.
  for (const laptop of [secretary, member, chair]) expect(await reads(laptop)).toBe(false)
  expect(await has(chair)).toBe(false)
  expect((await home.get('sync.state', {})).toSend).toBe(1)
  expect(await secretary.get('room.close', {})).toEqual({ standing: 'returned' })
  await chair.get('sync.resume', {})
  for (const laptop of [secretary, member, chair, home])
    await until('everybody has both', async () => (await has(laptop)) && (await reads(laptop)))
  expect((await home.get('sync.state', {})).toRegularise).toBe(0)
}, 180_000)
