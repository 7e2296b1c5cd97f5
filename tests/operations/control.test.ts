import { describe, expect, test } from 'vitest'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { centreUser } from '#shared/operations/control/centreUser.ts'
import { committeeWorld, mark, openWorld, sheetScope, verdictOf } from './support/committee.ts'
import { testDevice } from './support/device.ts'
import { testReplica } from './support/replica.ts'

describe('control', () => {
  test('[SY14] invited, enrolled, given a mandate: then, and not before, a device writes', () => {
    const world = committeeWorld()
    const device = testDevice('d-claire', 'u-claire')
    const { publicKey } = device.enrolled
    const signs = (value: number) => device.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', value)])
    expect(verdictOf(world.receive(signs(100)))).toBe('turned-away/device.unknown')
    device.head = null
    const enrols = {
      k: 'device.enrol@1',
      e: 'device/d-claire',
      d: { user: 'u-claire', publicKey, mayHub: false },
    }
    expect(world.verdict('admin', 'control', enrols)).toBe('invalid/missing')
    expect(
      world.verdict('admin', 'control', {
        k: 'user.invite@1',
        e: 'user/u-claire',
        d: { name: 'Claire', email: '' },
      }),
    ).toBe('ok')
    expect(world.verdict('admin', 'control', enrols)).toBe('ok')
    expect(world.verdict('admin', 'control', enrols)).toBe('invalid/exists')
    expect(verdictOf(world.receive(signs(100)))).toBe('forbidden/role')
    const gives = { user: 'u-claire', role: 'member', memberId: 'm-anne', dossiers: [] }
    expect(world.verdict('secretary', 'control', { k: 'mandate.give@1', e: 'mandate/m9', d: gives })).toBe(
      'forbidden/role',
    )
    expect(world.verdict('admin', 'control', { k: 'mandate.give@1', e: 'mandate/m9', d: gives })).toBe('ok')
    expect(verdictOf(world.receive(signs(200)))).toBe('ok')
    expect(world.verdict('admin', 'control', { k: 'mandate.end@1', e: 'mandate/m9', d: {} })).toBe('ok')
    expect(verdictOf(world.receive(signs(300)))).toBe('forbidden/role')
  })

  test('[SY14] the centre signs in the name of who asked, nobody else does, and nobody adds a device to it', () => {
    const world = committeeWorld()
    const centre = testDevice('d-centre', centreUser)
    const administrator = {
      id: 'm-centre',
      user: centreUser,
      role: 'administrator',
      memberId: null,
      dossiers: [],
      ended: false,
    } as const
    world.store.apply([
      { table: 'user', key: centreUser, row: { id: centreUser, name: '', email: '' } },
      { table: 'device', key: 'd-centre', row: centre.enrolled },
      { table: 'mandates', key: centreUser, row: { list: [administrator] } },
    ])
    const invites = (n: number) => ({
      k: 'user.invite@1',
      e: `user/u-${n}`,
      ob: 'u-admin',
      d: { name: 'Claire', email: '' },
    })
    expect(verdictOf(world.receive(centre.sign('control', [invites(1)])))).toBe('ok')
    expect(world.verdict('admin', 'control', invites(2))).toBe('forbidden/on-behalf')
    expect(
      world.verdict('admin', 'control', {
        k: 'device.enrol@1',
        e: 'device/d-other',
        d: { user: centreUser, publicKey: testDevice('d-other', '').enrolled.publicKey, mayHub: false },
      }),
    ).toBe('forbidden/centre-only')
  })

  test('[SY6] the author is the owner of the device', () => {
    const world = committeeWorld()
    const commit = world.devices.anne.sign(
      'shared',
      [{ k: 'issuer.change@1', e: 'issuer/i', d: { set: {} } }],
      {
        usr: 'u-secretary',
      },
    )
    expect(verdictOf(world.receive(commit))).toBe('forbidden/author')
  })

  test('[SY14] a revoked device holds up to a sequence; beyond it everything is kept apart, and no verdict changes', () => {
    const world = committeeWorld()
    expect(world.verdict('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 100))).toBe('ok')
    const late = world.devices.anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 200)])
    const beyond = world.devices.anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 300)])
    const revoke = (cause: string, lastSeq: number) =>
      world.verdict('admin', 'control', { k: 'device.revoke@1', e: 'device/d-anne', d: { lastSeq, cause } })
    expect(revoke('retired', 2)).toBe('ok')
    expect(verdictOf(world.receive(late))).toBe('ok')
    expect(verdictOf(world.receive(beyond))).toBe('revoked/retired')
    expect(revoke('compromised', 5)).toBe('ok')
    expect(world.store.row('device', 'd-anne')?.lastSeq).toBe(2)
    expect(revoke('retired', 9)).toBe('invalid/exists')
    expect(world.verdict('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 400))).toBe('revoked/compromised')
    const replica = testReplica(world, 'secretary')
    replica.pull(world)
    expect(replica.store.row('aggregate', 'sheet/can-1/m-anne')?.version).toBe(2)
  })

  test('[SY28] an erasure drops bodies, everywhere at the next contact; nobody goes back behind it', () => {
    const world = openWorld()
    const commit = world.devices.anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 100)])
    expect(verdictOf(world.receive(commit))).toBe('ok')
    expect(world.verdict('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 200))).toBe('ok')
    const copy = testReplica(world, 'secretary')
    copy.pull(world)
    const cid = base64UrlEncode(commit.id)
    const bodies = (): readonly number[] =>
      [world, { store: copy.store }].map(({ store }) => store.row('commit', cid)?.commit.body.length ?? -1)
    expect(bodies().every((length) => length > 0)).toBe(true)
    const order = (commits: readonly string[]) => ({
      k: 'erasure.order@1',
      e: 'erasure/e-1',
      d: { commits, reason: 'demande de la personne' },
    })
    expect(world.verdict('admin', 'control', order([base64UrlEncode(new Uint8Array(32))]))).toBe(
      'invalid/missing',
    )
    expect(world.verdict('admin', 'control', order([cid]))).toBe('ok')
    copy.pull(world)
    expect(bodies()).toEqual([0, 0])
    expect(copy.store.row('aggregate', 'sheet/can-1/m-anne')).toEqual(
      world.store.row('aggregate', 'sheet/can-1/m-anne'),
    )
    const back = { k: 'aggregate.revert@1', e: 'sheet/can-1/m-anne', x: 2, d: { toVersion: 1 } }
    expect(world.verdict('anne', sheetScope(1, 'm-anne'), back)).toBe('invalid/no-history')
    // What is written from there on is taken back as ever.
    expect(world.verdict('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 300))).toBe('ok')
    expect(world.verdict('anne', sheetScope(1, 'm-anne'), { ...back, x: 3, d: { toVersion: 2 } })).toBe('ok')
    copy.pull(world)
    // A copy made after it never sees that body, and has the same state.
    const fresh = testReplica(world, 'chair')
    fresh.pull(world, 2)
    expect(fresh.store.row('commit', cid)).toBe(null)
    expect(fresh.store.row('aggregate', 'sheet/can-1/m-anne')).toEqual(
      world.store.row('aggregate', 'sheet/can-1/m-anne'),
    )
    expect(world.receive(commit)).toEqual([{ kind: 'duplicate', cid, verdict: 'ok', g: 7 }])
  })

  test('[SY5] a refused commit stops nothing of what follows in the queue', () => {
    const queue = committeeWorld()
    const commits = [
      queue.devices.anne.sign('shared', [{ k: 'issuer.change@1', e: 'issuer/i', d: { set: {} } }]),
      queue.devices.anne.sign(sheetScope(1, 'm-anne'), [{ k: 'nothing@9', e: 'x/1', d: null }]),
      queue.devices.anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1)]),
      queue.devices.anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 100)]),
    ]
    expect(commits.map((commit) => verdictOf(queue.receive(commit)))).toEqual([
      'forbidden/role',
      'unknown-schema/kind',
      'invalid/data',
      'ok',
    ])
  })

  test('[SY33] what no enrolled device signed is turned away and leaves no trace', () => {
    const world = committeeWorld()
    const commit = world.devices.anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 100)])
    const head = world.store.row('log', 'log')
    const flipped = (bytes: Uint8Array): Uint8Array =>
      bytes.map((byte, index) => (index === 7 ? byte ^ 1 : byte))
    expect(verdictOf(world.receive({ ...commit, signature: flipped(commit.signature) }))).toBe(
      'turned-away/commit.bad-signature',
    )
    expect(verdictOf(world.receive({ ...commit, body: flipped(commit.body) }))).toBe(
      'turned-away/commit.bad-body',
    )
    expect(verdictOf(world.receive({ ...commit, id: flipped(commit.id) }))).toBe(
      'turned-away/commit.bad-identifier',
    )
    expect(verdictOf(world.receive({ ...commit, body: new Uint8Array(300_000) }))).toBe(
      'turned-away/commit.too-large',
    )
    expect(world.store.row('log', 'log')).toEqual(head)
    expect(verdictOf(world.receive(commit))).toBe('ok')
  })

  test('[SY33] no more than 64 commits of a device wait', () => {
    const world = committeeWorld()
    const { anne } = world.devices
    const commits = Array.from({ length: 70 }, (_, value) =>
      anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', (value % 20) * 100)]),
    )
    const [first, ...others] = commits
    const told = others.map((commit) => verdictOf(world.receive(commit)))
    expect(told.filter((each) => each === 'waiting')).toHaveLength(64)
    expect(told.filter((each) => each === 'turned-away/waiting.full')).toHaveLength(5)
    if (first === undefined) throw new Error('seventy commits')
    expect(world.receive(first)).toHaveLength(65)
    for (const commit of others.slice(64)) expect(verdictOf(world.receive(commit))).toBe('ok')
  })
})
