import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { noKeyStore } from '#main/adapters/keys/keyStore.ts'
import { openDatabase } from '#main/adapters/sqlite/file/openDatabase.ts'
import { unlock } from '#main/adapters/sqlite/file/unlock.ts'
import { commitLog } from '#main/adapters/sqlite/log/commitLog.ts'
import { cliHost } from '#main/cli/cliHost.ts'
import { compose } from '#main/composition/compose.ts'
import { playExample } from '#main/composition/exampleCommittee.ts'
import { decodeCommitBody } from '#shared/operations/commitDecode.ts'
import { isKnownKind } from '#shared/operations/rights/writers.ts'
import { dataHolds } from '#shared/operations/schema/dataHolds.ts'

test('[SY30] every operation that the work writes bears the data of its kind: the example committee, whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-donnees-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const silent = { write: () => {}, writeError: () => {}, showProgress: () => {}, today: () => '2026-03-12' }
  const dispatcher = compose(
    cliHost({ ...silent, folder, environment: { DELIBERE_USER_DATA: join(folder, 'settings') } }),
  )
  const path = join(folder, 'exemple.delibere')
  const passphrase = 'exemple-sans-secret'
  const played = await playExample(dispatcher, { path, passphrase, until: 'planned' })
  expect(played.ok).toBe(true)
  await dispatcher.close()
  const unlocked = await unlock(path, { kind: 'passphrase', text: passphrase }, noKeyStore)
  if (!unlocked.ok) throw new Error(unlocked.refusal.code)
  const database = openDatabase(path, unlocked.value.dataKey, 'existing')
  const refused: string[] = []
  const kinds = new Set<string>()
  for (const { body } of commitLog(database).walk()) {
    const decoded = decodeCommitBody(body)
    if (!decoded.ok) throw new Error(decoded.refusal.code)
    for (const { k, d } of decoded.value.ops) {
      kinds.add(k)
      if (!isKnownKind(k) || !dataHolds(k, d)) refused.push(`${k} ${JSON.stringify(d)}`)
    }
  }
  database.close()
  expect(refused).toEqual([])
  expect(kinds.size).toBeGreaterThan(20)
})
