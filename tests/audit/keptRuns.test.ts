import { describe, expect, test } from 'vitest'
import { nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { roomsOfCentre } from '#shared/operations/audit/keptRooms.ts'
import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import { openDraft } from '#shared/operations/authority/draft.ts'
import type { Entry } from '#shared/operations/authority/entry.ts'
import { memoryRows, type RowStore } from '#shared/operations/authority/memoryRows.ts'
import { nextReceipt } from '#shared/operations/authority/receipts.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { HubRun } from '#shared/operations/lease/hubRun.ts'
import { keepRun } from '#shared/operations/lease/keepRun.ts'
import { mark, openWorld, ports, sheetScope, verdictOf } from '#tests/operations/support/committee.ts'
import { testDevice } from '#tests/operations/support/device.ts'

const hub = testDevice('d-hub', 'u-hub', true)

/** A run of `length` entries under an epoch; from `parts` on, another history than the others tell. */
function run(length: number, epoch: number, parts = Number.POSITIVE_INFINITY): HubRun {
  let r: Uint8Array = new Uint8Array(32)
  const entries = Array.from({ length }, (_, index): Entry => {
    const g = index + 1
    const cid = base64UrlEncode(ports.sha256(new Uint8Array([g, g >= parts ? 1 : 0])))
    const entry: Entry = {
      ...{ log: 'lease/l-1', epoch: 0, g, cid, verdict: 'ok', code: '', at: g, via: null },
    }
    r = nextReceipt(r, entry, ports)
    return entry
  })
  const head = { log: 'lease/l-1', epoch, g: length, r }
  return { entries, checkpoint: signCheckpoint(head, 1, nodeSigner(hub.privateKey)) }
}

async function kept(store: RowStore): Promise<readonly (readonly [device: string, length: number])[]> {
  const told: (readonly [string, number])[] = []
  for await (const { run: id, entries, checkpoint } of roomsOfCentre(store)) {
    let length = 0
    for await (const { g } of entries) {
      length += 1
      expect(g).toBe(length)
    }
    expect(checkpoint.checkpoint.g).toBe(length)
    told.push([store.row('roomRun', id)?.device ?? '', length])
  }
  return told
}

function keeping() {
  const store = memoryRows()
  const keep = (device: string, brought: HubRun): void => {
    const rows = openDraft(store)
    keepRun(rows, 'l-1', { device, run: brought }, ports)
    store.apply(rows.changes())
  }
  return { store, keep }
}

describe('the runs that a centre keeps', () => {
  test('[SY62] of an epoch the longest, whoever brings it and in whatever order; the same again changes nothing', async () => {
    const { store, keep } = keeping()
    keep('d-hub', run(300, 0))
    keep('d-other', run(200, 0))
    expect(await kept(store)).toEqual([['d-hub', 300]])
    keep('d-other', run(700, 0))
    keep('d-other', run(700, 0))
    expect(await kept(store)).toEqual([['d-other', 700]])
  })

  test('[SY62] both epochs of a succession, and a run that parts under one epoch', async () => {
    const { store, keep } = keeping()
    keep('d-chair', run(4, 1))
    keep('d-hub', run(6, 0))
    keep('d-hub', run(5, 0, 3))
    expect(await kept(store)).toEqual([
      ['d-chair', 4],
      ['d-hub', 6],
      ['d-hub', 5],
    ])
  })

  test('[SY62] at most eight of a lease', async () => {
    const { store, keep } = keeping()
    for (let epoch = 0; epoch < 12; epoch++) keep('d-hub', run(2, epoch))
    expect((await kept(store)).length).toBe(8)
  })
})

test('[SY60] what was erased, and who had which right, is never erased; a name and an address are', () => {
  const world = openWorld()
  const commit = world.devices.anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 100)])
  expect(verdictOf(world.receive(commit))).toBe('ok')
  const order = (e: string, commits: readonly string[]) => ({
    ...{ k: 'erasure.order@1', e, d: { commits, reason: 'demande de la personne' } },
  })
  const last = (): string =>
    world.store.row('entry', String(world.store.row('log', 'log')?.g))?.entry.cid ?? ''
  expect(world.verdict('admin', 'control', order('erasure/e-1', [base64UrlEncode(commit.id)]))).toBe('ok')
  const erasing = last()
  expect(world.verdict('admin', 'control', order('erasure/e-2', [erasing]))).toBe('invalid/entity')
  const given = { user: 'u-anne', role: 'instructor', memberId: null, dossiers: [] }
  const gives = { k: 'mandate.give@1', e: 'mandate/new', d: given }
  expect(world.verdict('admin', 'control', gives)).toBe('ok')
  expect(world.verdict('admin', 'control', order('erasure/e-3', [last()]))).toBe('invalid/entity')
  const invites = { k: 'user.invite@1', e: 'user/u-new', d: { name: 'N', email: 'n@exemple.fr' } }
  expect(world.verdict('admin', 'control', invites)).toBe('ok')
  expect(world.verdict('admin', 'control', order('erasure/e-4', [last()]))).toBe('ok')
  expect(world.store.row('commit', erasing)?.commit.body.length).toBeGreaterThan(0)
})
