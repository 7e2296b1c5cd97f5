import { expect, test } from 'vitest'
import { noKeyStore } from '#main/adapters/keys/keyStore.ts'
import { nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { committeeFile } from '#main/adapters/sqlite/committeeFile.ts'
import { openFile } from '#main/adapters/sqlite/file/openFile.ts'
import { refusedBySystem } from '#main/adapters/sqlite/file/refusedBySystem.ts'
import { unlock } from '#main/adapters/sqlite/file/unlock.ts'
import { localDevice } from '#main/adapters/sqlite/log/localDevice.ts'

import { ok } from '#shared/kernel/result.ts'
import {
  act,
  addCandidature,
  codeOf,
  createdFile,
  openedFile,
  passphrase,
  settings,
  temporaryFolder,
  valueOf,
  withCandidature,
} from './committeeOnDisk.ts'

test('[FILE12] a full disk refuses the act, keeps everything before it, and writing goes on once there is room', async () => {
  using folder = temporaryFolder()
  const path = folder.file('a.delibere')
  const { file } = await createdFile(path)
  withCandidature(file, 1, 'un', 'Berric')
  file.close()

  const { area, copies, dataKey } = valueOf(
    await unlock(path, { kind: 'passphrase', text: passphrase }, noKeyStore),
  )
  const { clock, randomness, machineId, migrations } = settings()
  const database = valueOf(openFile(path, dataKey, { migrations }))
  const device = localDevice(database, machineId, clock, randomness)
  const ports = { ...nodeCrypto, ...nodeSigner(device.privateKey), ...clock }
  const full = committeeFile({
    path,
    fileId: area.fileId,
    deviceId: device.id,
    machineId: '0'.repeat(32),
    app: 'test',
    database,
    ports,
    doctor: { keyArea: copies, alteredPages: [], invariants: [] },
  })
  const pages = database.pragma('page_count', { simple: true }) as number
  database.pragma(`max_page_count=${pages + 20}`)
  const growth = (first: number) => (transaction: Parameters<typeof addCandidature>[0]) => {
    for (let number = first; number < first + 200; number++)
      addCandidature(transaction, number, 'x'.repeat(2000), 'Berric')
    return ok(null)
  }
  expect(codeOf(full.transact(act('trop'), growth(2)))).toBe('file.disk-full')
  const long = await full.transactInSlices(
    act('trop'),
    function* (transaction) {
      yield { done: 0, total: 1 }
      return growth(2)(transaction)
    },
    { onProgress: () => {}, signal: { aborted: false } },
  )
  expect(codeOf(long)).toBe('file.disk-full')
  expect(full.counts().dossier).toBe(1)
  expect(full.doctor().verdict).toBe('conforme')
  database.pragma(`max_page_count=${pages + 10_000}`)
  valueOf(full.transact(act('assez'), growth(2)))
  expect(full.doctor().verdict).toBe('conforme')
  full.close()
  const again = await openedFile(path)
  expect(again.counts().dossier).toBe(201)
  again.close()
})

test('[FILE12] what the system says outside SQLite has the same refusals; a bug stays a bug', () => {
  const said = (code: string) => codeOf(refusedBySystem(Object.assign(new Error(code), { code }), '/x'))
  expect(
    ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'ENOENT', 'SQLITE_FULL', 'SQLITE_READONLY_DIRECTORY'].map(said),
  ).toEqual([
    'file.disk-full',
    'file.disk-full',
    'file.read-only',
    'file.read-only',
    'file.missing',
    'file.disk-full',
    'file.read-only',
  ])
  expect(() => said('SQLITE_CONSTRAINT_UNIQUE')).toThrow('SQLITE_CONSTRAINT_UNIQUE')
  expect(() => refusedBySystem(new TypeError('bug'), '/x')).toThrow('bug')
})
