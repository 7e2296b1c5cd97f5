import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportBundle } from '#main/adapters/bundles/exportBundle.ts'
import { inspectBundle } from '#main/adapters/bundles/inspectBundle.ts'
import { type OpenBundle, openBundle } from '#main/adapters/bundles/openBundle.ts'
import { generateDeviceKeys, nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { refuse } from '#shared/kernel/result.ts'
import { describeBlob } from '#shared/operations/blobs/blobManifest.ts'
import type { BundleContents } from '#shared/operations/bundle/bundleContents.ts'
import { bundleFileName } from '#shared/operations/bundle/bundleFileName.ts'
import type { BundleRecord } from '#shared/operations/bundle/bundleRecord.ts'
import { contentsCheck } from '#shared/operations/bundle/contentsCheck.ts'
import { codeOf, temporaryFolder, valueOf } from '../sqlite/committeeOnDisk.ts'
import {
  asMember,
  commitOf,
  commitRecord,
  control,
  exporter,
  exportOf,
  logRecords,
  member,
  org,
  passphrase,
  readerFor,
  secretary,
  stranger,
  toMember,
} from './bundleWorld.ts'

const file = (folder: { file(name: string): string }) => folder.file('envoi.delibere-cle')
const recordsOf = (bundle: OpenBundle) => [...bundle.records()].map(valueOf)

async function opened(path: string, reader = readerFor(asMember)) {
  const bundle = valueOf(await openBundle(path, reader, control))
  try {
    return { ...bundle, all: recordsOf(bundle) }
  } finally {
    bundle.close()
  }
}

test('[BN1] what was put in comes out, verbatim and in order, with what it says of itself', async () => {
  using folder = temporaryFolder()
  const small = new Uint8Array([1, 2, 3])
  const manifest = valueOf(describeBlob(small, nodeCrypto))
  const records: readonly BundleRecord[] = [
    ...logRecords,
    { kind: 'blob', scope: 'shared', manifest },
    { kind: 'chunk', bytes: small },
  ]
  const written = valueOf(await exportBundle(file(folder), exportOf(records), exporter, control))
  expect(written.counts).toEqual({ commits: 2, headers: 1, entries: 2, checkpoints: 1, blobs: 1 })
  expect(written.sizeBytes).toBe(readFileSync(file(folder)).length)
  const { all, contents, counts, header } = await opened(file(folder))
  expect(all).toEqual(records)
  expect(counts).toEqual(written.counts)
  expect(contents).toEqual({
    scopes: [
      { scope: 'dossier/d2', commits: 1 },
      { scope: 'shared', commits: 1 },
    ],
    blobs: [{ sha256: manifest.sha256, scope: 'shared' }],
  })
  expect([header.org, header.exporter.device, header.at]).toEqual([org, secretary.device, 1_780_000_000_000])
})

test('[BN1] records of any sizes, cut by frames anywhere, come back the same', async () => {
  using folder = temporaryFolder()
  let number = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 1, maxLength: 12 }),
      async (sizes) => {
        const records: readonly BundleRecord[] = sizes.map((size, place) => ({
          kind: 'entry',
          entry: new Uint8Array(size).fill(place + 1),
          receipt: new Uint8Array(32).fill(place),
        }))
        const path = folder.file(`${number++}.delibere-cle`)
        valueOf(await exportBundle(path, exportOf(records), exporter, control))
        expect((await opened(path)).all).toEqual(records)
      },
    ),
    { numRuns: 25 },
  )
})

test('[BN2] each laptop of the room opens it with its own key, the room with its passphrase, nobody else', async () => {
  using folder = temporaryFolder()
  const recipients = [
    toMember,
    { kind: 'device', device: secretary.device, publicKey: secretary.publicKey },
    { kind: 'passphrase', text: passphrase.normalize('NFD') },
  ] as const
  valueOf(await exportBundle(file(folder), exportOf(logRecords, { recipients }), exporter, control))
  const asSecretary = { kind: 'device', device: secretary.device, privateKey: secretary.privateKey } as const
  for (const opener of [asMember, asSecretary, { kind: 'passphrase', text: passphrase } as const])
    expect((await opened(file(folder), readerFor(opener))).all).toEqual(logRecords)
  const code = async (opener: Parameters<typeof readerFor>[0]) =>
    codeOf(await openBundle(file(folder), readerFor(opener), control))
  expect([
    await code({ kind: 'passphrase', text: `${passphrase} ` }),
    await code({ kind: 'device', device: stranger.device, privateKey: stranger.privateKey }),
    // The right name, another key; the right key, another name.
    await code({ kind: 'device', device: member.device, privateKey: stranger.privateKey }),
    await code({ kind: 'device', device: stranger.device, privateKey: member.privateKey }),
  ]).toEqual(['bundle.wrong-passphrase', 'bundle.not-for-you', 'bundle.not-for-you', 'bundle.not-for-you'])
})

