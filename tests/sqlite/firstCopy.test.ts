import { expect, test } from 'vitest'
import { sqliteCommitteeFiles } from '#main/adapters/sqlite/committeeFiles.ts'
import { ok } from '#shared/kernel/result.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { endFirstCopy, takeFirstRows } from '#shared/operations/replica/takeFirstCopy.ts'
import {
  act,
  addCandidature,
  createdFile,
  type Folder,
  openedFile,
  passphrase,
  settings,
  temporaryFolder,
  valueOf,
  withCandidature,
} from './committeeOnDisk.ts'
import { tamper } from './rawDatabase.ts'
import { log, type SharedWorld, sharedWorld, withCommittee } from './sharedWorld.ts'

/** The centre of a committee with five candidatures, of which the secretariat has the file. */
async function centreOf(folder: Folder) {
  const { file } = await createdFile(folder.file('secretariat.delibere'))
  withCommittee(file)
  valueOf(
    file.transact(act('Import'), (transaction) => {
      for (let number = 1; number <= 5; number++)
        addCandidature(transaction, number, `Projet ${number}`, 'Berric')
      return ok(null)
    }),
  )
  return { file, world: sharedWorld(file) }
}

/** The laptop of Anne: enrolled, given her first copy. */
async function copyOfAnne(world: SharedWorld, fileId: string, path: string) {
  const { file } = valueOf(await sqliteCommitteeFiles(settings()).createCopy(path, passphrase, fileId))
  const key = file.sharing.prepareDevice()
  world.enrol(key, 'u-anne')
  const mandates = world.store.row('mandates', 'u-anne')?.list ?? []
  valueOf(file.sharing.share({ user: 'u-anne', name: 'Anne', device: key.id, log, mandates }))
  const { head, rows } = snapshotFor(world.store, { user: 'u-anne' })
  valueOf(file.sharing.take((copy) => takeFirstRows(copy, [...rows], log)))
  valueOf(file.sharing.take((copy) => endFirstCopy(copy, head, false)))
  return file
}

test('[SHF12] a first copy is a whole file: it says who it is, reads what its member may, writes, sends, follows', async () => {
  using folder = temporaryFolder()
  const { file, world } = await centreOf(folder)
  valueOf(
    file.transact(act('Note'), (transaction) =>
      transaction.emit('sheet.mark@1', 'sheet/c2/m-bruno', marked, 'm-bruno'),
    ),
  )
  world.push(file)
  world.pull(file)
  const anne = await copyOfAnne(world, file.fileId, folder.file('anne.delibere'))
  expect(anne.doctor().verdict).toBe('conforme')
  expect(anne.sharing.self()).toMatchObject({
    user: 'u-anne',
    name: 'Anne',
    mandates: [{ memberId: 'm-anne' }],
  })
  // The sealed sheet of somebody else is not in it, in any form.
  expect([anne.counts().candidature, anne.counts().sheet]).toEqual([5, 0])
  expect(
    [...anne.sharing.copy.scan('aggregate')].filter(
      ([entity]) => entity.includes('bruno/') || entity.startsWith('sheet'),
    ),
  ).toEqual([])
  const list = {
    callId: null,
    search: 'projet 3',
    filters: {},
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 9,
  } as const
  expect(anne.listCandidatures(list).rows.map(({ title }) => title)).toEqual(['Projet 3'])
  const asAnne = { ...act('Ma note'), actor: { userId: 'm-anne' } }
  valueOf(anne.transact(asAnne, (transaction) => transaction.emit('sheet.mark@1', 'sheet/c2/m-anne', marked)))
  expect(anne.history('sheet/c2/m-anne')[0]).toMatchObject({ userId: 'm-anne', onBehalfOf: null })
  world.push(anne)
  world.pull(anne, 'u-anne')
  expect(anne.sharing.state()).toMatchObject({ toSend: 0, toRegularise: 0 })
  expect(world.store.row('aggregate', 'sheet/c2/m-anne')?.state).toEqual(
    anne.load('sheet', 'c2/m-anne')?.state,
  )
  expect(anne.doctor().verdict).toBe('conforme')
  anne.close()
  file.close()
})

