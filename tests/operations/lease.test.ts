import { describe, expect, test } from 'vitest'
import { nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import { memoryRows, type RowStore } from '#shared/operations/authority/memoryRows.ts'
import type { AuthorityOutput, Incident } from '#shared/operations/authority/outputs.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { chooseRun } from '#shared/operations/lease/chooseRun.ts'
import { endLease } from '#shared/operations/lease/endLease.ts'
import { type HubRun, headOfRun } from '#shared/operations/lease/hubRun.ts'
import type { Lease } from '#shared/operations/lease/lease.ts'
import { leaseSeed } from '#shared/operations/lease/leaseSeed.ts'
import { succeedHub } from '#shared/operations/lease/succeedHub.ts'
import {
  attends,
  candidatureSubmitted,
  committeeWorld,
  dossierRegistered,
  mark,
  opens,
  ports,
  recusalDeclared,
  sheetScope,
  verdictOf,
  type World,
  worldOver,
  written,
} from './support/committee.ts'
import type { TestOperation } from './support/device.ts'

const granted: TestOperation = {
  k: 'lease.grant@1',
  e: 'lease/lease-1',
  d: { session: 'ses-1', hub: 'd-secretary', successors: ['d-chair'], from: 0, to: 1 },
}

interface Room {
  readonly hub: World
  /** In order of arrival at the hub. */
  readonly commits: SignedCommit[]
  give(commit: SignedCommit): readonly AuthorityOutput[]
  run(): HubRun
}

/** The centre gave its lease; the hub of the secretary orders the room. */
function roomOf(centre: World): Room {
  const lease = centre.store.row('lease', 'lease-1') as Lease
  const store = memoryRows(leaseSeed(centre.store, lease))
  return roomOver(worldOver(store, centre.devices), 'secretary', [])
}

function roomOver(hub: World, by: 'secretary' | 'chair', commits: SignedCommit[]): Room {
  return {
    hub,
    commits,
    give: (commit) => {
      commits.push(commit)
      return hub.receive(commit)
    },
    run: () => runOf(hub.store, by, hub),
  }
}

function runOf(store: RowStore, by: 'secretary' | 'chair', world: World): HubRun {
  const head = store.row('log', 'log')
  if (head === null) throw new Error('no log')
  return {
    entries: [...store.scan('entry')].map(([, { entry }]) => entry),
    checkpoint: signCheckpoint(head, 5, nodeSigner(world.devices[by].privateKey)),
  }
}

function leasedWorld(): World {
  const centre = committeeWorld()
  expect(centre.verdict('secretary', 'control', granted)).toBe('ok')
  return centre
}

const incidents = (outputs: readonly AuthorityOutput[]): readonly Incident[] =>
  outputs.flatMap((output) => (output.kind === 'incident' ? [output.incident] : []))
const verdicts = (outputs: readonly AuthorityOutput[]): readonly string[] =>
  outputs.flatMap((output) => (output.kind === 'entry' ? [verdictOf([output])] : []))

const comes = (room: Room, centre: World, run = room.run()) =>
  written(
    centre.store,
    endLease(centre.store, { lease: 'lease-1', entries: run.entries, commits: room.commits }, 9, ports),
  )

describe('lease', () => {
  test('[SY18] while it is open the hub alone orders the session and its dossiers, the centre the rest', () => {
    const centre = leasedWorld()
    const room = roomOf(centre)
    const { anne, secretary } = centre.devices
    const inRoom = anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1500)])
    expect(verdictOf(centre.receive(inRoom))).toBe('deferred/leased')
    expect(verdictOf(room.give(inRoom))).toBe('ok')
    const elsewhere = secretary.sign('dossier/dos-9', [dossierRegistered(9), candidatureSubmitted(9)])
    expect(verdictOf(room.give(elsewhere))).toBe('carried')
    expect(verdictOf(centre.receive(elsewhere))).toBe('ok')
    expect(verdictOf(room.give(anne.sign('recusal/m-anne', [recusalDeclared(1, 'm-anne')])))).toBe('ok')
    expect(verdictOf(room.give(anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 100)])))).toBe(
      'recused/recused',
    )
  })

  test('[SY18] a lease covers what no other lease covers, and its hub may be one', () => {
    const centre = leasedWorld()
    expect(centre.verdict('secretary', 'control', { ...granted, e: 'lease/lease-2' })).toBe(
      'conflict/changed-meanwhile',
    )
    const other = committeeWorld()
    const byAnne = { ...granted, d: { session: 'ses-1', hub: 'd-anne', successors: [], from: 0, to: 1 } }
    expect(other.verdict('secretary', 'control', byAnne)).toBe('forbidden/role')
    expect(other.verdict('anne', 'control', granted)).toBe('forbidden/role')
    // Whoever orders holds every body: the chair who is recused from one of the dossiers does not succeed.
    other.act('secretary', 'recusal/m-chair', { ...recusalDeclared(2, 'm-chair'), ob: 'm-chair' })
    expect(other.verdict('secretary', 'control', granted)).toBe('forbidden/role')
    const alone = { ...granted, d: { session: 'ses-1', hub: 'd-secretary', successors: [], from: 0, to: 1 } }
    expect(other.verdict('secretary', 'control', alone)).toBe('ok')
  })

  test('[SY20] the return: same verdicts in the order of the hub, then what was deferred', () => {
    const centre = leasedWorld()
    const room = roomOf(centre)
    const { anne, bruno, secretary } = centre.devices
    const late = bruno.sign(sheetScope(1, 'm-bruno'), [mark(1, 'm-bruno', 700)])
    expect(verdictOf(centre.receive(late))).toBe('deferred/leased')
    room.give(secretary.sign('session/ses-1', [...['m-chair', 'm-anne', 'm-bruno'].map(attends), opens]))
    room.give(anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1500)]))
    room.give(
      secretary.sign('shared', [
        { k: 'issuer.change@1', e: 'issuer/issuer', d: { set: { town: 'Vannes' } } },
      ]),
    )
    room.give(anne.sign(sheetScope(2, 'm-bruno'), [mark(2, 'm-bruno', 1500)]))
    const outputs = comes(room, centre)
    expect(incidents(outputs)).toEqual([])
    expect(verdicts(outputs)).toEqual(['ok', 'ok', 'ok', 'forbidden/single-writer', 'ok'])
    expect(centre.store.row('lease', 'lease-1')?.standing).toBe('returned')
    expect(centre.store.row('leased', 'session/ses-1')).toBe(null)
    expect(centre.store.row('aggregate', 'session/ses-1')).toEqual(
      room.hub.store.row('aggregate', 'session/ses-1'),
    )
    expect(centre.store.row('aggregate', 'sheet/can-1/m-bruno')?.version).toBe(1)
    // Returning twice is harmless: every commit is known, and the lease is over.
    const again = comes(room, centre)
    expect(verdicts(again)).toEqual([])
    expect(incidents(again)).toEqual([])
  })

  test('[SY20] rights that changed meanwhile are those of the lease, a device revoked meanwhile is told', () => {
    const centre = leasedWorld()
    const room = roomOf(centre)
    const { anne } = centre.devices
    expect(centre.verdict('admin', 'control', { k: 'mandate.end@1', e: 'mandate/mandate-anne', d: {} })).toBe(
      'ok',
    )
    const revoke = { k: 'device.revoke@1', e: 'device/d-anne', d: { lastSeq: 0, cause: 'retired' } }
    expect(centre.verdict('admin', 'control', revoke)).toBe('ok')
    expect(verdictOf(room.give(anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1500)])))).toBe('ok')
    const outputs = comes(room, centre)
    expect(verdicts(outputs)).toEqual(['ok'])
    expect(incidents(outputs).map(({ of }) => of)).toEqual(['revoked-meanwhile'])
    expect(centre.verdict('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 100))).toBe('revoked/retired')
  })

  test('[SY20] a hub that lies is told, and the verdict of the centre stands', () => {
    const centre = leasedWorld()
    const room = roomOf(centre)
    const { bruno } = centre.devices
    room.give(bruno.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 0)]))
    const run = room.run()
    const lying = {
      ...run,
      entries: run.entries.map((entry) => ({ ...entry, verdict: 'ok', code: '' }) as const),
    }
    const outputs = comes(room, centre, lying)
    expect(incidents(outputs).map(({ of }) => of)).toEqual(['verdict-differs'])
    expect(verdicts(outputs)).toEqual(['forbidden/single-writer'])
    expect(centre.store.row('aggregate', 'sheet/can-1/m-anne')).toBe(null)
  })

  test('[SY20] what a hub kept back from its order is judged after the room, and never left without a verdict', () => {
    const centre = leasedWorld()
    const room = roomOf(centre)
    const { anne, bruno } = centre.devices
    room.commits.push(bruno.sign(sheetScope(1, 'm-bruno'), [mark(1, 'm-bruno', 700)]))
    room.give(anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1500)]))
    const outputs = comes(room, centre)
    expect(verdicts(outputs)).toEqual(['ok', 'ok'])
    expect(outputs.flatMap((output) => (output.kind === 'entry' ? [output.dev] : []))).toEqual([
      'd-anne',
      'd-bruno',
    ])
    expect([...centre.store.scan('commit')].filter(([, { ruling }]) => ruling === null)).toEqual([])
  })

  test('[SY20] a run with a hole, an altered entry or another signature does not hold', () => {
    const centre = leasedWorld()
    const room = roomOf(centre)
    const { anne } = centre.devices
    for (const value of [100, 200, 300])
      room.give(anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', value)]))
    const run = room.run()
    const lease = centre.store.row('lease', 'lease-1') as Lease
    const holds = (each: HubRun): boolean =>
      headOfRun(lease, each, (id) => centre.store.row('device', id), nodeCrypto) !== null
    expect(holds(run)).toBe(true)
    expect(holds({ ...run, entries: run.entries.toSpliced(1, 1) })).toBe(false)
    expect(holds({ ...run, entries: run.entries.slice(0, 2) })).toBe(false)
    expect(holds({ ...run, entries: run.entries.map((entry) => ({ ...entry, at: entry.at + 1 })) })).toBe(
      false,
    )
    const { checkpoint } = runOf(room.hub.store, 'secretary', {
      ...centre,
      devices: { ...centre.devices, secretary: anne },
    })
    expect(holds({ ...run, checkpoint })).toBe(false)
  })

  test('[SY21] a successor goes on with epoch + 1, and no acknowledged verdict is contradicted', () => {
    const centre = leasedWorld()
    const lease = centre.store.row('lease', 'lease-1') as Lease
    const seed = leaseSeed(centre.store, lease)
    const room = roomOf(centre)
    const { anne, bruno } = centre.devices
    room.give(anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1500)]))
    room.give(bruno.sign(sheetScope(1, 'm-bruno'), [mark(1, 'm-bruno', 900)]))
    const known = room.run()
    const store = memoryRows(seed)
    const outputs = written(store, succeedHub(store, 'lease-1', { run: known, commits: room.commits }, ports))
    expect(incidents(outputs)).toEqual([])
    expect(store.row('log', 'log')).toEqual({ ...room.hub.store.row('log', 'log'), epoch: 1 })
    const next = roomOver(worldOver(store, centre.devices), 'chair', [...room.commits])
    next.give(anne.sign(sheetScope(2, 'm-anne'), [mark(2, 'm-anne', 1700)]))
    const run = next.run()
    expect(run.entries.map(({ epoch, g }) => [epoch, g])).toEqual([
      [0, 1],
      [0, 2],
      [1, 3],
    ])
    expect(headOfRun(lease, run, (id) => centre.store.row('device', id), nodeCrypto)?.epoch).toBe(1)
    expect(incidents(comes(next, centre, run))).toEqual([])
    expect(centre.store.row('aggregate', 'sheet/can-2/m-anne')?.version).toBe(1)
  })

  test('[SY5] [SY21] a commit that the successor lacked keeps the verdict and the place that the room was told', () => {
    const centre = leasedWorld()
    const lease = centre.store.row('lease', 'lease-1') as Lease
    const seed = leaseSeed(centre.store, lease)
    const room = roomOf(centre)
    const { anne, bruno } = centre.devices
    const late = anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1500)])
    room.give(late)
    room.give(bruno.sign(sheetScope(1, 'm-bruno'), [mark(1, 'm-bruno', 900)]))
    const known = room.run()
    const store = memoryRows(seed)
    const took = succeedHub(store, 'lease-1', { run: known, commits: room.commits.slice(1) }, ports)
    expect(incidents(written(store, took)).map(({ of }) => of)).toEqual(['commit-lost'])
    expect(store.row('aggregate', 'sheet/can-1/m-anne')).toBeNull()
    const next = roomOver(worldOver(store, centre.devices), 'chair', [])
    const cid = known.entries[0]?.cid ?? ''
    const said = [{ kind: 'duplicate', cid, verdict: 'ok', g: 1 }]
    expect(next.give(late)).toEqual(said)
    expect(store.row('commit', cid)?.ruling).toEqual({ verdict: 'ok', code: known.entries[0]?.code, g: 1 })
    expect(store.row('aggregate', 'sheet/can-1/m-anne')?.version).toBe(1)
    expect(store.row('log', 'log')?.g).toBe(2)
    expect(next.give(late)).toEqual(said)
    expect(store.row('aggregate', 'sheet/can-1/m-anne')?.version).toBe(1)
  })

  test('[SY21] what the hub never answered is ordered by its successor, once, when its author offers it again', () => {
    const centre = leasedWorld()
    const lease = centre.store.row('lease', 'lease-1') as Lease
    const store = memoryRows(leaseSeed(centre.store, lease))
    const room = roomOf(centre)
    const { anne, bruno } = centre.devices
    room.give(bruno.sign(sheetScope(1, 'm-bruno'), [mark(1, 'm-bruno', 900)]))
    const unanswered = anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1500)])
    const commits = [...room.commits, unanswered]
    written(store, succeedHub(store, 'lease-1', { run: room.run(), commits }, ports))
    expect(store.row('log', 'log')?.g).toBe(1)
    expect(store.row('aggregate', 'sheet/can-1/m-anne')).toBeNull()
    const next = roomOver(worldOver(store, centre.devices), 'chair', [...room.commits])
    expect(verdicts(next.give(unanswered))).toEqual(['ok'])
    expect(next.run().entries.map(({ epoch, g }) => [epoch, g])).toEqual([
      [0, 1],
      [1, 2],
    ])
    expect(store.row('aggregate', 'sheet/can-1/m-anne')?.version).toBe(1)
  })

  test('[SY21] a voided lease is rebuilt from the longest run that devices hold; commits ordered later are judged then', () => {
    const centre = leasedWorld()
    const room = roomOf(centre)
    const { anne, bruno } = centre.devices
    const first = anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1500)])
    room.give(first)
    const short = room.run()
    room.give(bruno.sign(sheetScope(1, 'm-bruno'), [mark(1, 'm-bruno', 900)]))
    const long = room.run()
    const lease = centre.store.row('lease', 'lease-1') as Lease
    const held = [short, long].map((run) => {
      const head = headOfRun(lease, run, (id) => centre.store.row('device', id), nodeCrypto)
      if (head === null) throw new Error('a run of this hub holds')
      return { run, head }
    })
    const { chosen, incidents: parting } = chooseRun(held)
    expect(parting).toEqual([])
    expect(chosen?.run).toBe(long)
    expect(
      centre.verdict('secretary', 'control', {
        k: 'lease.void@1',
        e: 'lease/lease-1',
        d: { reason: 'perdu' },
      }),
    ).toBe('ok')
    // The machine of Bruno is lost with its body.
    const lost: Room = { ...room, commits: [first] }
    const outputs = comes(lost, centre, long)
    expect(verdicts(outputs)).toEqual(['ok'])
    expect(incidents(outputs).map(({ of }) => of)).toEqual(['commit-lost'])
    expect(centre.store.row('lease', 'lease-1')?.standing).toBe('voided')
  })

  test('[SY21] two runs that part are told', () => {
    const centre = leasedWorld()
    const lease = centre.store.row('lease', 'lease-1') as Lease
    const { anne, bruno } = centre.devices
    const one = roomOf(centre)
    const other = roomOf(centre)
    one.give(anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1500)]))
    other.give(bruno.sign(sheetScope(1, 'm-bruno'), [mark(1, 'm-bruno', 900)]))
    const held = [one.run(), other.run()].map((run) => {
      const head = headOfRun(lease, run, (id) => centre.store.row('device', id), nodeCrypto)
      if (head === null) throw new Error('a run of this hub holds')
      return { run, head }
    })
    expect(chooseRun(held).incidents).toEqual([{ of: 'two-orders', log: 'lease/lease-1', g: 1 }])
  })

  test('[SY22] of two emergency leases the first that returns is ordered, the other is kept apart', () => {
    const centre = committeeWorld()
    const base = centre.store.row('log', 'log')
    const opened = (person: 'secretary' | 'chair', id: string): Room => {
      const lease: Lease = {
        id,
        session: 'ses-1',
        dossiers: ['dos-1', 'dos-2', 'dos-3'],
        hub: `d-${person}`,
        successors: [],
        g: base?.g ?? 0,
        from: 0,
        to: 1,
        emergency: true,
        standing: 'open',
        endedG: null,
      }
      const room = roomOver(worldOver(memoryRows(leaseSeed(centre.store, lease)), centre.devices), person, [])
      const open = {
        k: 'lease.open@1',
        e: `lease/${id}`,
        d: { session: 'ses-1', successors: [], from: 0, to: 1 },
      }
      expect(verdictOf(room.give(centre.devices[person].sign('control', [open])))).toBe('carried')
      return room
    }
    const one = opened('secretary', 'urgent-1')
    const other = opened('chair', 'urgent-2')
    const { anne, bruno } = centre.devices
    one.give(anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1500)]))
    other.give(bruno.sign(sheetScope(1, 'm-bruno'), [mark(1, 'm-bruno', 900)]))
    const back = (room: Room, lease: string) =>
      written(
        centre.store,
        endLease(centre.store, { lease, entries: room.run().entries, commits: room.commits }, 9, ports),
      )
    expect(verdicts(back(one, 'urgent-1'))).toEqual(['ok', 'ok'])
    const second = back(other, 'urgent-2')
    expect(verdicts(second)).toEqual(['ok', 'conflict/second-lease'])
    expect(incidents(second)).toEqual([{ of: 'second-lease', lease: 'urgent-2' }])
    expect(centre.store.row('aggregate', 'sheet/can-1/m-bruno')).toBe(null)
    // What its author brings himself, before or after the hub of that room: it was written there.
    const inRoom = { follow: { log: 'lease/urgent-2', epoch: 0 } }
    const later = bruno.sign(sheetScope(2, 'm-bruno'), [mark(2, 'm-bruno', 900)], inRoom)
    expect(verdicts(centre.receive(later))).toEqual(['conflict/second-lease'])
  })
})
