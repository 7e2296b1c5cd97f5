import { createHash } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sqliteCommitteeFiles } from '#main/adapters/sqlite/committeeFiles.ts'
import { ok } from '#shared/kernel/result.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import { decodeCommitBody } from '#shared/operations/commitDecode.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import type { Entity } from '#shared/operations/operation.ts'
import { ownKey } from '#shared/operations/replica/records.ts'
import { takeSnapshot } from '#shared/operations/replica/takeSnapshot.ts'
import type { CommitteeFile, ShareableFile } from '#shared/usecases/ports.ts'
import {
  act,
  addCandidature,
  codeOf,
  createdFile,
  openedFile,
  passphrase,
  secretary,
  settings,
  temporaryFolder,
  valueOf,
  withCandidature,
} from './committeeOnDisk.ts'
import { type SharedWorld, secretaryUser, sharedWorld, withCommittee } from './sharedWorld.ts'

const d1: Entity = 'dossier/d1'
const sheetOfAnne: Entity = 'sheet/c1/m-anne'

const retitle = (file: CommitteeFile, title: string, entity = d1) =>
  file.transact(act(`Titre « ${title} »`), (transaction) =>
    transaction.emit('dossier.change@1', entity, { set: { title } }),
  )
const ask = (file: CommitteeFile, requestedCents: number) =>
  file.transact(act(`Demande de ${requestedCents}`), (transaction) =>
    transaction.emit('candidature.change@1', 'candidature/c1', {
      set: { requestedCents: requestedCents as never },
    }),
  )
const asked = (requestedCents: number) => ({
  k: 'candidature.change@1',
  e: 'candidature/c1',
  x: 1,
  d: { set: { requestedCents } },
})
const titled = (title: string) => ({ k: 'dossier.change@1', e: d1, x: 1, d: { set: { title } } })
const templateOf = (sha256: string) => ({
  document: 'minutes' as const,
  name: 'Modèle',
  version: { version: 1, sha256, fileName: 'modele.docx', addedOn: '2026-11-20' },
})
const titleOf = (file: CommitteeFile) => file.load('dossier', 'd1')?.state.title
const requested = (file: CommitteeFile) => file.load('candidature', 'c1')?.state.requestedCents

/** A file with one candidature, linked to a centre. */
async function sharedFile(
  path: string,
  candidatures = 1,
): Promise<{ readonly file: ShareableFile; readonly world: SharedWorld }> {
  const { file } = await createdFile(path)
  withCommittee(file)
  for (let number = 1; number <= candidatures; number++) withCandidature(file, number, 'un', 'Berric')
  return { file, world: sharedWorld(file) }
}
const settle = (world: SharedWorld, file: ShareableFile) => {
  world.push(file)
  return world.pull(file)
}
const ownCommits = (file: ShareableFile) =>
  [...file.sharing.copy.scan('own')].map(([, { scope, commit }]) => {
    const body = valueOf(decodeCommitBody(commit.body))
    return { scope, kinds: body.ops.map(({ k }) => k) }
  })

