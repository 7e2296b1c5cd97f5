import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '#main/adapters/sqlite/file/openDatabase.ts'
import { unlock } from '#main/adapters/sqlite/file/unlock.ts'
import { passphrase } from '#tests/usecases/smallCommittee.ts'
import { settled, sharedCommittee } from './support/sharedCommittee.ts'
import { until } from './support/until.ts'

const noKeyStore = {
  isAvailable: async () => false,
  read: async () => undefined,
  write: async () => {},
  forget: async () => {},
}

/** Every cell of every table of a closed file, for who has its passphrase. */
async function everyCell(path: string): Promise<string> {
  const unlocked = await unlock(path, { kind: 'passphrase', text: passphrase }, noKeyStore)
  if (!unlocked.ok) throw new Error(unlocked.refusal.code)
  const database = openDatabase(path, unlocked.value.dataKey, 'existing')
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()
    return (tables as readonly string[])
      .flatMap((table) =>
        database
          .prepare(`SELECT * FROM "${table}"`)
          .raw()
          .all()
          .map((row) =>
            (row as readonly unknown[])
              .map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('utf8') : String(cell)))
              .join('|'),
          ),
      )
      .join('\n')
  } finally {
    database.close()
  }
}

/** Everything that lies in a folder, as it lies there. */
const everyByte = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')

/** A text, and every run of base64url in it as the bytes that it stands for. */
const inClear = (text: string): string =>
  [
    text,
    ...[...text.matchAll(/"([A-Za-z0-9_-]{40,})"/g)].map(([, run = '']) =>
      Buffer.from(run, 'base64url').toString('utf8'),
    ),
  ].join('\n')

test('[SY4] [SY54] a member recused while her laptop was away: at her next contact nothing of it is left in any table, any file, any answer', async () => {
  const { centre, secretary, sessionId, joined } = await sharedCommittee()
  const [, recused, other] = secretary.candidatureIds
  const [, , chloe] = secretary.memberIds
  const { session } = await secretary.get('session.get', { sessionId })
  const itemOf = (candidatureId: string) =>
    session.agenda.find((item) => item.candidatureId === candidatureId)?.id ?? ''
  const dossierOf = async (candidatureId: string) =>
    (await secretary.get('candidature.get', { candidatureId })).candidature.dossierId
  for (const [candidatureId, name] of [
    [recused, 'tu'],
    [other, 'lu'],
  ] as const) {
    const dossierId = await dossierOf(candidatureId)
    const itemId = itemOf(candidatureId)
    expect(itemId).not.toBe('')
    await secretary.get('dossier.change', { dossierId, set: { description: `marqueur-projet-${name}` } })
    await secretary.get('instruction.change', {
      candidatureId,
      set: { analysis: `marqueur-rapport-${name}` },
    })
    await secretary.get('session.write-debate', { sessionId, itemId, text: `marqueur-debat-${name}` })
    await secretary.get('session.keep-draft', { sessionId, itemId, draft: `marqueur-brouillon-${name}` })
  }
  await settled(secretary)
  const member = await joined({ name: 'Chloé Exemple', role: 'member', memberId: chloe })
  const projectOf = (candidatureId: string) => member.refusalOf('candidature.get', { candidatureId })
  expect(await projectOf(recused)).toBe('ok')
  const title = (await secretary.get('candidature.get', { candidatureId: recused })).dossier.title
  await member.get('file.close', {})
  expect(await everyCell(member.path)).toContain('marqueur-projet-tu')
  // She is away; the secretariat declares for her, and speaks on of the point.
  await secretary.get('recusal.declare', {
    ...{ candidatureId: recused, memberId: chloe },
    ...{ reason: 'Lien', legalBasis: '' },
  })
  await secretary.get('session.write-debate', {
    ...{ sessionId, itemId: itemOf(recused), text: 'marqueur-debat-tu encore' },
  })
  await secretary.get('session.write-debate', {
    ...{ sessionId, itemId: itemOf(other), text: 'marqueur-debat-lu encore' },
  })
  await settled(secretary)
  await member.get('file.open', {
    path: member.path,
    secret: { kind: 'passphrase', text: passphrase },
    remember: false,
  })
  await settled(member)
  await until('the dossier is gone', async () => (await projectOf(recused)) !== 'ok')
  expect(await projectOf(recused)).toBe(await projectOf('0190-nobody-knows-it'))
  const answers = JSON.stringify([
    await member.get('session.get', { sessionId }),
    await member.get('sync.state', {}),
    await member.get('sync.to-regularise', {}),
    await member.get('sync.incidents', {}),
  ])
  expect(answers).toContain('Point examiné hors de votre présence')
  // What she may take out of it: the log for an auditor, the word of the doctor.
  const log = join(member.folder, 'journal.ndjson')
  await member.get('sync.audit-export', { path: log })
  const takenOut = `${inClear(readFileSync(log, 'utf8'))}\n${JSON.stringify(await member.get('file.doctor', {}))}`
  rmSync(log)
  // What a key brings her of a room that she is not in, and that speaks on of the point.
  await secretary.get('sync.now', {})
  const device = await until('the secretary knows her laptop', async () => {
    const readers = await secretary.get('bundle.recipients', {})
    return readers.find(({ memberId }) => memberId === chloe)?.deviceId ?? null
  })
  await secretary.get('room.open', { sessionId })
  for (const [candidatureId, name] of [
    [recused, 'tu'],
    [other, 'lu'],
  ] as const)
    await secretary.get('session.write-debate', {
      ...{ sessionId, itemId: itemOf(candidatureId), text: `marqueur-debat-${name} en salle` },
    })
  await until('the room said its word on both', async () => {
    const { session: inRoom } = await secretary.get('session.get', { sessionId })
    const { toSend } = await secretary.get('sync.state', {})
    return inRoom.agenda.some(({ debate }) => debate.includes('en salle')) && toSend < 3
  })
  const key = join(secretary.folder, 'pour-chloe.delibere-cle')
  await secretary.get('bundle.export', { path: key, to: { kind: 'device', deviceId: device } })
  expect((await member.get('bundle.import', { path: key })).taken).toBeGreaterThan(0)
  expect(readFileSync(key, 'latin1')).not.toContain('marqueur-')
  await member.get('file.close', {})
  const cells = await everyCell(member.path)
  expect(cells).toContain('marqueur-projet-lu')
  expect(cells).toContain('marqueur-debat-lu')
  expect(takenOut).toContain('marqueur-debat-lu encore')
  const leaks = ['marqueur-projet-tu', 'marqueur-debat-tu', 'marqueur-rapport', 'marqueur-brouillon', title]
  expect(leaks.filter((words) => cells.includes(words))).toEqual([])
  expect(leaks.filter((words) => answers.includes(words))).toEqual([])
  expect(leaks.filter((words) => takenOut.includes(words))).toEqual([])
  const bytes = everyByte(member.folder)
  for (const words of [...leaks, 'marqueur-']) expect(bytes).not.toContain(words)
  await centre.stop()
}, 180_000)
