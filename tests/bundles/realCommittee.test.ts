import { expect, test } from 'vitest'
import { commitRecords } from '#main/adapters/bundles/commitRecords.ts'
import { exportBundle } from '#main/adapters/bundles/exportBundle.ts'
import { openBundle } from '#main/adapters/bundles/openBundle.ts'
import { generateDeviceKeys, nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { commitLog, type StoredCommit } from '#main/adapters/sqlite/log/commitLog.ts'
import type { BundleRecord } from '#shared/operations/bundle/bundleRecord.ts'
import { type ChainHead, type VerifiedCommit, verifyNextCommit } from '#shared/operations/chain.ts'
import { signedBytes } from '#shared/operations/commitEncode.ts'
import { createdFile, temporaryFolder, valueOf, withCandidature } from '../sqlite/committeeOnDisk.ts'
import { tamper } from '../sqlite/rawDatabase.ts'
import { asMember, control, toMember } from './bundleWorld.ts'

/** The log of a committee's file as it lies there, with the key that signed it. */
async function realLog(path: string) {
  const { file } = await createdFile(path)
  for (let number = 1; number <= 40; number++) withCandidature(file, number, `Projet ${number}`, 'Berric')
  const org = file.fileId
  file.close()
  let commits: StoredCommit[] = []
  let device = { id: '', publicKey: new Uint8Array(), privateKey: new Uint8Array() }
  await tamper(path, (database) => {
    commits = [...commitLog(database).walk()]
    device =
      database
        .prepare<[], typeof device>(
          'SELECT id, public_key AS publicKey, private_key AS privateKey FROM devices',
        )
        .get() ?? device
  })
  return { org, commits, device }
}

async function carried(
  path: string,
  { org, commits, device }: Awaited<ReturnType<typeof realLog>>,
  isReadable: boolean,
) {
  const scopes = isReadable ? ['committee'] : []
  const exporter = {
    device: device.id,
    publicKey: device.publicKey,
    ports: { ...nodeCrypto, ...nodeSigner(device.privateKey), nowMs: () => 1_780_000_000_000 },
  }
  const records = commitRecords(commits, (scope) => scopes.includes(scope))
  const content = { org, scopes, recipients: [toMember], records, expectedBytes: 1 }
  valueOf(await exportBundle(path, content, exporter, control))
  const knows = (name: string, key: Uint8Array) =>
    name === device.id && Buffer.from(device.publicKey).equals(key)
  const bundle = valueOf(await openBundle(path, { org, opener: asMember, knows, ports: nodeCrypto }, control))
  const all = [...bundle.records()].map(valueOf)
  bundle.close()
  return all.filter((record): record is Extract<BundleRecord, { kind: 'commit' }> => record.kind === 'commit')
}

test('[BN1] the log of a real committee comes out of a key as it went in: every signature and the whole chain hold', async () => {
  using folder = temporaryFolder()
  const log = await realLog(folder.file('comite.delibere'))
  const records = await carried(folder.file('envoi.delibere-cle'), log, true)
  expect(records).toHaveLength(log.commits.length)
  let head: ChainHead | null = null
  for (const { header, body, signature } of records) {
    const commit = { header, body: body ?? new Uint8Array(), signature, id: nodeCrypto.sha256(header) }
    const verified: VerifiedCommit = valueOf(verifyNextCommit(head, log.device, commit, nodeCrypto))
    head = verified.head
  }
  expect(head?.seq).toBe(log.commits.length)
})

test('[BN6] to a reader without the scope go headers and signatures alone, which still prove the chain', async () => {
  using folder = temporaryFolder()
  const log = await realLog(folder.file('comite.delibere'))
  const records = await carried(folder.file('envoi.delibere-cle'), log, false)
  expect(records.map(({ body }) => body)).toEqual(log.commits.map(() => null))
  for (const { header, signature } of records) {
    expect(nodeCrypto.verify(log.device.publicKey, signedBytes(header), signature)).toBe(true)
    expect(nodeCrypto.verify(generateDeviceKeys().publicKey, signedBytes(header), signature)).toBe(false)
  }
})
