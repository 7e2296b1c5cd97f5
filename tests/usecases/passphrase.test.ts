import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openApplication } from '#tests/support/openApplication.ts'

it('[UC13] a mistyped secret changes nothing and keeps the file open; the recovery code sets a new passphrase', async () => {
  const { get, refusalOf, folder } = openApplication()
  const path = join(folder, 'comite.delibere')
  const { recoveryCode } = await get('file.create', {
    path,
    passphrase: 'quatre mots sans rapport',
    committee: {
      name: 'Commission',
      instanceType: 'jury_ad_hoc',
      decidingAuthority: '',
      place: '',
      recusalCounting: 'numerator',
    },
  })
  const change = (current: string) =>
    refusalOf('file.change-passphrase', { current, next: 'cinq autres mots sans rapport' })
  expect(await change('pas la bonne phrase')).toBe('file.wrong-secret')
  expect(await get('committee.get', {})).toMatchObject({ name: 'Commission' })
  expect(await change(recoveryCode)).toBe('ok')
  await get('committee.change', { set: { place: 'Mairie' } })
  expect(await get('file.doctor', {})).toEqual({ sound: true, verdict: 'conforme' })
  await get('file.close', {})
  const open = (text: string) =>
    refusalOf('file.open', { path, secret: { kind: 'passphrase', text }, remember: false })
  expect(await open('quatre mots sans rapport')).toBe('file.wrong-secret')
  expect(await open('cinq autres mots sans rapport')).toBe('ok')
})
