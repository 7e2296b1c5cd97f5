import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generateDeviceKeys } from '#main/adapters/keys/nodeCrypto.ts'
import { readCentreInvitation } from '#main/adapters/network/joining/centreInvitation.ts'
import { nodeTimers } from '#main/adapters/network/nodeTimers.ts'
import { askOrganisation, enrolByCode } from '#main/sync/centre/centreAccount.ts'
import { base64UrlDecode } from '#shared/operations/commitBase64Url.ts'
import { decodeCommitBody } from '#shared/operations/commitDecode.ts'
import { valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import type { TestApplication } from '#tests/support/openApplication.ts'
import { passphrase } from '#tests/usecases/smallCommittee.ts'
import { settled, sharedCommittee } from './support/sharedCommittee.ts'
import { until } from './support/until.ts'

/** The commits of the log that speak of this entity, as this laptop exports it. */
async function commitsOn(laptop: TestApplication, entity: string): Promise<readonly string[]> {
  const path = join(laptop.folder, 'journal.ndjson')
  await laptop.get('sync.audit-export', { path })
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AuditEntry)
    .flatMap(({ entry, commit }) => {
      const body = decodeCommitBody(base64UrlDecode(commit?.body ?? '') ?? new Uint8Array())
      return entry !== undefined && body.ok && body.value.ops.some(({ e }) => e === entity) ? [entry.cid] : []
    })
}

interface AuditEntry {
  readonly entry?: { readonly cid: string }
  readonly commit?: { readonly body: string | null } | null
}

/** What a member of the board asks of the server: the bodies of these commits are to go. */
async function erasing(secretary: TestApplication): Promise<(commits: readonly string[]) => Promise<void>> {
  const invited = await secretary.get('sync.people.invite', { name: 'Direction', role: 'administrator' })
  const door = valueOf(readCentreInvitation(invited.invitation))
  const key = { id: 'poste-de-la-direction', ...generateDeviceKeys() }
  const { session } = valueOf(await enrolByCode(door, door.code, key, 'Direction', nodeTimers))
  return async (commits) => {
    const body = { commits: [...commits], reason: 'demande de la personne' }
    valueOf(await askOrganisation(door, { method: 'POST', path: '/erasures', session, body }, nodeTimers))
  }
}

/** Whether what a paper was drawn from is on this laptop. */
async function isDrawn(laptop: TestApplication, issueId: string): Promise<boolean> {
  const path = join(laptop.folder, `${randomUUID()}.pdf`)
  return (await laptop.refusalOf('document.again', { issueId, path })) === 'ok'
}

test('[HS22] [BL14] a paper whose act is erased: its bytes leave the laptop that wrote it, one that only ever had states, and one that was away', async () => {
  const { secretary, sessionId, joined } = await sharedCommittee()
  const paper = { sessionId, document: 'mark-sheets', format: 'pdf' } as const
  const path = join(secretary.folder, 'a.pdf')
  const { issueId } = await secretary.get('document.export', { ...paper, path })
  await settled(secretary)
  const chair = await joined({ name: 'Ada Exemple', role: 'chair', memberId: secretary.memberIds[0] ?? null })
  const away = await joined({ name: 'Second Poste', role: 'secretariat', memberId: null })
  for (const laptop of [chair, away]) await until('its bytes are here', () => isDrawn(laptop, issueId))
  await away.get('file.close', {})
  const commits = await commitsOn(secretary, `document/${issueId}`)
  expect(commits.length).toBe(1)
  await (await erasing(secretary))(commits)
  for (const laptop of [secretary, chair])
    await until('its bytes are gone', async () => !(await isDrawn(laptop, issueId)))
  const secret = { kind: 'passphrase', text: passphrase } as const
  await away.get('file.open', { path: away.path, secret, remember: false })
  await until('they leave at the next contact', async () => !(await isDrawn(away, issueId)))
  for (const laptop of [secretary, chair, away])
    expect((await laptop.get('file.doctor', {})).verdict).toBe('conforme')
}, 120_000)

test('[HS22] a key that was written before the erasure does not bring the bytes back', async () => {
  const { secretary, sessionId, joined } = await sharedCommittee()
  const [memberId = null] = secretary.memberIds
  const chair = await joined({ name: 'Ada Exemple', role: 'chair', memberId })
  await secretary.get('sync.now', {})
  const deviceId = await until('the secretary knows that laptop', async () => {
    const readers = await secretary.get('bundle.recipients', {})
    return readers.find((reader) => reader.memberId === memberId)?.deviceId ?? null
  })
  // Written while nobody was reached: on the key, then sent.
  await secretary.get('sync.pause', {})
  const paper = { sessionId, document: 'mark-sheets', format: 'pdf' } as const
  const path = join(secretary.folder, 'a.pdf')
  const { issueId } = await secretary.get('document.export', { ...paper, path })
  const key = join(secretary.folder, 'cle.delibere-cle')
  await secretary.get('bundle.export', { path: key, to: { kind: 'device', deviceId } })
  await secretary.get('sync.resume', {})
  await settled(secretary)
  await until('its bytes are here', () => isDrawn(chair, issueId))
  await (await erasing(secretary))(await commitsOn(secretary, `document/${issueId}`))
  await until('its bytes are gone', async () => !(await isDrawn(chair, issueId)))
  await chair.get('sync.pause', {})
  expect(await chair.get('bundle.import', { path: key })).toMatchObject({ attachments: 0 })
  expect(await isDrawn(chair, issueId)).toBe(false)
}, 120_000)
