import { describe, expect, test } from 'vitest'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { memoryRows } from '#shared/operations/authority/memoryRows.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { feedFor } from '#shared/operations/feed/feedFor.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { endLease } from '#shared/operations/lease/endLease.ts'
import type { Lease } from '#shared/operations/lease/lease.ts'
import { leaseSeed } from '#shared/operations/lease/leaseSeed.ts'
import { enrolAgain, offerFormer } from '#shared/operations/replica/enrolAgain.ts'
import { follow, leaveRoom } from '#shared/operations/replica/openReplica.ts'
import { reconcile } from '#shared/operations/replica/reconcile.ts'
import { shownState } from '#shared/operations/replica/shownState.ts'
import { takeFeed } from '#shared/operations/replica/takeFeed.ts'
import { takeAskedRows, takeSnapshot } from '#shared/operations/replica/takeSnapshot.ts'
import {
  committeeWorld,
  mark,
  ports,
  recusalDeclared,
  sheetScope,
  type World,
  worldOver,
  written,
} from './support/committee.ts'
import { loaded, statesFed, statesOf, type TestReplica, testReplica } from './support/replica.ts'

const log = 'lease/l-1'
const sheet = 'sheet/can-2/m-anne'

/** The centre, the hub of the secretariat under its lease, and Anne in the room. */
function room(): { readonly centre: World; readonly hub: World; readonly anne: TestReplica } {
  const centre = committeeWorld()
  const anne = testReplica(centre, 'anne')
  anne.pull(centre)
  const lease = { session: 'ses-1', hub: 'd-secretary', successors: ['d-chair'], from: 0, to: 1 }
  centre.act('secretary', 'control', { k: 'lease.grant@1', e: 'lease/l-1', d: lease })
  const seed = leaseSeed(centre.store, centre.store.row('lease', 'l-1') as Lease)
  const hub = worldOver(memoryRows(seed), centre.devices)
  joins(anne, hub)
  return { centre, hub, anne }
}

