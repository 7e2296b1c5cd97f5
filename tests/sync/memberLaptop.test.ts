import { readdirSync, readFileSync } from 'node:fs'
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
  await member.get('file.close', {})
  const cells = await everyCell(member.path)
  expect(cells).toContain('marqueur-projet-lu')
  expect(cells).toContain('marqueur-debat-lu')
  const leaks = ['marqueur-projet-tu', 'marqueur-debat-tu', 'marqueur-rapport', 'marqueur-brouillon', title]
  expect(leaks.filter((words) => cells.includes(words))).toEqual([])
  expect(leaks.filter((words) => answers.includes(words))).toEqual([])
  const bytes = everyByte(member.folder)
  for (const words of [...leaks, 'marqueur-']) expect(bytes).not.toContain(words)
  await centre.stop()
}, 180_000)