test('[SHF1] what is taken away from a member leaves every table of the file', async () => {
  using folder = temporaryFolder()
  const { file, world } = await centreOf(folder)
  const anne = await copyOfAnne(world, file.fileId, folder.file('anne.delibere'))
  const asAnne = { ...act('Note de Projet 2'), actor: { userId: 'm-anne' } }
  valueOf(anne.transact(asAnne, (transaction) => transaction.emit('sheet.mark@1', 'sheet/c2/m-anne', marked)))
  world.push(anne)
  world.pull(anne, 'u-anne')
  valueOf(
    file.transact(act('Déport'), (transaction) =>
      transaction.emit('recusal.declare@1', 'recusal/c2/m-anne', recusal, 'm-anne'),
    ),
  )
  world.push(file)
  const outputs = world.pull(anne, 'u-anne')
  expect(outputs.filter(({ kind }) => kind === 'purged')).toMatchObject([{ dossier: 'd2' }])
  expect([
    anne.load('dossier', 'd2'),
    anne.load('candidature', 'c2'),
    anne.load('sheet', 'c2/m-anne'),
  ]).toEqual([null, null, null])
  expect(anne.counts()).toMatchObject({ dossier: 4, candidature: 4, sheet: 0 })
  expect(anne.history('sheet/c2/m-anne')).toEqual([])
  const kept = JSON.stringify([...anne.sharing.copy.scan('aggregate'), ...anne.sharing.copy.scan('base')])
  expect(kept).not.toContain('Projet 2')
  for (const [, { commit }] of anne.sharing.copy.scan('own')) expect(commit.body).toHaveLength(0)
  expect(JSON.stringify(anne.undoState())).not.toContain('Projet 2')
  expect(anne.doctor().verdict).toBe('conforme')
  anne.close()
  file.close()
})

test('[SHF1] what is taken away from the file that founded the centre leaves what it wrote alone too', async () => {
  using folder = temporaryFolder()
  const path = folder.file('secretariat.delibere')
  const { file } = await createdFile(path)
  withCommittee(file)
  withCandidature(file, 1, 'Projet 1', 'Berric')
  withCandidature(file, 2, 'Projet 2', 'Molac')
  const world = sharedWorld(file)
  world.store.apply([
    {
      table: 'mandates',
      key: 'u-secretary',
      row: {
        list: (world.store.row('mandates', 'u-secretary')?.list ?? []).map((each) => ({
          ...each,
          memberId: 'm-anne',
        })),
      },
    },
  ])
  expect(
    world.verdict('clerk', 'recusal/m-anne', {
      k: 'recusal.declare@1',
      e: 'recusal/c2/m-anne',
      ob: 'm-anne',
      d: recusal,
    }),
  ).toBe('ok')
  expect(world.pull(file).filter(({ kind }) => kind === 'purged')).toMatchObject([{ dossier: 'd2' }])
  expect(file.counts()).toMatchObject({ dossier: 1, candidature: 1 })
  expect([file.history('dossier/d2'), file.history('dossier/d1').map(({ label }) => label)]).toEqual([
    [],
    ['Candidature de Berric'],
  ])
  expect(file.doctor().verdict).toBe('conforme')
  file.close()
  await tamper(path, (database) => {
    const kept = [
      ...database.prepare('SELECT body FROM commits').pluck().all(),
      ...database.prepare('SELECT label FROM acts').pluck().all(),
      ...database.prepare('SELECT value FROM sync_rows').pluck().all(),
      ...database.prepare('SELECT state FROM dossiers').pluck().all(),
      ...database.prepare('SELECT search_text FROM candidature_text').pluck().all(),
    ].map((value) => (Buffer.isBuffer(value) ? value.toString() : String(value)))
    expect(kept.filter((text) => /Projet 2|Molac|molac/.test(text))).toEqual([])
    expect(kept.some((text) => text.includes('Projet 1'))).toBe(true)
  })
  const again = await openedFile(path)
  expect(again.doctor().verdict).toBe('conforme')
  again.close()
})

const marked = {
  gridId: 'grid-1',
  criterionCode: 'C0',
  mark: { kind: 'value', hundredths: 1200, comment: 'bien' },
} as const
const recusal = { reason: 'lien', legalBasis: '', counting: 'numerator' } as const
