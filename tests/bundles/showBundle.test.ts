import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportBundle } from '#main/adapters/bundles/exportBundle.ts'
import { type CliDesk, cliDesk } from '../cli/support/cliDesk.ts'
import { valueOf } from '../sqlite/committeeOnDisk.ts'
import {
  control,
  exporter,
  exportOf,
  logRecords,
  org,
  passphrase,
  secretary,
  toMember,
} from './bundleWorld.ts'

let desk: CliDesk
let path: string
beforeAll(async () => {
  desk = cliDesk()
  path = join(desk.folder, 'envoi.delibere-cle')
  const recipients = [toMember, { kind: 'passphrase', text: passphrase } as const]
  valueOf(await exportBundle(path, exportOf(logRecords, { recipients }), exporter, control))
})
afterAll(() => desk.remove())

test('[BN3] `bundle show` says who, when, for whom, how much, without file nor secret', async () => {
  const { exitCode, stdout } = await desk.type(['bundle', 'envoi.delibere-cle', 'show', '--json'], {
    DELIBERE_PASSPHRASE: '',
  })
  expect([exitCode, JSON.parse(stdout)]).toEqual([
    0,
    {
      ok: true,
      value: {
        committee: org,
        exportedBy: { device: secretary.device, key: Buffer.from(secretary.publicKey).toString('base64url') },
        exportedAt: new Date(1_780_000_000_000).toISOString(),
        devices: [toMember.device],
        hasPassphrase: true,
        counts: { commits: 2, headers: 1, entries: 2, checkpoints: 1, blobs: 0 },
        sizeBytes: readFileSync(path).length,
      },
    },
  ])
  const said = (await desk.type(['bundle', 'envoi.delibere-cle', 'show'])).stdout.split('\n')
  expect(said[0]).toBe('Envoi entier, inchangé depuis son export (3 Ko).')
  expect(said[3]).toBe(`Pour : 1 poste : ${toMember.device} ; qui connaît la phrase de la salle`)
  expect(said[4]).toBe('Contenu : 2 écritures, 1 sans leur contenu, 2 réponses, 1 repère, 0 pièce jointe')
})

test('[BN4] `bundle show` of a cut or altered one is a refusal in French', async () => {
  const whole = readFileSync(path)
  const answer = async (bytes: Uint8Array) => {
    writeFileSync(join(desk.folder, 'abime.delibere-cle'), bytes)
    const { exitCode, stderr } = await desk.type(['bundle', 'abime.delibere-cle', 'show'])
    return [exitCode, stderr.slice(0, 40)]
  }
  const altered = Buffer.from(whole)
  altered[1000] = (altered[1000] ?? 0) ^ 1
  expect([
    await answer(whole.subarray(0, 900)),
    await answer(altered),
    await answer(Buffer.from('%PDF'.repeat(9))),
  ]).toEqual([
    [1, 'L’envoi sur clé est incomplet : la clé a'],
    [1, 'L’envoi sur clé a été modifié ou abîmé d'],
    [1, `« ${join(desk.folder, 'abime.delibere-cle')} » n’est pas`.slice(0, 40)],
  ])
})