function joins(copy: TestReplica, hub: World): void {
  copy.store.apply(follow(log))
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

/** All of it anew from the centre. */
function takesAnew(copy: TestReplica, centre: World): void {
  const { head, rows } = snapshotFor(centre.store, { user: `u-${copy.person}` })
  copy.take(takeSnapshot(copy.store, head, [...rows]))
}

function returns(centre: World, hub: World): void {
  const entries = [...hub.store.scan('entry')].map(([, { entry }]) => entry)
  const commits = entries.flatMap(({ cid }) => hub.store.row('commit', cid)?.commit ?? [])
  written(centre.store, endLease(centre.store, { lease: 'l-1', entries, commits }, 9, ports))
}

const marked = ({ store }: TestReplica) => shownState(store, sheet).state
const ownBodies = ({ store }: TestReplica): string =>
  [...store.scan('own')].map(([, { commit }]) => new TextDecoder().decode(commit.body)).join()

describe('what its author wrote in a room', () => {
  test.for(['before', 'after'])(
    '[SY66] stays on his laptop when he goes home, until the centre says (heard %s he sends it)',
    (when) => {
      const { centre, hub, anne } = room()
      // The centre has no such sheet: its author is the only one to know of it once the hub is lost.
      anne.write(sheetScope(2, 'm-anne'), mark(2, 'm-anne', 1500))
      anne.push(hub)
      hears(anne, hub)
      expect(anne.store.row('pendingOn', sheet)).toBe(null)
      const seen = marked(anne)
      anne.store.apply(leaveRoom(anne.store, log, 'centre', true))
      takesAnew(anne, centre)
      expect(marked(anne)).toEqual(seen)
      expect(ownBodies(anne)).toContain('secret-2-m-anne')
      if (when === 'before') anne.pull(centre)
      expect(anne.push(centre).map((said) => said.kind === 'entry' && said.entry.verdict)).toEqual([
        'deferred',
      ])
      anne.pull(centre)
      expect(marked(anne)).toEqual(seen)
      returns(centre, hub)
      expect(anne.pull(centre).filter(({ kind }) => kind === 'incident')).toEqual([])
      expect(marked(anne)).toEqual(seen)
      expect(anne.store.row('pendingOn', sheet)).toBe(null)
      expect(statesOf(anne.store)).toEqual(statesFed(snapshotFor(centre.store, { user: 'u-anne' }).rows))
    },
  )

  test('[SY66] [SY37] is there when his copy is taken anew in the middle of the room, whose states he takes again', () => {
    const { centre, hub, anne } = room()
    anne.write(sheetScope(2, 'm-anne'), mark(2, 'm-anne', 1500))
    anne.push(hub)
    // He is connected with both: the centre puts off what the room answered.
    anne.push(centre)
    hears(anne, hub)
    anne.pull(centre)
    const titled = { k: 'dossier.change@1', e: 'dossier/dos-1', d: { set: { title: 'Dans la salle' } } }
    hub.act('secretary', 'dossier/dos-1', titled)
    hears(anne, hub)
    const seen = statesOf(anne.store)
    takesAnew(anne, centre)
    expect(marked(anne)).toEqual(seen[sheet])
    expect(anne.store.row('cursor', log)).toBe(null)
    joins(anne, hub)
    expect(statesOf(anne.store)).toEqual(seen)
    expect(anne.store.row('pendingOn', sheet)).toBe(null)
  })

  test('[SY66] [SY4] of a dossier that the room closed to him leaves once the centre has answered, not before', () => {
    const { centre, hub, anne } = room()
    anne.write(sheetScope(2, 'm-anne'), mark(2, 'm-anne', 1500))
    anne.push(hub)
    hub.act('secretary', 'recusal/m-anne', { ...recusalDeclared(2, 'm-anne'), ob: 'm-anne' })
    hears(anne, hub)
    expect(anne.store.row('purged', 'dos-2')).not.toBe(null)
    expect(ownBodies(anne)).toContain('secret-2-m-anne')
    // The hub is lost: what Anne says herself is all that there is of it.
    expect(anne.push(centre).map((said) => said.kind === 'entry' && said.entry.verdict)).toEqual(['deferred'])
    anne.pull(centre)
    expect(ownBodies(anne)).toContain('secret-2-m-anne')
    returns(centre, hub)
    anne.pull(centre)
    expect([...anne.store.scan('own')].map(([, { ruling }]) => ruling)).toMatchObject([
      { verdict: 'ok', log: 'centre' },
    ])
    expect(ownBodies(anne)).toBe('')
  })

  test('[SY66] [SY39] is offered to the centre when he must write on under another key', () => {
    const { centre, hub, anne } = room()
    anne.write(sheetScope(2, 'm-anne'), mark(2, 'm-anne', 1500))
    anne.push(hub)
    hears(anne, hub)
    anne.store.apply(loaded(enrolAgain(anne.store, 'd-anne-2')))
    const [own] = [...anne.store.scan('own')].map(([, { commit }]) => commit)
    expect(loaded(offerFormer(anne.store, 'centre'))).toEqual([own])
    // The hub has it, and says so.
    expect(loaded(offerFormer(anne.store, log))).toEqual([])
    centre.receive(own as SignedCommit)
    returns(centre, hub)
    anne.pull(centre)
    expect(loaded(offerFormer(anne.store, 'centre'))).toEqual([])
  })

  test('[SY66] [SY17] is offered again by a centre that was restored to before it answered', () => {
    const { centre, hub, anne } = room()
    const before = centre.store.row('log', 'log')?.g ?? 0
    anne.write(sheetScope(2, 'm-anne'), mark(2, 'm-anne', 1500))
    anne.push(hub)
    hears(anne, hub)
    returns(centre, hub)
    anne.pull(centre)
    expect([...anne.store.scan('own')].map(([, { ruling }]) => ruling?.log)).toEqual(['centre'])
    anne.take(loaded(reconcile(anne.store, 'centre', 1, before)))
    expect([...anne.store.scan('own')].map(([, { ruling, earlier }]) => [ruling, earlier])).toEqual([
      [null, 'ok'],
    ])
  })
})
