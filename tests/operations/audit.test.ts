import { describe, expect, test } from 'vitest'
import { generateDeviceKeys, nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { audit } from '#shared/operations/audit/audit.ts'
import type { AuditExport } from '#shared/operations/audit/auditExport.ts'
import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { mark, openWorld, recusalDeclared, sheetScope, type World } from './support/committee.ts'

const authority = generateDeviceKeys()

function exportOf(world: World): AuditExport {
  const head = world.store.row('log', 'log')
  if (head === null) throw new Error('no log')
  const { checkpoint, signature } = signCheckpoint(head, 7, nodeSigner(authority.privateKey))
  const devices = [...world.store.scan('device')]
  return {
    format: 1,
    log: head.log,
    authorityKey: base64UrlEncode(authority.publicKey),
    deviceKeys: Object.fromEntries(devices.map(([id, { publicKey }]) => [id, publicKey])),
    entries: [...world.store.scan('entry')].map(([, { entry }]) => entry),
    checkpoints: [{ ...checkpoint, signature: base64UrlEncode(signature) }],
    commits: [...world.store.scan('commit')].map(([, { commit, erased }]) => ({
      header: base64UrlEncode(commit.header),
      body: erased ? null : base64UrlEncode(commit.body),
      signature: base64UrlEncode(commit.signature),
    })),
    chainsBefore: {},
  }
}

/** A day with refusals, a fork and an erasure. */
function honest(): AuditExport {
  const world = openWorld()
  world.act('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))
  world.act('bruno', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 0))
  world.act('anne', 'recusal/m-anne', recusalDeclared(2, 'm-anne'))
  const { bruno } = world.devices
  const before = bruno.head
  world.act('bruno', sheetScope(1, 'm-bruno'), mark(1, 'm-bruno', 900))
  bruno.head = before
  world.act('bruno', sheetScope(1, 'm-bruno'), mark(1, 'm-bruno', 1900))
  const [cid = ''] = [...world.store.scan('commit')]
    .filter(([, { dev }]) => dev === 'd-anne')
    .map(([key]) => key)
  const erase = { k: 'erasure.order@1', e: 'erasure/e-1', d: { commits: [cid], reason: 'demande' } }
  expect(world.verdict('admin', 'control', erase)).toBe('ok')
  return exportOf(world)
}

const faultsOf = (exported: AuditExport): readonly string[] => [
  ...new Set(audit(exported, nodeCrypto).faults.map(({ fault }) => fault)),
]
const flip = (text: string): string =>
  text[4] === 'A' ? `${text.slice(0, 4)}B${text.slice(5)}` : `${text.slice(0, 4)}A${text.slice(5)}`
const at = <T>(list: readonly T[], index: number, change: (item: T) => T): T[] =>
  list.map((item, place) => (place === index ? change(item) : item))

describe('audit', () => {
  test('[SY28][SY36] an honest log is conforme, with a fork kept as proof and a body erased', () => {
    const exported = honest()
    expect(exported.commits.filter(({ body }) => body === null)).toHaveLength(1)
    expect(exported.entries.map(({ verdict }) => verdict)).toContain('forked')
    const { conforme, faults, checked } = audit(exported, nodeCrypto)
    expect(faults).toEqual([])
    expect(conforme).toBe(true)
    expect(checked).toEqual({
      entries: exported.entries.length,
      commits: exported.commits.length,
      checkpoints: 1,
    })
  })

  const tampered: Readonly<
    Record<string, (exported: AuditExport) => { exported: AuditExport; fault: string }>
  > = {
    'a verdict changed': (e) => ({
      exported: { ...e, entries: at(e.entries, 6, (entry) => ({ ...entry, verdict: 'late' })) },
      fault: 'receipt-differs',
    }),
    'an instant changed': (e) => ({
      exported: { ...e, entries: at(e.entries, 2, (entry) => ({ ...entry, at: entry.at + 60_000 })) },
      fault: 'receipt-differs',
    }),
    'an entry taken out': (e) => ({
      exported: { ...e, entries: e.entries.toSpliced(3, 1) },
      fault: 'entry-out-of-place',
    }),
    'two entries exchanged': (e) => ({
      exported: {
        ...e,
        entries: [...e.entries.slice(0, 2), e.entries[3], e.entries[2], ...e.entries.slice(4)].flatMap(
          (entry, index) => (entry === undefined ? [] : [{ ...entry, g: index + 1 }]),
        ),
      },
      fault: 'receipt-differs',
    }),
    'the end cut off': (e) => ({
      exported: { ...e, entries: e.entries.slice(0, -1) },
      fault: 'checkpoint-beyond-log',
    }),
    'an entry added': (e) => ({
      exported: {
        ...e,
        entries: [...e.entries, { ...(e.entries[0] as AuditExport['entries'][0]), g: e.entries.length + 1 }],
      },
      fault: 'second-verdict',
    }),
    'a checkpoint signed by another': (e) => {
      const other = nodeSigner(generateDeviceKeys().privateKey)
      const { log, epoch, g, r } = e.checkpoints[0] as AuditExport['checkpoints'][0]
      const bytes = Buffer.from(r, 'base64url')
      const { checkpoint, signature } = signCheckpoint({ log, epoch, g, r: new Uint8Array(bytes) }, 7, other)
      return {
        exported: { ...e, checkpoints: [{ ...checkpoint, signature: base64UrlEncode(signature) }] },
        fault: 'checkpoint-signature-wrong',
      }
    },
    'a body changed': (e) => ({
      exported: {
        ...e,
        commits: at(e.commits, 1, (commit) => ({ ...commit, body: flip(commit.body ?? '') })),
      },
      fault: 'body-altered',
    }),
    'a header changed': (e) => ({
      exported: {
        ...e,
        commits: at(e.commits, 1, (commit) => {
          const text = Buffer.from(commit.header, 'base64url')
            .toString()
            .replace('u-secretary', 'u-secretarz')
          return { ...commit, header: Buffer.from(text).toString('base64url') }
        }),
      },
      fault: 'signature-wrong',
    }),
    'a commit left out': (e) => ({
      exported: { ...e, commits: e.commits.toSpliced(2, 1) },
      fault: 'commit-missing',
    }),
    'a body left out without an erasure': (e) => ({
      exported: { ...e, commits: at(e.commits, 1, (commit) => ({ ...commit, body: null })) },
      fault: 'body-missing',
    }),
    'a commit that was never ordered': (e) => {
      const world = openWorld()
      world.act('anne', sheetScope(3, 'm-anne'), mark(3, 'm-anne', 100))
      const foreign = exportOf(world).commits.at(-1) as AuditExport['commits'][0]
      return { exported: { ...e, commits: [...e.commits, foreign] }, fault: 'commit-unordered' }
    },
    'a signature of another device': (e) => ({
      exported: {
        ...e,
        deviceKeys: { ...e.deviceKeys, 'd-secretary': e.deviceKeys['d-anne'] as string },
      },
      fault: 'signature-wrong',
    }),
    'a fork told as accepted': (e) => {
      const index = e.entries.findIndex(({ verdict }) => verdict === 'forked')
      return {
        exported: { ...e, entries: at(e.entries, index, (entry) => ({ ...entry, verdict: 'ok' })) },
        fault: 'fork-accepted',
      }
    },
    'an epoch that goes back': (e) => ({
      exported: { ...e, entries: at(e.entries, 0, (entry) => ({ ...entry, epoch: 3 })) },
      fault: 'epoch-goes-back',
    }),
    'a log of another name': (e) => ({ exported: { ...e, log: 'other' }, fault: 'entry-of-other-log' }),
  }

  for (const [what, tamper] of Object.entries(tampered))
    test(`[SY36] ${what} is found`, () => {
      const { exported, fault } = tamper(honest())
      expect(faultsOf(exported)).toContain(fault)
    })
})
