import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sharedCommittee } from './support/sharedCommittee.ts'

test('[SHF2] [SY30] what a laptop of the chair may not sign is refused there at once: nothing waits, nothing is written on the disk', async () => {
  const { secretary, sessionId, joined } = await sharedCommittee()
  const [ada] = secretary.memberIds
  const chair = await joined({ name: 'Ada Exemple', role: 'chair', memberId: ada })
  const path = join(chair.folder, 'feuille.pdf')
  const paper = {
    document: 'minutes',
    format: 'pdf',
    reading: 'full',
    sessionId,
    candidatureId: null,
    path,
  } as const
  expect(await chair.refusalOf('document.export', paper)).toBe('account.not-allowed')
  expect(existsSync(path)).toBe(false)
  const [candidatureId] = secretary.candidatureIds
  const set = { requestedCents: 12_300 }
  expect(await chair.refusalOf('candidature.change', { candidatureId, set })).toBe('account.not-allowed')
  expect(await chair.get('sync.state', {})).toMatchObject({ toSend: 0, toRegularise: 0 })
  // What a chair does sign goes as it always did.
  expect(await chair.refusalOf('session.attend', { sessionId, memberId: ada, status: 'present' })).toBe('ok')
}, 120_000)

test('[HS10] nobody is invited, nor given a mandate, as a member that the committee does not have', async () => {
  const { secretary } = await sharedCommittee()
  const memberId = '0190-nobody-knows-it'
  const who = { name: 'Personne', role: 'member', memberId } as const
  expect(await secretary.refusalOf('sync.people.invite', who)).toBe('entity.missing')
  const { people, invitations } = await secretary.get('sync.people.list', {})
  expect(invitations).toEqual([])
  const [{ userId = '' } = {}] = people
  expect(await secretary.refusalOf('sync.people.mandate', { userId, role: 'member', memberId })).toBe(
    'entity.missing',
  )
  const after = (await secretary.get('sync.people.list', {})).people
  expect(after.map(({ mandates }) => mandates)).toEqual(people.map(({ mandates }) => mandates))
}, 120_000)
