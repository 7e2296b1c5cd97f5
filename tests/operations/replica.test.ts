import { describe, expect, test } from 'vitest'
import { generateDeviceKeys, nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import type { RowStore } from '#shared/operations/authority/memoryRows.ts'
import { memoryRows } from '#shared/operations/authority/memoryRows.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import { witness } from '#shared/operations/authority/witness.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { cutOff, enrolAgain, offerFormer } from '#shared/operations/replica/enrolAgain.ts'
import { offerOwn } from '#shared/operations/replica/offerOwn.ts'
import { agreedPlace, reconcile, vouchedPlaces } from '#shared/operations/replica/reconcile.ts'
import { shownState } from '#shared/operations/replica/shownState.ts'
import { takeFeed } from '#shared/operations/replica/takeFeed.ts'
import {
  applicant,
  attends,
  committeeWorld,
  mark,
  openWorld,
  recusalDeclared,
  sheetScope,
  worldOver,
  written,
} from './support/committee.ts'
import { rowsOf } from './support/copies.ts'
import { feedOf, loaded, statesFed, statesOf, testReplica } from './support/replica.ts'

const everything = (store: RowStore): string => {
  const tables = [
    'aggregate',
    'commit',
    'own',
    'cursor',
    'heard',
    'pendingOn',
    'toRegularise',
    'purged',
  ] as const
  return JSON.stringify(tables.map((table) => [...store.scan(table)]))
}
const textOf = (store: RowStore): string =>
  [...store.scan('commit')].map(([, { commit }]) => new TextDecoder().decode(commit.body)).join('\n') +
  JSON.stringify([...store.scan('aggregate'), ...store.scan('base')])

describe('replica', () => {
  test('[SY23] a copy is the fold of what its reader may read, whatever the pages', () => {
    const world = openWorld()
    world.act('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))
    world.act('bruno', sheetScope(1, 'm-bruno'), mark(1, 'm-bruno', 900))
    for (const person of ['secretary', 'chair', 'anne', 'instructor', 'guest'] as const)
      for (const page of [1, 3, 100]) {
        const replica = testReplica(world, person)
        replica.pull(world, page)
        expect(statesOf(replica.store)).toEqual(
          statesFed(snapshotFor(world.store, { user: `u-${person}` }).rows),
        )
      }
  })

  test('[SY7] a feed that comes twice, or late, changes nothing', () => {
    const world = openWorld()
    const replica = testReplica(world, 'anne')
    replica.pull(world)
    const before = everything(replica.store)
    for (const fromG of [0, 1, 3])
      replica.take(takeFeed(replica.store, feedOf(world, 'anne', fromG, 5), nodeCrypto))
    expect(everything(replica.store)).toBe(before)
  })

  test('[SY23] what is pending is shown over what is confirmed, and is the same once it is', () => {
    const world = committeeWorld()
    const anne = testReplica(world, 'anne')
    anne.pull(world)
    anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))
    anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1600))
    const shown = shownState(anne.store, 'sheet/can-1/m-anne')
    expect(shown.version).toBe(2)
    expect(anne.store.row('aggregate', 'sheet/can-1/m-anne')).toBe(null)
    expect(anne.push(world).map(({ kind }) => kind)).toEqual(['entry', 'entry'])
    anne.pull(world)
    expect(shownState(anne.store, 'sheet/can-1/m-anne')).toEqual(shown)
    expect(anne.store.row('pendingOn', 'sheet/can-1/m-anne')).toBe(null)
    expect(anne.push(world)).toEqual([])
  })

  test('[SY23] what comes in touches only the aggregates that it names', () => {
    const world = committeeWorld()
    const secretary = testReplica(world, 'secretary')
    secretary.pull(world)
    world.act('anne', sheetScope(2, 'm-anne'), mark(2, 'm-anne', 300))
    expect(secretary.pull(world)).toEqual([{ kind: 'changed', entities: ['sheet/can-2/m-anne'] }])
  })

  test('[SY25] a refused commit leaves the state and stays to be regularised', () => {
    const world = committeeWorld()
    const instructor = testReplica(world, 'instructor')
    instructor.pull(world)
    const renamed = (name: string) => ({
      k: 'dossier.change@1',
      e: 'dossier/dos-1',
      d: { set: { applicant: applicant(name) } },
    })
    instructor.write('dossier/dos-1', renamed('Lorient'))
    world.act('secretary', 'dossier/dos-1', { ...renamed('Vannes'), x: 1 })
    instructor.push(world)
    const outputs = instructor.pull(world)
    const refused = outputs.find(({ kind }) => kind === 'refused')
    expect(refused).toMatchObject({
      refusal: { verdict: 'conflict', code: 'changed-meanwhile', entities: ['dossier/dos-1'] },
    })
    expect(shownState(instructor.store, 'dossier/dos-1').state).toMatchObject({
      applicant: { name: 'Vannes' },
    })
    expect([...instructor.store.scan('toRegularise')]).toHaveLength(1)
    // Taken up again, having seen: it passes.
    instructor.write('dossier/dos-1', renamed('Lorient'))
    instructor.push(world)
    instructor.pull(world)
    expect(shownState(instructor.store, 'dossier/dos-1').state).toMatchObject({
      applicant: { name: 'Lorient' },
    })
  })

  test('[SY29] an undo of one’s own holds, offline too; one that would take back what another wrote does not', () => {
    const world = committeeWorld()
    const secretary = testReplica(world, 'secretary')
    secretary.store.apply([{ table: 'ownHead', key: 'own', row: headOf(world) }])
    secretary.pull(world)
    const titled = (title: string) => ({ k: 'dossier.change@1', e: 'dossier/dos-1', d: { set: { title } } })
    const back = (toVersion: number) => ({ k: 'aggregate.revert@1', e: 'dossier/dos-1', d: { toVersion } })
    secretary.write('dossier/dos-1', titled('A'))
    secretary.write('dossier/dos-1', titled('B'))
    secretary.write('dossier/dos-1', back(2))
    expect(shownState(secretary.store, 'dossier/dos-1').state).toMatchObject({ title: 'A' })
    secretary.push(world)
    secretary.pull(world)
    expect(secretary.store.row('aggregate', 'dossier/dos-1')).toMatchObject({
      version: 4,
      state: { title: 'A' },
    })
    expect(world.store.row('aggregate', 'dossier/dos-1')).toEqual(
      secretary.store.row('aggregate', 'dossier/dos-1'),
    )
    world.act('instructor', 'dossier/dos-1', titled('C'))
    secretary.write('dossier/dos-1', back(3))
    secretary.push(world)
    expect(secretary.pull(world).flatMap((o) => (o.kind === 'refused' ? [o.refusal.code] : []))).toEqual([
      'version',
    ])
    secretary.write('dossier/dos-1', back(1))
    secretary.push(world)
    expect(secretary.pull(world).flatMap((o) => (o.kind === 'refused' ? [o.refusal.code] : []))).toEqual([
      'version',
    ])
    expect(shownState(secretary.store, 'dossier/dos-1').state).toMatchObject({ title: 'C' })
  })

  test('[SY4] a recusal takes the dossier away from the copy of the member, its lifting gives it back', () => {
    const world = openWorld()
    world.act('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))
    world.act('secretary', 'session/ses-1/dossier/dos-1', {
      k: 'session.write-debate@1',
      e: 'session/ses-1',
      d: { itemId: 'item-1', text: 'débat secret' },
    })
    const anne = testReplica(world, 'anne')
    anne.pull(world)
    expect(textOf(anne.store)).toContain('débat secret')
    const whole = statesOf(anne.store)
    world.act('secretary', 'recusal/m-anne', { ...recusalDeclared(1, 'm-anne'), ob: 'm-anne' })
    expect(anne.pull(world).filter(({ kind }) => kind === 'purged')).toEqual([
      { kind: 'purged', dossier: 'dos-1', g: world.store.row('log', 'log')?.g },
    ])
    expect(textOf(anne.store)).not.toContain('débat secret')
    expect(textOf(anne.store)).not.toContain('secret-1-m-anne')
    expect(textOf(anne.store)).not.toContain('Dossier 1')
    expect(statesOf(anne.store)).toEqual(statesFed(snapshotFor(world.store, { user: 'u-anne' }).rows))
    world.act('chair', 'recusal/m-anne', {
      k: 'recusal.lift@1',
      e: 'recusal/can-1/m-anne',
      d: { reason: 'erreur' },
    })
    anne.pull(world)
    const { 'recusal/can-1/m-anne': _recusal, ...again } = statesOf(anne.store)
    expect(again).toEqual(whole)
  })

  test('[SY4] what was to be sent of a dossier taken away is sent, then leaves the disk too', () => {
    const world = committeeWorld()
    const anne = testReplica(world, 'anne')
    anne.pull(world)
    anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))
    world.act('secretary', 'recusal/m-anne', { ...recusalDeclared(1, 'm-anne'), ob: 'm-anne' })
    anne.pull(world)
    const ownBodies = (): string =>
      [...anne.store.scan('own')].map(([, { commit }]) => new TextDecoder().decode(commit.body)).join()
    expect(ownBodies()).toContain('secret-1-m-anne')
    expect(anne.push(world).map((o) => o.kind === 'entry' && o.entry.verdict)).toEqual(['recused'])
    anne.pull(world)
    expect(ownBodies()).toBe('')
    expect([...anne.store.scan('toRegularise')]).toHaveLength(1)
    // The chain goes on from its headers.
    anne.write(sheetScope(2, 'm-anne'), mark(2, 'm-anne', 300))
    expect(anne.push(world).map((o) => o.kind === 'entry' && o.entry.verdict)).toEqual(['ok'])
  })

  test('[SY4] a mandate that ends takes everything away at the next contact', () => {
    const world = openWorld()
    const bruno = testReplica(world, 'bruno')
    bruno.pull(world)
    expect(Object.keys(statesOf(bruno.store)).length).toBeGreaterThan(5)
    world.act('admin', 'control', { k: 'mandate.end@1', e: 'mandate/mandate-bruno', d: {} })
    bruno.pull(world)
    expect(statesOf(bruno.store)).toEqual({})
    expect(textOf(bruno.store)).not.toContain('Dossier 1')
  })

  test('[SY26] an unknown kind is kept as it came, its aggregate is read only, nothing else stops', () => {
    const world = committeeWorld()
    const anne = testReplica(world, 'anne')
    anne.pull(world)
    const feed = feedOf(world, 'anne', 0, 1)
    // A later program accepted a kind that this one does not know.
    const commit = world.devices.secretary.sign('dossier/dos-1', [
      { k: 'dossier.archive@9', e: 'dossier/dos-1', d: {} },
    ])
    const head = anne.store.row('cursor', 'centre')
    if (head === null) throw new Error('no cursor')
    const cid = Buffer.from(commit.id).toString('base64url')
    const entry = {
      log: 'centre',
      epoch: 0,
      g: head.g + 1,
      cid,
      verdict: 'ok',
      code: '',
      at: 0,
      via: null,
    } as const
    anne.take(
      takeFeed(
        anne.store,
        {
          ...feed,
          fromG: head.g,
          upToG: head.g + 1,
          headG: head.g + 1,
          entries: [{ entry, commit }],
          anew: false,
        },
        nodeCrypto,
      ),
    )
    expect(anne.store.row('readOnly', 'dossier/dos-1')).toEqual({
      why: 'unknown-kind',
      kinds: ['dossier.archive@9'],
    })
    expect(anne.store.row('commit', cid)?.commit).toEqual(commit)
    expect(() =>
      anne.write('dossier/dos-1', { k: 'dossier.change@1', e: 'dossier/dos-1', d: { set: {} } }),
    ).toThrow('entity.changed-meanwhile')
    expect(world.verdict('secretary', 'shared', { k: 'later.kind@1', e: 'later/1', d: {} })).toBe('waiting')
  })

  test('[SY15] a feed that contradicts the receipts is not taken', () => {
    const world = openWorld()
    const anne = testReplica(world, 'anne')
    const feed = feedOf(world, 'anne', 0, 100)
    const before = everything(anne.store)
    const altered = feed.entries.map((fed, index) =>
      index === 2 ? { ...fed, entry: { ...fed.entry, g: 9 } } : fed,
    )
    expect(anne.take(takeFeed(anne.store, { ...feed, entries: altered }, nodeCrypto))).toEqual([
      { kind: 'broken-log', g: 9 },
    ])
    const [first, second] = feed.entries
    if (first?.commit == null || second?.commit == null) throw new Error('a member reads what is shared')
    const swapped = [
      { ...first, commit: { ...first.commit, body: second.commit.body } },
      ...feed.entries.slice(1),
    ]
    expect(anne.take(takeFeed(anne.store, { ...feed, entries: swapped }, nodeCrypto))).toEqual([
      { kind: 'broken-log', g: 1 },
    ])
    expect(everything(anne.store)).toBe(before)
  })

  test('[SY17] an authority restored from an older state is found out, offered everything again, and contradicts itself aloud', () => {
    const world = committeeWorld()
    const key = generateDeviceKeys()
    const signer = nodeSigner(key.privateKey)
    const backup: RowChange[] = backupOf(world.store)
    const anne = testReplica(world, 'anne')
    anne.pull(world)
    anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))
    anne.write(sheetScope(2, 'm-anne'), mark(2, 'm-anne', 1600))
    anne.push(world)
    anne.pull(world)
    const seen = world.store.row('log', 'log')
    if (seen === null) throw new Error('no log')
    const shown = signCheckpoint(seen, 3, signer)
    const restored = worldOver(memoryRows(backup), world.devices)
    const forged = { ...shown, checkpoint: { ...shown.checkpoint, g: 999 } }
    expect(written(restored.store, witness(restored.store, forged, key.publicKey, nodeCrypto))).toEqual([])
    expect(written(restored.store, witness(restored.store, shown, key.publicKey, nodeCrypto))).toEqual([
      { kind: 'restored', epoch: 1 },
    ])
    // Meanwhile the restored one learns of a recusal before the marks come again.
    restored.act('chair', 'recusal/m-anne', recusalDeclared(1, 'm-chair'))
    expect(restored.verdict('bruno', 'recusal/m-bruno', recusalDeclared(3, 'm-bruno'))).toBe('ok')
    restored.act('secretary', 'recusal/m-anne', { ...recusalDeclared(1, 'm-anne'), ob: 'm-anne' })
    expect(anne.pull(restored).map(({ kind }) => kind)).toEqual(['restored'])
    const places = vouchedPlaces(anne.store, 'centre')
    if ('needs' in places) throw new Error('loaded')
    const agreed = agreedPlace(restored.store, places)
    if (typeof agreed !== 'number') throw new Error('loaded')
    expect(agreed).toBeLessThanOrEqual(seen.g - 2)
    expect(anne.take(reconcile(anne.store, 'centre', 1, agreed))).toEqual([{ kind: 'start-anew' }])
    expect(anne.push(restored).map((o) => o.kind === 'entry' && o.entry.verdict)).toEqual(['recused', 'ok'])
    const outputs = anne.pull(restored)
    expect(outputs.filter(({ kind }) => kind === 'incident')).toMatchObject([
      { incident: { of: 'verdict-differs', theirs: 'ok', ours: 'recused' } },
    ])
    expect(restored.store.row('log', 'log')?.epoch).toBe(1)
  })

  test('[SY7] an old copy of a device is told that it is behind before it forks', () => {
    const world = committeeWorld()
    const anne = testReplica(world, 'anne')
    anne.pull(world)
    anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))
    anne.push(world)
    const old = testReplica(world, 'anne')
    const known = world.store.row('chain', 'd-anne')
    expect(loaded(offerOwn(old.store, { seq: known?.seq ?? 0, cid: null }, 9)).behind).toBe(true)
    old.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1900))
    expect(loaded(offerOwn(old.store, { seq: 1, cid: cidAt(anne.store, 1) }, 9)).behind).toBe(true)
    expect(loaded(offerOwn(anne.store, { seq: 1, cid: cidAt(anne.store, 1) }, 9)).behind).toBe(false)
  })

  test('[SY39] under a new key the former chain stays, and what of it was not answered is offered', () => {
    const world = committeeWorld()
    const anne = testReplica(world, 'anne')
    anne.pull(world)
    anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))
    anne.push(world)
    anne.pull(world)
    anne.write(sheetScope(2, 'm-anne'), mark(2, 'm-anne', 1600))
    const shown = shownState(anne.store, 'sheet/can-2/m-anne')
    anne.store.apply(loaded(enrolAgain(anne.store, 'd-anne-2')))
    anne.write(sheetScope(2, 'm-anne'), mark(2, 'm-anne', 300))
    expect(shownState(anne.store, 'sheet/can-2/m-anne').version).toBe(shown.version + 1)
    const { sequence } =
      anne.store.row('ownHead', 'own')?.former.map(({ seq }) => ({ sequence: seq }))[0] ?? {}
    expect(sequence).toBe(2)
    const left = loaded(offerFormer(anne.store, 'centre'))
    expect(left.map(({ id }) => Buffer.from(id).toString('base64url'))).toEqual([cidAt(anne.store, 2)])
    for (const commit of left) world.receive(commit)
    anne.pull(world)
    expect(loaded(offerFormer(anne.store, 'centre'))).toEqual([])
    expect(anne.store.row('own', 'd-anne-2/1')?.ruling).toBe(null)
    expect(shownState(anne.store, 'sheet/can-2/m-anne').version).toBe(shown.version + 1)
  })

  test('[SY39] what lies after a commit that nobody can give any more is to be said again under the new key', () => {
    const world = committeeWorld()
    const before = [...world.store.scan('log')][0]?.[1].g ?? 0
    const anne = testReplica(world, 'anne')
    anne.pull(world)
    const restored = worldOver(memoryRows(rowsOf(world.store)), world.devices)
    anne.write(sheetScope(2, 'm-anne'), mark(2, 'm-anne', 1500))
    anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1600))
    anne.push(world)
    world.act('secretary', 'recusal/m-anne', { ...recusalDeclared(2, 'm-anne'), ob: 'm-anne' })
    anne.pull(world)
    // The body of the first went with its dossier; the centre that had it is set back to before.
    anne.take(loaded(reconcile(anne.store, 'centre', 1, before)))
    expect(loaded(offerOwn(anne.store, { seq: 0, cid: null }, 9))).toEqual({ commits: [], behind: true })
    anne.store.apply(loaded(enrolAgain(anne.store, 'd-anne-2')))
    const left = loaded(offerFormer(anne.store, 'centre'))
    const said = left.flatMap((commit) => restored.receive(commit))
    expect(said).toEqual([{ kind: 'waiting', dev: 'd-anne', seq: 2, expectedSeq: 1 }])
    const cid = cidAt(anne.store, 2) ?? ''
    expect(anne.take(loaded(cutOff(anne.store, 'centre', [{ cid, expectedSeq: 1 }])))).toMatchObject([
      { kind: 'incident', incident: { cid, theirs: 'ok', ours: 'forked' } },
      { kind: 'refused', cid, refusal: { dev: 'd-anne', verdict: 'forked' } },
      { kind: 'changed', entities: ['sheet/can-1/m-anne'] },
    ])
    expect(anne.store.row('pendingOn', 'sheet/can-1/m-anne')).toBe(null)
    expect(loaded(offerFormer(anne.store, 'centre'))).toEqual([])
  })

  test('[SY12] attendance is written by the room alone', () => {
    const world = committeeWorld()
    expect(world.verdict('anne', 'session/ses-1', attends('m-anne'))).toBe('forbidden/role')
    expect(world.verdict('chair', 'session/ses-1', attends('m-anne'))).toBe('ok')
  })
})

const cidAt = (store: RowStore, seq: number): string => store.row('own', `d-anne/${seq}`)?.cid ?? ''

function headOf(world: ReturnType<typeof committeeWorld>) {
  const { head } = world.devices.secretary
  return {
    dev: 'd-secretary',
    seq: head?.seq ?? 0,
    digest: head?.headerDigest ?? null,
    hlc: null,
    mustEnrol: false,
    former: [],
  }
}

function backupOf(store: RowStore): RowChange[] {
  const tables = [
    'aggregate',
    'made',
    'placement',
    'index',
    'user',
    'device',
    'mandates',
    'mandateOf',
    'chain',
    'sequence',
    'commit',
    'entry',
    'log',
  ] as const
  return tables.flatMap((table) =>
    [...store.scan(table)].map(([key, row]) => ({ table, key, row }) as RowChange),
  )
}
