import { describe, expect, test } from 'vitest'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { memoryRows } from '#shared/operations/authority/memoryRows.ts'
import { feedFor } from '#shared/operations/feed/feedFor.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { acknowledgedUpTo } from '#shared/operations/lease/acknowledgedUpTo.ts'
import { endLease } from '#shared/operations/lease/endLease.ts'
import type { Lease } from '#shared/operations/lease/lease.ts'
import { leaseSeed } from '#shared/operations/lease/leaseSeed.ts'
import { takeFeed } from '#shared/operations/replica/takeFeed.ts'
import { takeAskedRows } from '#shared/operations/replica/takeSnapshot.ts'
import {
  committeeWorld,
  mark,
  ports,
  sheetScope,
  type World,
  worldOver,
  written,
} from './support/committee.ts'
import { feedOf, loaded, statesFed, statesOf, type TestReplica, testReplica } from './support/replica.ts'

const log = 'lease/l-1'

/** Joining: the state that the hub may give, then its log from the first entry. */
function joins(copy: TestReplica, hub: World): void {
  const { rows } = snapshotFor(hub.store, { user: `u-${copy.person}` })
  copy.take(takeAskedRows(copy.store, [...rows], log))
  hears(copy, hub)
}

function hears(copy: TestReplica, hub: World): void {
  const fromG = copy.store.row('cursor', log)?.g ?? 0
  copy.take(
    takeFeed(copy.store, loaded(feedFor(hub.store, { user: `u-${copy.person}` }, fromG, 100)), nodeCrypto),
  )
}