test('[BN2] sealed to a device alone, no passphrase opens it; to nobody, it is not written', async () => {
  using folder = temporaryFolder()
  valueOf(await exportBundle(file(folder), exportOf(logRecords), exporter, control))
  expect(
    codeOf(await openBundle(file(folder), readerFor({ kind: 'passphrase', text: passphrase }), control)),
  ).toBe('bundle.not-for-you')
  const identity = new Uint8Array(32)
  identity[0] = 1
  const attempt = async (recipients: Parameters<typeof exportOf>[1] & object) =>
    codeOf(
      await exportBundle(
        folder.file('autre.delibere-cle'),
        exportOf(logRecords, recipients),
        exporter,
        control,
      ),
    )
  expect([
    await attempt({ recipients: [] }),
    await attempt({ recipients: [{ ...toMember, publicKey: identity }] }),
    await attempt({ recipients: [{ ...toMember, publicKey: new Uint8Array(31) }] }),
    // y = -1: u = 0, a point whose secret everybody knows.
    await attempt({ recipients: [{ ...toMember, publicKey: minusOne }] }),
    await attempt({ recipients: [{ kind: 'passphrase', text: 'trop court' }] }),
    await attempt({ recipients: Array(257).fill(toMember) }),
  ]).toEqual([...Array(4).fill('bundle.no-recipient'), 'file.weak-passphrase', 'bundle.no-recipient'])
  expect(readdirSync(folder.path)).toEqual(['envoi.delibere-cle'])
})

const minusOne = new Uint8Array(32).fill(255)
minusOne[0] = 236
minusOne[31] = 127

test('[BN2] keys made one after the other all open: the two forms of the curve agree', async () => {
  using folder = temporaryFolder()
  for (let number = 0; number < 20; number++) {
    const { publicKey, privateKey } = generateDeviceKeys()
    const path = folder.file(`${number}.delibere-cle`)
    const recipients = [{ kind: 'device', device: 'd', publicKey } as const]
    valueOf(await exportBundle(path, exportOf(logRecords, { recipients }), exporter, control))
    const { all } = await opened(path, readerFor({ kind: 'device', device: 'd', privateKey }))
    expect(all).toEqual(logRecords)
  }
})

test('[BN3] a lost key tells ids and sizes: no text, no scope, no name, no digest of what it carries', async () => {
  using folder = temporaryFolder()
  const manifest = valueOf(describeBlob(new Uint8Array([7, 7]), nodeCrypto))
  const records: readonly BundleRecord[] = [
    ...logRecords,
    { kind: 'blob', scope: 'shared', manifest },
    { kind: 'chunk', bytes: new Uint8Array([7, 7]) },
  ]
  valueOf(await exportBundle(file(folder), exportOf(records), exporter, control))
  const bytes = readFileSync(file(folder))
  const secrets = [
    'préau',
    'covoiturage',
    'recusal/m7',
    '"shared"',
    'dossier/',
    manifest.sha256,
    'operation-1',
    '"usr"',
  ]
  expect(secrets.filter((secret) => bytes.includes(Buffer.from(secret, 'utf8')))).toEqual([])
  expect(bytes.includes(Buffer.from(manifest.sha256, 'hex'))).toBe(false)
  expect(bytes.includes(Buffer.from(secretary.device, 'utf8'))).toBe(true)
  expect(bundleFileName('2026-11-22', 'person')).toBe('Envoi du 2026-11-22 pour une personne.delibere-cle')
})

test('[BN3] anybody may look at it without opening it', async () => {
  using folder = temporaryFolder()
  const written = valueOf(await exportBundle(file(folder), exportOf(logRecords), exporter, control))
  const seen = valueOf(await inspectBundle(file(folder), nodeCrypto, control))
  expect({ ...seen, header: seen.header.slots.map(({ kind }) => kind) }).toEqual({
    ...written,
    header: ['device'],
  })
})

/** A bundle of two frames, small enough to try every byte of its clear parts. */
async function smallBundle(path: string) {
  const long: BundleRecord = {
    kind: 'entry',
    entry: new Uint8Array(1_048_000).fill(9),
    receipt: new Uint8Array(32),
  }
  valueOf(await exportBundle(path, exportOf([long, ...logRecords]), exporter, control))
  return readFileSync(path)
}

const refusals = ['bundle.altered', 'bundle.cut', 'bundle.not-a-bundle', 'bundle.newer-version']

