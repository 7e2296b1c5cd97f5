import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openApplication } from '#tests/support/openApplication.ts'
import { passphrase, smallCommittee } from '#tests/usecases/smallCommittee.ts'
import { sharedCommittee } from './support/sharedCommittee.ts'

test('[HS1, HS4] what is refused at the door leaves nothing behind, and the next invitation goes through', async () => {
  const { centre, secretary } = await sharedCommittee()
  const invite = async (name: string) =>
    (await secretary.get('sync.people.invite', { name, role: 'secretariat', memberId: null })).invitation
  const first = await invite('Premier Poste')
  const taken = openApplication()
  const path = join(taken.folder, 'copie.delibere')
  const wish = (invitation: string) => ({ origin: '', invitation, path, passphrase })
  writeFileSync(path, 'déjà là')
  expect(await taken.refusalOf('sync.join', wish(first))).toBe('file.exists')
  const used = openApplication()
  const there = join(used.folder, 'copie.delibere')
  await used.get('sync.join', { ...wish(first), path: there })
  const late = openApplication()
  const own = join(late.folder, 'copie.delibere')
  expect(await late.refusalOf('sync.join', { ...wish(first), path: own })).toBe('account.code-refused')
  expect(await late.refusalOf('sync.join', { ...wish('n’importe quoi'), path: own })).toBe(
    'sync.invitation-malformed',
  )
  expect(readdirSync(late.folder).filter((name) => name.includes('copie'))).toEqual([])
  // Under another passphrase: nothing of the refused attempt stands in the way.
  const other = `${passphrase} bis`
  await late.get('sync.join', { ...wish(await invite('Second Poste')), path: own, passphrase: other })
  expect(existsSync(own)).toBe(true)
  expect(await secretary.refusalOf('sync.link', { origin: '', invitation: centre.invitation })).toBe(
    'sync.already-shared',
  )
  const stranger = await smallCommittee()
  expect(
    await stranger.refusalOf('sync.link', { origin: '', invitation: await invite('Autre Comité') }),
  ).toBe('sync.other-committee')
  expect((await stranger.get('sync.state', {})).sharing).toBe('alone')
}, 120_000)