describe('a shared file', () => {
  test('[SHF1] goes on from what it was alone, shows its acts at once, keeps them once ordered', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const { file, world } = await sharedFile(path)
    const nothing = { toSend: 0, toRegularise: 0, readOnly: 0, incidents: 0, mustEnrol: null }
    expect(file.sharing.state()).toEqual({ sharing: 'shared', ...nothing })
    valueOf(retitle(file, 'deux'))
    expect(titleOf(file)).toBe('deux')
    expect(file.listCandidatures(everything).rows.map(({ title }) => title)).toEqual(['deux'])
    expect(file.sharing.state()).toEqual({ sharing: 'shared', ...nothing, toSend: 1 })
    expect(file.doctor().verdict).toBe('conforme')
    expect(settle(world, file)).toEqual([
      { kind: 'settled', cid: expect.any(String), seq: 1 },
      { kind: 'changed', entities: [d1] },
    ])
    expect(file.sharing.state()).toEqual({ sharing: 'shared', ...nothing })
    expect(world.store.row('aggregate', d1)?.state).toEqual(file.load('dossier', 'd1')?.state)
    file.close()
    const again = await openedFile(path)
    expect(titleOf(again)).toBe('deux')
    expect(again.doctor().verdict).toBe('conforme')
    again.close()
  })

  test('[SHF1] shows what others did beneath what is pending here, in the lists too', async () => {
    using folder = temporaryFolder()
    const { file, world } = await sharedFile(folder.file('a.delibere'))
    valueOf(retitle(file, 'le mien'))
    expect(world.verdict('clerk', 'dossier/d1', titled('le sien'), asked(777))).toBe('ok')
    world.pull(file)
    expect([titleOf(file), requested(file)]).toEqual(['le mien', 777])
    expect(
      file.listCandidatures(everything).rows.map(({ title, requestedCents }) => [title, requestedCents]),
    ).toEqual([['le mien', 777]])
    expect(file.doctor().verdict).toBe('conforme')
    settle(world, file)
    expect(world.store.row('aggregate', d1)?.state).toMatchObject({ title: 'le mien' })
    file.close()
  })

  test('[SHF2] signs one commit for each run of one scope, in order, and the centre takes them all', async () => {
    using folder = temporaryFolder()
    const { file, world } = await sharedFile(folder.file('a.delibere'))
    valueOf(
      file.transact(act('Import de 2 candidatures'), (transaction) => {
        addCandidature(transaction, 2, 'deux', 'Molac')
        addCandidature(transaction, 3, 'trois', 'Elven')
        valueOf(transaction.emit('recusal.declare@1', 'recusal/c3/m-anne', recusal))
        return transaction.emit('sheet.mark@1', 'sheet/c2/m-bruno', mark, 'm-bruno')
      }),
    )
    expect(ownCommits(file)).toEqual([
      { scope: 'dossier/d2', kinds: ['dossier.register@1', 'candidature.submit@1'] },
      { scope: 'dossier/d3', kinds: ['dossier.register@1', 'candidature.submit@1'] },
      { scope: 'recusal/m-anne', kinds: ['recusal.declare@1'] },
      { scope: 'dossier/d2/sheet/c2/m-bruno', kinds: ['sheet.mark@1'] },
    ])
    expect(file.nextActs().undo?.entities).toEqual([
      'dossier/d2',
      'candidature/c2',
      'dossier/d3',
      'candidature/c3',
      'recusal/c3/m-anne',
      'sheet/c2/m-bruno',
    ])
    settle(world, file)
    expect([file.sharing.state().toSend, file.sharing.state().toRegularise]).toEqual([0, 0])
    expect(world.store.row('recusal', 'd3/m-anne')).toEqual({ candidatures: ['c3'] })
    expect(file.doctor().verdict).toBe('conforme')
    file.close()
  })

  test('[SHF2] what an act refuses leaves no commit, no row, no state', async () => {
    using folder = temporaryFolder()
    const { file } = await sharedFile(folder.file('a.delibere'))
    const refused = file.transact(act('Deux fois'), (transaction) => {
      valueOf(transaction.emit('dossier.change@1', d1, { set: { title: 'jamais' } }))
      return transaction.emit('dossier.change@1', 'dossier/d9', { set: { title: 'jamais' } })
    })
    expect(codeOf(refused)).toBe('entity.missing')
    expect([titleOf(file), ownCommits(file), file.sharing.copy.row('ownHead', 'own')?.seq]).toEqual([
      'un',
      [],
      0,
    ])
    expect(file.doctor().verdict).toBe('conforme')
    file.close()
  })

  test('[SHF2, SHF3] a long act shows nothing to send and takes nothing in until it is durable', async () => {
    using folder = temporaryFolder()
    const { file, world } = await sharedFile(folder.file('a.delibere'))
    valueOf(retitle(file, 'avant'))
    const seen: unknown[] = []
    const long = (label: string, aborted: () => boolean) =>
      file.transactInSlices(
        act(label),
        function* (transaction) {
          for (let number = 2; number < 600; number++) addCandidature(transaction, number, 'long', 'Molac')
          seen.push(
            world.push(file).said.length,
            file.sharing.isBusy(),
            codeOf(file.sharing.take(() => none)),
          )
          file.sharing.noteIncident({ of: 'second-lease', lease: label })
          file.sharing.keep('place', label)
          yield { done: 1, total: 2 }
          return ok(null)
        },
        {
          onProgress: () => undefined,
          get signal() {
            return { aborted: aborted() }
          },
        },
      )
    expect(codeOf(await long('annulé', () => true))).toBe('file.cancelled')
    // The one commit from before the act, and nothing of the thousand operations that it had signed.
    expect(seen).toEqual([1, true, 'entity.changed-meanwhile'])
    expect([file.sharing.copy.row('ownHead', 'own')?.seq, file.counts().dossier]).toEqual([1, 1])
    expect(file.sharing.incidents().map(({ incident, seen }) => [incident, seen])).toEqual([
      [{ of: 'second-lease', lease: 'annulé' }, false],
    ])
    expect(file.sharing.kept('place')).toBe('annulé')
    valueOf(await long('fait', () => false))
    expect(file.counts().dossier).toBe(599)
    expect(world.push(file).said.every((said) => said.kind === 'entry' && said.entry.verdict === 'ok')).toBe(
      true,
    )
    world.pull(file)
    expect(file.sharing.state().toSend).toBe(0)
    expect(file.doctor().verdict).toBe('conforme')
    file.close()
  })

  test('[SHF4] undoes and redoes, pending or ordered, what nobody else touched', async () => {
    using folder = temporaryFolder()
    const { file, world } = await sharedFile(folder.file('a.delibere'))
    expect(codeOf(file.undo(secretary))).toBe('undo.nothing')
    valueOf(retitle(file, 'deux'))
    valueOf(file.undo(secretary))
    expect(titleOf(file)).toBe('un')
    valueOf(file.redo(secretary))
    expect(titleOf(file)).toBe('deux')
    settle(world, file)
    expect([titleOf(file), file.sharing.state().toRegularise]).toEqual(['deux', 0])
    valueOf(file.undo(secretary))
    settle(world, file)
    expect(titleOf(file)).toBe('un')
    expect(world.store.row('aggregate', d1)?.state).toMatchObject({ title: 'un' })
    valueOf(file.redo(secretary))
    settle(world, file)
    expect(titleOf(file)).toBe('deux')
    expect(world.verdict('clerk', 'dossier/d1', titled('le sien'))).toBe('ok')
    world.pull(file)
    const before = file.sharing.copy.row('ownHead', 'own')
    expect(codeOf(file.undo(secretary))).toBe('entity.changed-meanwhile')
    expect([titleOf(file), file.sharing.copy.row('ownHead', 'own')]).toEqual(['le sien', before])
    expect(file.doctor().verdict).toBe('conforme')
    file.close()
  })

  test('[SHF4] [SY51] takes back the filing that locked a grid: the sheet is open again, the grid stays locked', async () => {
    using folder = temporaryFolder()
    const { file, world } = await sharedFile(folder.file('a.delibere'))
    const filed = file.transact(act('Dépôt de la fiche n° 1'), (transaction) => {
      for (let rank = 0; rank < 10; rank++)
        valueOf(
          transaction.emit(
            'sheet.mark@1',
            sheetOfAnne,
            { gridId: 'grid-1', criterionCode: `C${rank}`, mark: mark.mark },
            'm-anne',
          ),
        )
      valueOf(transaction.emit('grid.lock@1', 'grid/grid-1', {}))
      return transaction.emit('sheet.file@1', sheetOfAnne, {}, 'm-anne')
    })
    valueOf(filed)
    settle(world, file)
    const standing = () => [
      file.load('sheet', 'c1/m-anne')?.state.status,
      file.load('grid', 'grid-1')?.state.status,
      file.sharing.state().toRegularise,
    ]
    expect(standing()).toEqual(['filed', 'locked', 0])
    valueOf(file.undo(secretary))
    settle(world, file)
    expect(standing()).toEqual([undefined, 'locked', 0])
    valueOf(file.redo(secretary))
    settle(world, file)
    expect(standing()).toEqual(['filed', 'locked', 0])
    file.close()
  })

  test('[SHF5] a conflict waits with both states; taken up it cites what was refused, or is let go', async () => {
    using folder = temporaryFolder()
    const { file, world } = await sharedFile(folder.file('a.delibere'))
    const conflict = (mine: number, theirs: number) => {
      valueOf(ask(file, mine))
      expect(world.verdict('clerk', 'dossier/d1', { ...asked(theirs), x: 99 })).toBe('ok')
      settle(world, file)
      const [refused] = file.sharing.toRegularise()
      return refused
    }
    const first = conflict(500, 700)
    expect(first).toMatchObject({
      label: 'Demande de 500',
      verdict: 'conflict',
      code: 'changed-meanwhile',
      entities: ['candidature/c1'],
      mine: { 'candidature/c1': { requestedCents: 500 } },
      theirs: { 'candidature/c1': { requestedCents: 700 } },
    })
    expect(requested(file)).toBe(700)
    const cid = first?.cid ?? ''
    expect(codeOf(file.sharing.takeUp(secretary, cid, null))).toBe('input.invalid')
    valueOf(file.sharing.takeUp(secretary, cid, 'mine'))
    expect(requested(file)).toBe(500)
    expect(file.sharing.state()).toMatchObject({ toRegularise: 0, toSend: 1 })
    settle(world, file)
    expect(world.store.row('aggregate', 'candidature/c1')?.state).toMatchObject({ requestedCents: 500 })
    const head = file.sharing.copy.row('ownHead', 'own')
    const said = file.sharing.copy.row('own', ownKey({ dev: head?.dev ?? '', seq: 2 }))
    expect(valueOf(decodeCommitBody(said?.commit.body ?? new Uint8Array())).ops.map(({ re }) => re)).toEqual([
      cid,
    ])

    const second = conflict(900, 950)?.cid ?? ''
    valueOf(file.sharing.takeUp(secretary, second, 'theirs'))
    expect([requested(file), file.sharing.toRegularise()]).toEqual([950, []])
    const third = conflict(10, 20)?.cid ?? ''
    // Taken anew as a whole, it still knows what was refused.
    const { head: place, rows } = snapshotFor(world.store, { user: secretaryUser })
    valueOf(file.sharing.take((copy) => takeSnapshot(copy, place, rows)))
    expect(file.sharing.toRegularise()[0]).toMatchObject({
      mine: { 'candidature/c1': { requestedCents: 10 } },
      theirs: { 'candidature/c1': { requestedCents: 20 } },
    })
    valueOf(file.sharing.letGo(third))
    expect([requested(file), codeOf(file.sharing.letGo(third))]).toEqual([20, 'entity.missing'])
    expect(file.doctor().verdict).toBe('conforme')
    file.close()
  })

  test('[SHF6] a restored copy is told that it is behind, reads on, and writes on under a new key', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const { file, world } = await sharedFile(path)
    valueOf(retitle(file, 'sauvegardé'))
    file.close()
    const backup = folder.file('sauvegarde.delibere')
    copyFileSync(path, backup)
    const lived = await openedFile(path)
    valueOf(retitle(lived, 'perdu'))
    settle(world, lived)
    lived.close()

    const old = await openedFile(backup)
    expect(world.push(old).behind).toBe(true)
    old.sharing.mustEnrol('behind')
    expect(old.sharing.state()).toMatchObject({ mustEnrol: 'behind', toSend: 1 })
    expect([codeOf(retitle(old, 'non')), codeOf(old.undo(secretary))]).toEqual([
      'sync.must-enrol',
      'sync.must-enrol',
    ])
    expect(titleOf(old)).toBe('sauvegardé')
    world.pull(old)
    expect(titleOf(old)).toBe('perdu')
    const key = old.sharing.prepareDevice()
    expect(old.sharing.prepareDevice()).toEqual(key)
    world.enrol(key, secretaryUser)
    expect(codeOf(old.sharing.enrolAnew('autre'))).toBe('entity.missing')
    valueOf(old.sharing.enrolAnew(key.id))
    expect([old.sharing.state().mustEnrol, old.sharing.self()?.device]).toEqual([null, key.id])
    valueOf(retitle(old, 'de nouveau'))
    settle(world, old)
    expect(world.store.row('aggregate', d1)?.state).toMatchObject({ title: 'de nouveau' })
    expect(old.doctor().verdict).toBe('conforme')
    old.close()
  })

  test('[SHF5, SHF6] two openings of one copy fork: the second is told, and what it wrote is said again under its new key', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const { file, world } = await sharedFile(path, 2)
    file.close()
    const twin = folder.file('b.delibere')
    copyFileSync(path, twin)
    const [first, second] = [await openedFile(path), await openedFile(twin)]
    valueOf(retitle(first, 'de la première'))
    valueOf(retitle(second, 'de la seconde', 'dossier/d2'))
    settle(world, first)
    expect(world.push(second).behind).toBe(true)
    second.sharing.mustEnrol('behind')
    const key = second.sharing.prepareDevice()
    world.enrol(key, secretaryUser)
    valueOf(second.sharing.enrolAnew(key.id))
    // Offered as it is, it gets its verdict, and its author has nothing to do.
    const outputs = settle(world, second)
    expect(outputs.find(({ kind }) => kind === 'refused')).toMatchObject({ refusal: { verdict: 'forked' } })
    expect(second.sharing.state()).toMatchObject({ toRegularise: 0, toSend: 1, mustEnrol: null })
    settle(world, second)
    expect([titleOf(second), second.load('dossier', 'd2')?.state.title]).toEqual([
      'de la première',
      'de la seconde',
    ])
    expect(world.store.row('aggregate', 'dossier/d2')?.state).toMatchObject({ title: 'de la seconde' })
    expect(second.doctor().verdict).toBe('conforme')
    first.close()
    second.close()
  })

  test('[SHF6] a file that came from another machine forks nothing', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const { file, world } = await sharedFile(path)
    valueOf(retitle(file, 'en attente'))
    file.close()
    const elsewhere = sqliteCommitteeFiles(settings({ machineId: '1'.repeat(32) }))
    const moved = await openedFile(path, elsewhere)
    expect([moved.sharing.state().mustEnrol, codeOf(retitle(moved, 'non'))]).toEqual([
      'copied',
      'sync.must-enrol',
    ])
    const key = moved.sharing.prepareDevice()
    world.enrol(key, secretaryUser)
    valueOf(moved.sharing.enrolAnew(key.id))
    valueOf(retitle(moved, 'suite'))
    settle(world, moved)
    expect([titleOf(moved), moved.sharing.state()]).toEqual([
      'suite',
      { sharing: 'shared', toSend: 0, toRegularise: 0, readOnly: 0, incidents: 0, mustEnrol: null },
    ])
    expect(moved.doctor().verdict).toBe('conforme')
    moved.close()
  })

  test('[SHF6] what only a later program knows is read and not written', async () => {
    using folder = temporaryFolder()
    const { file } = await sharedFile(folder.file('a.delibere'))
    valueOf(file.sharing.copy.write([{ table: 'readOnly', key: d1, row: { why: 'unknown-kind' } }]))
    expect([codeOf(retitle(file, 'non')), titleOf(file), file.sharing.state().readOnly]).toEqual([
      'sync.needs-update',
      'un',
      1,
    ])
    valueOf(file.sharing.copy.write([{ table: 'readOnly', key: d1, row: { why: 'history-missing' } }]))
    expect(codeOf(retitle(file, 'non'))).toBe('sync.awaits-copy')
    file.close()
  })

  test('[SHF7] a member who is lent the laptop is named by what its owner signs', async () => {
    using folder = temporaryFolder()
    const { file } = await sharedFile(folder.file('a.delibere'))
    const lent = { ...act('Note'), actor: { userId: 'm-anne' } }
    valueOf(file.transact(lent, (transaction) => transaction.emit('sheet.mark@1', sheetOfAnne, mark)))
    const [entry] = file.history(sheetOfAnne)
    expect(entry).toMatchObject({ userId: 'secretary', onBehalfOf: 'm-anne', label: 'Note' })
    file.close()
  })

  test('[SHF8] the history tells what was alone, what was ordered, whoever wrote it, and what is pending', async () => {
    using folder = temporaryFolder()
    const { file, world } = await sharedFile(folder.file('a.delibere'))
    valueOf(retitle(file, 'deux'))
    settle(world, file)
    expect(world.verdict('clerk', 'dossier/d1', titled('trois'))).toBe('ok')
    file.sharing.learn({ people: [{ user: 'u-clerk', name: 'Greffe', memberId: null }] })
    world.pull(file)
    valueOf(retitle(file, 'quatre'))
    const told = file.history(d1).map(({ version, userId, label, after, shared }) => ({
      version,
      userId,
      label,
      title: after && 'title' in after ? after.title : null,
      shared: shared && [shared.author, shared.mine, shared.verdict, shared.order?.g ?? null],
    }))
    expect(told).toEqual([
      {
        version: 4,
        userId: 'secretary',
        label: 'Titre « quatre »',
        title: 'quatre',
        shared: ['Le secrétariat', true, null, null],
      },
      {
        version: 3,
        userId: 'secretary',
        label: 'Modification du dossier',
        title: 'trois',
        shared: ['Greffe', false, 'ok', 2],
      },
      {
        version: 2,
        userId: 'secretary',
        label: 'Titre « deux »',
        title: 'deux',
        shared: ['Le secrétariat', true, 'ok', 1],
      },
      { version: 1, userId: 'secretary', label: 'Candidature de Berric', title: 'un', shared: undefined },
    ])
    file.close()
  })

  test('[SHF3] the rooms that it orders have their own rows, and are dropped alone', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const { file } = await sharedFile(path)
    const lease = { table: 'lease', key: 'l1', row: leaseRow } as const
    const log = {
      table: 'log',
      key: 'log',
      row: { log: 'lease/l1', epoch: 0, g: 0, r: new Uint8Array(32) },
    } as const
    valueOf(file.sharing.hubs.open('l1', [lease, log]))
    expect(codeOf(file.sharing.hubs.open('l1', [lease, log]))).toBe('entity.exists')
    file.close()
    const again = await openedFile(path)
    const rows = again.sharing.hubs.rows('l1')
    expect([again.sharing.hubs.list(), rows?.row('lease', 'l1'), again.sharing.hubs.rows('l2')]).toEqual([
      ['l1'],
      leaseRow,
      null,
    ])
    valueOf(
      rows?.write([{ table: 'promised', key: 'x', row: { verdict: 'ok', code: '', g: 1 } }]) ?? ok(null),
    )
    expect(rows?.row('promised', 'x')).toEqual({ verdict: 'ok', code: '', g: 1 })
    expect(again.sharing.copy.row('promised', 'x')).toBe(null)
    // What it began with stays as it was, for a successor that asks late.
    const seed = again.sharing.hubs.seed('l1') ?? []
    expect(seed).toContainEqual({ table: 'lease', key: 'l1', row: leaseRow })
    expect(seed.some(({ table }) => table === 'promised')).toBe(false)
    expect(again.doctor().verdict).toBe('conforme')
    again.sharing.hubs.drop('l1')
    expect([again.sharing.hubs.list(), again.sharing.hubs.rows('l1')]).toEqual([[], null])
    expect(again.sharing.hubs.seed('l1')).toBe(null)
    expect(again.sharing.copy.row('aggregate', d1)).not.toBe(null)
    again.close()
  })

  test('[SHF3] knows which cited bytes did not come, and offers what its own acts cite, settled or not', async () => {
    using folder = temporaryFolder()
    const { file, world } = await sharedFile(folder.file('a.delibere'))
    const theirBytes = Buffer.from('modèle du greffe')
    const theirs = createHash('sha256').update(theirBytes).digest('hex')
    const foreign = { k: 'template.add@1', e: 'template/t-theirs', d: templateOf(theirs) }
    expect(world.verdict('clerk', 'office', foreign)).toBe('ok')
    // What somebody types cites nothing [BL13].
    expect(world.verdict('clerk', 'dossier/d1', titled('b'.repeat(64)))).toBe('ok')
    world.pull(file)
    expect(file.sharing.attachments.missing()).toEqual([theirs])
    expect(codeOf(file.sharing.attachments.put(theirs, Buffer.from('faux')))).toBe('blob.altered')
    const bytes = Buffer.from('faits figés')
    let sha256 = ''
    const before = file.sharing.attachments.toOffer(null)
    expect(before.digests).toEqual([])
    valueOf(
      file.transact(act('Pièce'), (transaction) => {
        sha256 = transaction.putBlob(bytes)
        return transaction.emit('template.add@1', 'template/t-own', templateOf(sha256))
      }),
    )
    const seq = before.upTo.seq + 1
    const offered = { upTo: { ...before.upTo, seq }, digests: [sha256] }
    expect(file.sharing.attachments.toOffer(before.upTo)).toEqual(offered)
    // Bytes leave after the commit that cites them: that it was settled takes nothing off the list.
    settle(world, file)
    expect(file.sharing.attachments.toOffer(before.upTo)).toEqual(offered)
    expect(file.sharing.attachments.toOffer(offered.upTo).digests).toEqual([])
    valueOf(file.sharing.attachments.put(sha256, bytes))
    expect(file.sharing.attachments.missing()).toEqual([theirs])
    // What a former key of this laptop cited lies beside what others did.
    valueOf(file.sharing.attachments.put(theirs, theirBytes))
    const everything = { upTo: offered.upTo, digests: [sha256, theirs].sort() }
    expect(file.sharing.attachments.toOffer({ dev: 'former', seq: 40 })).toEqual(everything)
    expect(file.sharing.attachments.toOffer(offered.upTo).digests).toEqual([])
    file.close()
  })

  test('[SHF3] [BL13] the facts of a closing are asked for by who is told all of its session, by nobody else', async () => {
    using folder = temporaryFolder()
    const { file, world } = await sharedFile(folder.file('a.delibere'))
    const { copy } = file.sharing
    const plan = {
      callId: 'call-1',
      date: '2026-12-01',
      place: '',
      secondConvocation: false,
      convocation: null,
    }
    const planned = { k: 'session.plan@1', e: 'session/s1', d: { ...plan, agenda: [] } }
    expect(world.verdict('chair', 'session/s1', planned)).toBe('ok')
    world.pull(file)
    // As a feed of the closing leaves it here.
    const factsDigest = 'a'.repeat(64)
    const shown = copy.row('aggregate', 'session/s1')
    if (shown === null || shown.state === null) throw new Error('the session is here')
    const closed = {
      ...shown,
      state: { ...shown.state, status: 'closed', factsDigest } as typeof shown.state,
    }
    valueOf(
      copy.write(
        ['base', 'aggregate'].map((table) => ({ table, key: 'session/s1', row: closed }) as RowChange),
      ),
    )
    expect(file.sharing.attachments.missing()).toEqual([factsDigest])
    const [mandate] = file.sharing.self()?.mandates ?? []
    if (mandate === undefined) throw new Error('the secretariat has its mandate')
    file.sharing.learn({ mandates: [{ ...mandate, role: 'member', memberId: 'm-anne' }] })
    expect(file.sharing.attachments.missing()).toEqual([])
    // Who becomes one who is told asks.
    file.sharing.learn({ mandates: [{ ...mandate, role: 'chair', memberId: 'm-chair' }] })
    expect(file.sharing.attachments.missing()).toEqual([factsDigest])
    file.close()
  })

  test('[SHF1] its passphrase can be changed and quick unlock refused as for any file', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    const { file } = await sharedFile(path)
    file.close()
    const files = sqliteCommitteeFiles(settings())
    valueOf(
      await files.changePassphrase(path, { kind: 'passphrase', text: passphrase }, 'une autre phrase longue'),
    )
    const again = valueOf(await files.open(path, { kind: 'passphrase', text: 'une autre phrase longue' }))
    expect(again.sharing.state().sharing).toBe('shared')
    again.close()
  })
})

const none = { changes: [], outputs: [] }
const everything = {
  callId: null,
  search: '',
  filters: {},
  sort: 'number',
  descending: false,
  offset: 0,
  limit: 50,
} as const
const recusal = { reason: 'lien', legalBasis: '', counting: 'numerator' } as const
const mark = {
  gridId: 'grid-1',
  criterionCode: 'C0',
  mark: { kind: 'value', hundredths: 1200, comment: 'bien' },
} as const
const leaseRow = {
  id: 'l1',
  session: 's1',
  dossiers: [],
  hub: 'd',
  successors: [],
  g: 0,
  from: 0,
  to: 1,
  emergency: false,
  standing: 'open',
  endedG: null,
} as const
