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

test('[HS22] [BL14] a paper whose act is erased: its bytes leave the laptop that wrote it, one that only ever had states, and one that was away', async () => {
  const { secretary, sessionId, joined } = await sharedCommittee()
  const paper = { sessionId, document: 'mark-sheets', format: 'pdf' } as const
  const { issueId } = await secretary.get('document.export', {
    ...paper,
    path: join(secretary.folder, 'a.pdf'),
  })
  await settled(secretary)
  const chair = await joined({ name: 'Ada Exemple', role: 'chair', memberId: secretary.memberIds[0] ?? null })
  const away = await joined({ name: 'Second Poste', role: 'secretariat', memberId: null })
  let drawings = 0
  const isDrawn = async (laptop: TestApplication): Promise<boolean> => {
    const path = join(laptop.folder, `${drawings++}.pdf`)
    return (await laptop.refusalOf('document.again', { issueId, path })) === 'ok'
  }
  for (const laptop of [chair, away]) await until('what it was drawn from is here', () => isDrawn(laptop))
  await away.get('file.close', {})
  const commits = await commitsOn(secretary, `document/${issueId}`)
  expect(commits.length).toBe(1)
  const invited = await secretary.get('sync.people.invite', { name: 'Direction', role: 'administrator' })
  const door = valueOf(readCentreInvitation(invited.invitation))
  const key = { id: 'poste-de-la-direction', ...generateDeviceKeys() }
  const { session } = valueOf(await enrolByCode(door, door.code, key, 'Direction', nodeTimers))
  const body = { commits: [...commits], reason: 'demande de la personne' }
  const order = { method: 'POST', path: '/erasures', session, body } as const
  valueOf(await askOrganisation(door, order, nodeTimers))
  for (const laptop of [secretary, chair])
    await until('its bytes are gone', async () => !(await isDrawn(laptop)))
  await away.get('file.open', {
    path: away.path,
    secret: { kind: 'passphrase', text: passphrase },
    remember: false,
  })
  await until('they leave at the next contact', async () => !(await isDrawn(away)))
  for (const laptop of [secretary, chair, away])
    expect((await laptop.get('file.doctor', {})).verdict).toBe('conforme')
}, 120_000)
