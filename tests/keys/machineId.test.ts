import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { machineId } from '#main/adapters/keys/machineId.ts'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { temporaryFolder } from '#tests/sqlite/committeeOnDisk.ts'

test('[KEY7] the machine id is made once, kept, and made again when its file is not one', () => {
  using folder = temporaryFolder()
  const userData = join(folder.path, 'données', 'délibéré')
  const first = machineId(userData, nodeCrypto)
  expect(first).toMatch(/^[0-9a-f]{32}$/)
  expect(machineId(userData, nodeCrypto)).toBe(first)
  writeFileSync(join(userData, 'machine-id'), 'abîmé')
  const second = machineId(userData, nodeCrypto)
  expect(second).toMatch(/^[0-9a-f]{32}$/)
  expect(second).not.toBe(first)
})

test('[KEY7] a user data folder that cannot be written gives an id for this run', () => {
  using folder = temporaryFolder()
  const taken = join(folder.path, 'pris')
  writeFileSync(taken, 'un fichier à la place du dossier')
  expect(machineId(taken, nodeCrypto)).toMatch(/^[0-9a-f]{32}$/)
})
