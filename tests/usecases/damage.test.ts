import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { passphrase, smallCommittee } from './smallCommittee.ts'

const pageBytes = 4096

it('[UC14] an altered page is a refusal or a finding wherever it is met, never an incident', async () => {
  const { get, dispatcher, folder, path } = await smallCommittee()
  await get('file.close', {})
  const sound = readFileSync(path)
  const pages = sound.length / pageBytes
  // Pages 1 to 5 are the header, the key area and its empty neighbours: their own tests name them.
  for (let page = 6; page <= pages; page += 5) {
    const altered = join(folder, `page-${page}.delibere`)
    copyFileSync(path, altered)
    const bytes = Uint8Array.from(sound)
    const place = (page - 1) * pageBytes + 100
    bytes[place] = (bytes[place] ?? 0) ^ 0x40
    writeFileSync(altered, bytes)
    const secret = { kind: 'passphrase', text: passphrase } as const
    const opened = await dispatcher.call('file.open', { path: altered, secret, remember: false })
    const verdict = opened.ok ? await dispatcher.call('file.doctor', {}) : opened
    expect([page, verdict.ok ? verdict.value.sound : verdict.refusal.code]).toEqual([
      page,
      verdict.ok ? false : 'file.damaged',
    ])
    await dispatcher.call('file.close', {})
  }
})
