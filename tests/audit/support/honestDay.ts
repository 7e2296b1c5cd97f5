import { generateDeviceKeys, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import type { AuditSubject } from '#shared/operations/audit/auditLines.ts'
import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import { memoryRows, type RowStore } from '#shared/operations/authority/memoryRows.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import type { CommitSigner } from '#shared/operations/commitPorts.ts'
import { endLease } from '#shared/operations/lease/endLease.ts'
import type { Lease } from '#shared/operations/lease/lease.ts'
import { leaseSeed } from '#shared/operations/lease/leaseSeed.ts'
import {
  attends,
  committeeWorld,
  mark,
  opens,
  ports,
  recusalDeclared,
  sheetScope,
  type World,
  worldOver,
  written,
} from '#tests/operations/support/committee.ts'
import { type TestDevice, type TestOperation, testDevice } from '#tests/operations/support/device.ts'
import { closing, outcomeNow, readyToClose } from '#tests/operations/support/samples.ts'

export interface HonestDay {
  readonly store: RowStore
  readonly subject: AuditSubject
  readonly authority: CommitSigner
  readonly world: World
  /** Enrolled in the log, then revoked at its first commit. */
  readonly zoe: TestDevice
}

const authorityKeys = generateDeviceKeys()

/** Preparation, a room under a lease, its return, a closing; refusals, a fork, a late mark, a revocation, an erasure. */
export function honestDay(): HonestDay {
  const world = committeeWorld()
  const { store, devices } = world
  const zoe = testDevice('d-zoe', 'u-zoe')
  const is = (verdict: string, wanted: string): void => {
    if (verdict !== wanted) throw new Error(`${verdict}, not ${wanted}`)
  }
  const control = (k: string, e: string, d: TestOperation['d']) =>
    is(world.verdict('admin', 'control', { k, e, d }), 'ok')
  control('user.invite@1', 'user/u-zoe', { name: 'Zoé', email: 'zoe@exemple.fr' })
  control('device.enrol@1', 'device/d-zoe', {
    user: 'u-zoe',
    publicKey: zoe.enrolled.publicKey,
    mayHub: false,
  })
  control('mandate.give@1', 'mandate/zoe', {
    user: 'u-zoe',
    role: 'instructor',
    memberId: null,
    dossiers: [],
  })
  is(verdictOf(world, zoe.sign('office/dossier/dos-1', [instructs])), 'ok')
  control('device.revoke@1', 'device/d-zoe', { lastSeq: 1, cause: 'retired' })
  is(verdictOf(world, zoe.sign('office/dossier/dos-1', [instructs])), 'revoked')

  is(world.verdict('anne', sheetScope(3, 'm-anne'), mark(3, 'm-anne', 1500)), 'ok')
  is(world.verdict('bruno', sheetScope(3, 'm-anne'), mark(3, 'm-anne', 0)), 'forbidden/single-writer')
  is(world.verdict('anne', 'recusal/m-anne', recusalDeclared(2, 'm-anne')), 'ok')
  is(world.verdict('anne', sheetScope(2, 'm-anne'), mark(2, 'm-anne', 0)), 'recused/recused')
  const granted = { session: 'ses-1', hub: 'd-secretary', successors: ['d-chair'], from: 0, to: 1 }
  is(world.verdict('secretary', 'control', { k: 'lease.grant@1', e: 'lease/lease-1', d: granted }), 'ok')

  const hub = worldOver(memoryRows(leaseSeed(store, store.row('lease', 'lease-1') as Lease)), devices)
  const commits: SignedCommit[] = []
  const give = (commit: SignedCommit): void => {
    commits.push(commit)
    hub.receive(commit)
  }
  const present = ['m-chair', 'm-anne', 'm-bruno'].map(attends)
  is(
    verdictOf(world, devices.bruno.sign(sheetScope(1, 'm-bruno'), [mark(1, 'm-bruno', 700)])),
    'deferred/leased',
  )
  give(devices.secretary.sign('session/ses-1', [...present, opens]))
  give(devices.anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 1500)]))
  const decides = { itemId: 'item-1', outcome: outcomeNow(hub, 1) }
  give(
    devices.secretary.sign('session/ses-1/dossier/dos-1', [
      { k: 'session.decide@1', e: 'session/ses-1', d: decides },
    ]),
  )
  const head = hub.store.row('log', 'log')
  if (head === null) throw new Error('the hub wrote nothing')
  const entries = [...hub.store.scan('entry')].map(([, { entry }]) => entry)
  const checkpoint = signCheckpoint(head, 5, nodeSigner(devices.secretary.privateKey))
  written(
    store,
    endLease(
      store,
      { lease: 'lease-1', entries, commits, runs: [{ device: 'd-secretary', run: { entries, checkpoint } }] },
      9,
      ports,
    ),
  )

  for (const { scope, operation } of readyToClose(world))
    is(world.verdict('secretary', scope, operation), 'ok')
  const closes = { k: 'session.close@1', e: 'session/ses-1', d: closing(world) }
  is(world.verdict('chair', 'session/ses-1', closes), 'ok')
  is(world.verdict('bruno', sheetScope(1, 'm-bruno'), mark(1, 'm-bruno', 2000)), 'late/dossier-decided')

  const before = devices.guest.head
  is(world.verdict('guest', sheetScope(1, 'm-guest'), mark(1, 'm-guest', 900)), 'late/dossier-decided')
  devices.guest.head = before
  is(world.verdict('guest', sheetScope(1, 'm-guest'), mark(1, 'm-guest', 1900)), 'forked/fork')
  const [erased = ''] = [...store.scan('commit')]
    .filter(([, { dev, seq }]) => dev === 'd-anne' && seq === 1)
    .map(([cid]) => cid)
  control('erasure.order@1', 'erasure/e-1', { commits: [erased], reason: 'demande' })

  const centre = store.row('log', 'log')
  if (centre === null) throw new Error('no log')
  const authority = nodeSigner(authorityKeys.privateKey)
  const subject: AuditSubject = {
    log: 'centre',
    of: 'authority',
    authorityKey: authorityKeys.publicKey,
    checkpoints: [signCheckpoint(centre, 7, authority)],
    rooms: [],
    at: 7,
  }
  return { store, subject, authority, world, zoe }
}

const instructs: TestOperation = {
  k: 'instruction.change@1',
  e: 'instruction/can-1',
  d: { set: { strengths: 'bien' } },
}

function verdictOf(world: World, commit: SignedCommit): string {
  const [output] = world.receive(commit)
  if (output?.kind !== 'entry') return output?.kind ?? 'nothing'
  const { verdict, code } = output.entry
  return verdict === 'revoked' || code === '' ? verdict : `${verdict}/${code}`
}