test('[BN4] any byte that changed is refused, to look at and to open: start, header, frame, closing, signature, end', async () => {
  using folder = temporaryFolder()
  valueOf(await exportBundle(file(folder), exportOf(logRecords), exporter, control))
  const whole = readFileSync(file(folder))
  const accepted: number[] = []
  for (let place = 0; place < whole.length; place++) {
    const altered = Buffer.from(whole)
    altered[place] = (altered[place] ?? 0) ^ (1 << (place % 8))
    writeFileSync(file(folder), altered)
    const codes = [codeOf(await inspectBundle(file(folder), nodeCrypto, control))]
    // Opening looks at the same bytes in the same way, then opens: a part of the places tells as much.
    if (place % 7 === 0) codes.push(codeOf(await openBundle(file(folder), readerFor(asMember), control)))
    if (!codes.every((code) => refusals.includes(code))) accepted.push(place)
  }
  expect(accepted).toEqual([])
  expect(whole.length).toBeGreaterThan(2000)
})

test('[BN4] a file that was cut anywhere, or to which anything was added, is refused', async () => {
  using folder = temporaryFolder()
  const whole = await smallBundle(file(folder))
  const cuts = [
    0,
    1,
    15,
    16,
    23,
    24,
    100,
    1000,
    500_000,
    1_048_900,
    ...Array.from({ length: 400 }, (_, k) => whole.length - 1 - k),
  ]
  const codes = new Map<number, string>()
  for (const cut of cuts) {
    writeFileSync(file(folder), whole.subarray(0, cut))
    codes.set(cut, codeOf(await inspectBundle(file(folder), nodeCrypto, control)))
  }
  expect(new Set(codes.values())).toEqual(new Set(['bundle.cut']))
  for (const extra of [Buffer.from('x'), whole]) {
    writeFileSync(file(folder), Buffer.concat([whole, extra]))
    expect(refusals).toContain(codeOf(await inspectBundle(file(folder), nodeCrypto, control)))
  }
  writeFileSync(file(folder), Buffer.from('%PDF-1.7 un document quelconque, assez long pour en être un'))
  expect(codeOf(await inspectBundle(file(folder), nodeCrypto, control))).toBe('bundle.not-a-bundle')
  expect(codeOf(await inspectBundle(folder.path, nodeCrypto, control))).toBe('bundle.not-a-bundle')
  expect(codeOf(await inspectBundle(folder.file('absent'), nodeCrypto, control))).toBe('file.missing')
})

test('[BN4] frames exchanged, or joined from another bundle of the same exporter, are refused', async () => {
  using folder = temporaryFolder()
  const frame = 1024 * 1024 + 16
  const three = (fill: number): readonly BundleRecord[] =>
    [1, 2, 3].map((g) => ({
      kind: 'entry',
      entry: new Uint8Array(1_048_000).fill(fill + g),
      receipt: new Uint8Array(32),
    }))
  const [one, two] = await Promise.all(
    [10, 20].map(async (fill) => {
      const path = folder.file(`${fill}.delibere-cle`)
      valueOf(await exportBundle(path, exportOf(three(fill)), exporter, control))
      return readFileSync(path)
    }),
  )
  if (one === undefined || two === undefined) throw new Error('two bundles')
  const start = 24 + one.readUInt32LE(20)
  const swapped = Buffer.from(one)
  one.copy(swapped, start, start + frame, start + 2 * frame)
  one.copy(swapped, start + frame, start, start + frame)
  const spliced = Buffer.from(one)
  two.copy(spliced, start, start, start + frame)
  // The header of one, everything else of the other: same recipients, same exporter, same sizes.
  const crossed = Buffer.concat([one.subarray(0, start), two.subarray(start)])
  for (const altered of [swapped, spliced, crossed]) {
    writeFileSync(file(folder), altered)
    expect(codeOf(await openBundle(file(folder), readerFor(asMember), control))).toBe('bundle.altered')
  }
})

test('[BN4] a key that was pulled out between the reading and the taking: the last item is a refusal', async () => {
  using folder = temporaryFolder()
  const whole = await smallBundle(file(folder))
  const bundle = valueOf(await openBundle(file(folder), readerFor(asMember), control))
  writeFileSync(file(folder), whole.subarray(0, 1_048_700))
  const items = [...bundle.records()]
  bundle.close()
  expect(codeOf(items.at(-1) ?? refuse('bundle.cut'))).toBe('bundle.altered')
  expect(items.slice(0, -1).every(({ ok }) => ok)).toBe(true)
})