describe('a copy in the room', () => {
  test('[SY19][SY23] who lived the room, who joined it late and who stayed at home end with the same state', () => {
    const centre = committeeWorld()
    const copies = {
      early: testReplica(centre, 'anne'),
      stale: testReplica(centre, 'bruno'),
      late: testReplica(centre, 'chair'),
      home: testReplica(centre, 'instructor'),
    }
    copies.early.pull(centre)
    // This one does not hear of what follows before it is in the room.
    copies.stale.pull(centre)
    const titled = (title: string) => ({ k: 'dossier.change@1', e: 'dossier/dos-1', d: { set: { title } } })
    expect(centre.verdict('secretary', 'dossier/dos-1', titled('Avant'))).toBe('ok')
    const lease = { session: 'ses-1', hub: 'd-secretary', successors: [], from: 0, to: 1 }
    expect(centre.verdict('secretary', 'control', { k: 'lease.grant@1', e: 'lease/l-1', d: lease })).toBe(
      'ok',
    )
    const hub = worldOver(
      memoryRows(leaseSeed(centre.store, centre.store.row('lease', 'l-1') as Lease)),
      centre.devices,
    )
    joins(copies.early, hub)
    joins(copies.stale, hub)
    const commits = [
      centre.devices.secretary.sign('dossier/dos-1', [titled('Pendant')]),
      centre.devices.anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1500)]),
      centre.devices.secretary.sign('session/ses-1/dossier/dos-1', [
        { k: 'session.write-debate@1', e: 'session/ses-1', d: { itemId: 'item-1', text: 'débat' } },
      ]),
      centre.devices.bruno.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 0)]),
    ]
    for (const commit of commits) hub.receive(commit)
    hears(copies.early, hub)
    joins(copies.late, hub)
    hears(copies.stale, hub)
    expect(copies.stale.store.row('aggregate', 'dossier/dos-1')).toEqual(
      hub.store.row('aggregate', 'dossier/dos-1'),
    )
    const entries = [...hub.store.scan('entry')].map(([, { entry }]) => entry)
    written(centre.store, endLease(centre.store, { lease: 'l-1', entries, commits }, 9, ports))
    for (const copy of Object.values(copies)) {
      const outputs = copy.pull(centre, 3)
      expect(outputs.filter(({ kind }) => kind === 'incident')).toEqual([])
      expect(statesOf(copy.store)).toEqual(
        statesFed(snapshotFor(centre.store, { user: `u-${copy.person}` }).rows),
      )
      expect(copy.store.row('aggregate', 'dossier/dos-1')).toEqual(
        centre.store.row('aggregate', 'dossier/dos-1'),
      )
    }
  })

  test('[SY23] of a commit of the room every operation is folded, several on one aggregate included', () => {
    const centre = committeeWorld()
    const anne = testReplica(centre, 'anne')
    anne.pull(centre)
    const lease = { session: 'ses-1', hub: 'd-secretary', successors: [], from: 0, to: 1 }
    centre.act('secretary', 'control', { k: 'lease.grant@1', e: 'lease/l-1', d: lease })
    const hub = worldOver(
      memoryRows(leaseSeed(centre.store, centre.store.row('lease', 'l-1') as Lease)),
      centre.devices,
    )
    joins(anne, hub)
    const set = (changed: Readonly<Record<string, string>>) => ({
      k: 'dossier.change@1',
      e: 'dossier/dos-1',
      d: { set: changed },
    })
    const commit = centre.devices.secretary.sign('dossier/dos-1', [
      set({ title: 'Un' }),
      set({ description: 'Deux' }),
      set({ objectives: 'Trois' }),
    ])
    hub.receive(commit)
    hears(anne, hub)
    expect(anne.store.row('aggregate', 'dossier/dos-1')).toEqual(hub.store.row('aggregate', 'dossier/dos-1'))
    const entries = [...hub.store.scan('entry')].map(([, { entry }]) => entry)
    written(centre.store, endLease(centre.store, { lease: 'l-1', entries, commits: [commit] }, 9, ports))
    anne.pull(centre)
    expect(anne.store.row('aggregate', 'dossier/dos-1')).toEqual(
      centre.store.row('aggregate', 'dossier/dos-1'),
    )
  })

  test('[SY23] marks that a room revealed are not folded twice when the centre tells them', () => {
    const centre = committeeWorld()
    const bruno = testReplica(centre, 'bruno')
    bruno.pull(centre)
    const attend = (memberId: string) => ({
      k: 'session.attend@1',
      e: 'session/ses-1',
      d: { memberId, status: 'present' },
    })
    const opens = {
      k: 'session.open@1',
      e: 'session/ses-1',
      d: { at: '09:00', chairId: 'm-chair', secretaryId: 'm-anne' },
    }
    centre.act('secretary', 'session/ses-1', ...['m-chair', 'm-anne', 'm-bruno'].map(attend), opens)
    const lease = { session: 'ses-1', hub: 'd-secretary', successors: [], from: 0, to: 1 }
    centre.act('secretary', 'control', { k: 'lease.grant@1', e: 'lease/l-1', d: lease })
    const hub = worldOver(
      memoryRows(leaseSeed(centre.store, centre.store.row('lease', 'l-1') as Lease)),
      centre.devices,
    )
    joins(bruno, hub)
    const reveal = { k: 'session.reveal@1', e: 'session/ses-1', d: { itemId: 'item-1', at: '10:00' } }
    const commits = [
      centre.devices.anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1500)]),
      centre.devices.secretary.sign('session/ses-1/dossier/dos-1', [reveal]),
    ]
    for (const commit of commits) {
      hub.receive(commit)
      hears(bruno, hub)
    }
    const seen = bruno.store.row('aggregate', 'sheet/can-1/m-anne')
    expect(seen?.version).toBe(1)
    const entries = [...hub.store.scan('entry')].map(([, { entry }]) => entry)
    written(centre.store, endLease(centre.store, { lease: 'l-1', entries, commits }, 9, ports))
    const headG = centre.store.row('log', 'log')?.g ?? 0
    for (let g = bruno.store.row('cursor', 'centre')?.g ?? 0; g < headG; g++) {
      bruno.take(takeFeed(bruno.store, feedOf(centre, 'bruno', g, 1), nodeCrypto))
      // Never another state, not even between two pages.
      expect(bruno.store.row('aggregate', 'sheet/can-1/m-anne')).toEqual(seen)
    }
    expect(seen).toEqual(centre.store.row('aggregate', 'sheet/can-1/m-anne'))
  })

  test('[SY67] what a room gave in its states, and the copy did not hear of its log, is not folded again', () => {
    const centre = committeeWorld()
    const anne = testReplica(centre, 'anne')
    anne.pull(centre)
    const attend = (memberId: string) => ({
      k: 'session.attend@1',
      e: 'session/ses-1',
      d: { memberId, status: 'present' },
    })
    const opens = {
      k: 'session.open@1',
      e: 'session/ses-1',
      d: { at: '09:00', chairId: 'm-chair', secretaryId: 'm-anne' },
    }
    centre.act('secretary', 'session/ses-1', ...['m-chair', 'm-anne', 'm-bruno'].map(attend), opens)
    const lease = { session: 'ses-1', hub: 'd-secretary', successors: [], from: 0, to: 1 }
    centre.act('secretary', 'control', { k: 'lease.grant@1', e: 'lease/l-1', d: lease })
    const hub = worldOver(
      memoryRows(leaseSeed(centre.store, centre.store.row('lease', 'l-1') as Lease)),
      centre.devices,
    )
    const move = (kind: string, at: string) =>
      centre.devices.secretary.sign('session/ses-1', [
        { k: 'session.move@1', e: 'session/ses-1', d: { memberId: 'm-bruno', kind, at, itemId: null } },
      ])
    const commits = [move('leaves', '09:10'), move('arrives', '09:20')]
    for (const commit of commits) hub.receive(commit)
    // The line breaks between the states, which tell both, and the end of the log.
    const { rows } = snapshotFor(hub.store, { user: 'u-anne' })
    anne.take(takeAskedRows(anne.store, [...rows], log))
    anne.take(takeFeed(anne.store, loaded(feedFor(hub.store, { user: 'u-anne' }, 0, 1)), nodeCrypto))
    const seen = anne.store.row('aggregate', 'session/ses-1')
    const entries = [...hub.store.scan('entry')].map(([, { entry }]) => entry)
    written(centre.store, endLease(centre.store, { lease: 'l-1', entries, commits }, 9, ports))
    const said = anne.pull(centre)
    expect(anne.store.row('aggregate', 'session/ses-1')).toEqual(seen)
    expect(seen).toEqual(centre.store.row('aggregate', 'session/ses-1'))
    expect(said.filter(({ kind }) => kind === 'start-anew')).toEqual([{ kind: 'start-anew' }])
    expect(anne.store.row('readOnly', 'session/ses-1')).toBeNull()
  })

  test('[SY37] a hub that lied: its author and the others are told once, and have what the centre says', () => {
    const centre = committeeWorld()
    const copies = [testReplica(centre, 'bruno'), testReplica(centre, 'secretary')]
    for (const copy of copies) copy.pull(centre)
    const lease = { session: 'ses-1', hub: 'd-secretary', successors: [], from: 0, to: 1 }
    centre.act('secretary', 'control', { k: 'lease.grant@1', e: 'lease/l-1', d: lease })
    // The hub believes that Bruno is of the secretariat, and applies what he writes on the dossier.
    const seed = memoryRows(leaseSeed(centre.store, centre.store.row('lease', 'l-1') as Lease))
    const [own] = seed.row('mandates', 'u-bruno')?.list ?? []
    if (own === undefined) throw new Error('Bruno has a mandate')
    seed.apply([{ table: 'mandates', key: 'u-bruno', row: { list: [own, { ...own, role: 'secretariat' }] } }])
    const hub = worldOver(seed, centre.devices)
    const [bruno, secretary] = copies as [TestReplica, TestReplica]
    for (const copy of copies) joins(copy, hub)
    bruno.write('dossier/dos-1', {
      k: 'dossier.change@1',
      e: 'dossier/dos-1',
      d: { set: { title: 'À moi' } },
    })
    bruno.push(hub)
    for (const copy of copies) hears(copy, hub)
    expect(secretary.store.row('aggregate', 'dossier/dos-1')?.state).toMatchObject({ title: 'À moi' })
    const entries = [...hub.store.scan('entry')].map(([, { entry }]) => entry)
    const commits = [...bruno.store.scan('own')].map(([, { commit }]) => commit)
    written(centre.store, endLease(centre.store, { lease: 'l-1', entries, commits }, 9, ports))
    for (const copy of copies) {
      const told = copy.pull(centre).filter(({ kind }) => kind === 'incident')
      expect(told).toMatchObject([{ incident: { of: 'verdict-differs', theirs: 'ok', ours: 'forbidden' } }])
      expect(copy.store.row('aggregate', 'dossier/dos-1')).toEqual(
        centre.store.row('aggregate', 'dossier/dos-1'),
      )
    }
  })

  test('[SY67] what a lying hub gave in its states alone goes when the centre refuses it', () => {
    const centre = committeeWorld()
    const secretary = testReplica(centre, 'secretary')
    secretary.pull(centre)
    const lease = { session: 'ses-1', hub: 'd-secretary', successors: [], from: 0, to: 1 }
    centre.act('secretary', 'control', { k: 'lease.grant@1', e: 'lease/l-1', d: lease })
    const seed = memoryRows(leaseSeed(centre.store, centre.store.row('lease', 'l-1') as Lease))
    const [own] = seed.row('mandates', 'u-bruno')?.list ?? []
    if (own === undefined) throw new Error('Bruno has a mandate')
    seed.apply([{ table: 'mandates', key: 'u-bruno', row: { list: [own, { ...own, role: 'secretariat' }] } }])
    const hub = worldOver(seed, centre.devices)
    const titled = { k: 'dossier.change@1', e: 'dossier/dos-1', d: { set: { title: 'À moi' } } }
    const commit = centre.devices.bruno.sign('dossier/dos-1', [titled])
    hub.receive(commit)
    const { rows } = snapshotFor(hub.store, { user: 'u-secretary' })
    secretary.take(takeAskedRows(secretary.store, [...rows], log))
    expect(secretary.store.row('aggregate', 'dossier/dos-1')?.state).toMatchObject({ title: 'À moi' })
    const entries = [...hub.store.scan('entry')].map(([, { entry }]) => entry)
    written(centre.store, endLease(centre.store, { lease: 'l-1', entries, commits: [commit] }, 9, ports))
    secretary.pull(centre)
    expect(secretary.store.row('aggregate', 'dossier/dos-1')).toEqual(
      centre.store.row('aggregate', 'dossier/dos-1'),
    )
  })

  test('[SY19] acknowledging waits for the successor that is there', () => {
    expect([acknowledgedUpTo(9, []), acknowledgedUpTo(9, [4, 7]), acknowledgedUpTo(3, [7])]).toEqual([
      9, 7, 3,
    ])
  })
})