test('[BN5] an exporter that the committee does not know, another committee: nothing is taken', async () => {
  using folder = temporaryFolder()
  const forger = {
    device: secretary.device,
    publicKey: stranger.publicKey,
    ports: { ...exporter.ports, ...nodeSigner(stranger.privateKey) },
  }
  valueOf(await exportBundle(file(folder), exportOf(logRecords), forger, control))
  expect(codeOf(await openBundle(file(folder), readerFor(asMember), control))).toBe('bundle.unknown-exporter')
  const honest = folder.file('bon.delibere-cle')
  valueOf(await exportBundle(honest, exportOf(logRecords), exporter, control))
  expect(codeOf(await openBundle(honest, readerFor(asMember, { org: 'committee-2' }), control))).toBe(
    'bundle.other-committee',
  )
  expect(codeOf(await openBundle(honest, readerFor(asMember, { knows: () => false }), control))).toBe(
    'bundle.unknown-exporter',
  )
})

test('[BN5] refused, cancelled or full of what it must not hold, an export leaves nothing behind', async () => {
  using folder = temporaryFolder()
  const attempt = async (records: readonly BundleRecord[], over = control) =>
    codeOf(await exportBundle(file(folder), exportOf(records), exporter, over))
  const { header, body, signature } = commitOf(9, 'shared', 'ailleurs', 'committee-2')
  const other: BundleRecord = { kind: 'commit', header, body, signature }
  const chunk: BundleRecord = { kind: 'chunk', bytes: new Uint8Array([1]) }
  const altered: BundleRecord = {
    ...commitRecord(1, 'shared', 'a'),
    body: commitRecord(1, 'shared', 'b').body,
  }
  const manifest = valueOf(describeBlob(new Uint8Array([1, 2]), nodeCrypto))
  expect([
    await attempt([...logRecords, commitRecord(4, 'recusal/m7', 'secret')]),
    await attempt([{ kind: 'blob', scope: 'recusal/m7', manifest }]),
    await attempt([other]),
    await attempt([altered]),
    await attempt([chunk]),
    await attempt([{ kind: 'blob', scope: 'shared', manifest }, chunk]),
    await attempt([{ kind: 'blob', scope: 'shared', manifest }, ...logRecords]),
    await attempt(logRecords, { ...control, signal: { aborted: true } }),
  ]).toEqual([
    'bundle.scope-not-declared',
    'bundle.scope-not-declared',
    'bundle.other-committee',
    'bundle.altered',
    'bundle.altered',
    'bundle.altered',
    'bundle.altered',
    'file.cancelled',
  ])
  const failing = (async function* () {
    yield refuse('blob.absent')
  })()
  expect(codeOf(await exportBundle(file(folder), exportOf(failing), exporter, control))).toBe('blob.absent')
  expect(readdirSync(folder.path)).toEqual([])
  writeFileSync(join(folder.path, '.envoi.delibere-cle.0123456789ab.en-cours'), 'left by a killed process')
  expect(await attempt(logRecords)).toBe('ok')
  expect(readdirSync(folder.path)).toEqual(['envoi.delibere-cle'])
  expect(await attempt(logRecords)).toBe('file.exists')
})

test('[BN6] what a bundle says of its scopes, its blobs and its counts is compared with what it holds', () => {
  const manifest = valueOf(describeBlob(new Uint8Array([7]), nodeCrypto))
  const records: readonly BundleRecord[] = [
    ...logRecords,
    { kind: 'blob', scope: 'shared', manifest },
    { kind: 'chunk', bytes: new Uint8Array([7]) },
  ]
  const said = (contents: BundleContents, more: readonly BundleRecord[] = []) => {
    const check = contentsCheck(org, () => true, nodeCrypto)
    const all: readonly BundleRecord[] = [...records, { kind: 'contents', contents }, ...more]
    return [...all.map((record) => codeOf(check.take(record))), codeOf(check.end())].filter(
      (code) => code !== 'ok',
    )
  }
  const scopes = [
    { scope: 'dossier/d2', commits: 1 },
    { scope: 'shared', commits: 1 },
  ]
  const blobs = [{ sha256: manifest.sha256, scope: 'shared' }]
  expect(said({ scopes, blobs })).toEqual([])
  const lies: readonly BundleContents[] = [
    { scopes: scopes.slice(1), blobs },
    { scopes: [...scopes, { scope: 'recusal/m7', commits: 1 }], blobs },
    { scopes: scopes.map(({ scope }) => ({ scope, commits: 2 })), blobs },
    { scopes, blobs: [] },
    { scopes, blobs: [{ sha256: manifest.sha256, scope: 'dossier/d2' }] },
  ]
  for (const lie of lies) expect(said(lie)).toEqual(['bundle.altered'])
  expect(said({ scopes, blobs }, [logRecords[0] as BundleRecord])).toEqual(['bundle.altered'])
  expect(codeOf(contentsCheck(org, () => true, nodeCrypto).end())).toBe('bundle.altered')
})
