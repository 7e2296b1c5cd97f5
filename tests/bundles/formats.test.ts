import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blobCipher, blobFileName, blobKeyOf } from '#main/adapters/blobs/blobCipher.ts'
import { unwrapContentKey } from '#main/adapters/bundles/bundleSlots.ts'
import { exportBundle } from '#main/adapters/bundles/exportBundle.ts'
import { openBundle } from '#main/adapters/bundles/openBundle.ts'
import { rawX25519, x25519PrivateOf, x25519PublicOf } from '#main/adapters/bundles/x25519OfEd25519.ts'
import { nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { describeBlob, encodeBlobManifest, transferOf } from '#shared/operations/blobs/blobManifest.ts'
import {
  emptyChunkMap,
  heldFromMissingText,
  missingText,
  withChunk,
} from '#shared/operations/blobs/chunkMap.ts'
import type { BundleHeader, DeviceSlot } from '#shared/operations/bundle/bundleHeader.ts'
import type { BundleRecord } from '#shared/operations/bundle/bundleRecord.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import { rootDir } from '#tests/support/rootDir.ts'
import { temporaryFolder, valueOf } from '../sqlite/committeeOnDisk.ts'
import { control, exportOf } from './bundleWorld.ts'

/** The JSON block of a page of `docs`. */
function vectorsOf<T>(page: string): T {
  const text = readFileSync(join(rootDir, 'docs', page), 'utf8')
  return JSON.parse(/```json\n([\s\S]*?)\n```/u.exec(text)?.[1] ?? '') as T
}

interface BlobVectors {
  readonly abc: { readonly manifest: string; readonly transfer: string }
  readonly zeros: { readonly manifest: string; readonly transfer: string }
  readonly missing: readonly {
    readonly count: number
    readonly missing: readonly number[]
    readonly text: string
  }[]
  readonly disk: {
    readonly key: string
    readonly name: string
    readonly part: string
    readonly sealed: string
  }
}

interface BundleVectors {
  readonly device: Pick<BundleHeader, 'id' | 'check'> & {
    readonly ed25519: string
    readonly x25519: string
    readonly slot: DeviceSlot
  }
  readonly bundle: { readonly sha256: string; readonly base64: string }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const abc = utf8Encode('abc')

test('[BL1] [BL3] [BL11] the vectors of docs/sync-blobs.md are what this program writes and reads', () => {
  const vectors = vectorsOf<BlobVectors>('sync-blobs.md')
  for (const [content, { manifest, transfer }] of [
    [abc, vectors.abc],
    [new Uint8Array(1_048_577), vectors.zeros],
  ] as const) {
    const described = valueOf(describeBlob(content, nodeCrypto))
    expect(Buffer.from(encodeBlobManifest(described)).toString('utf8')).toBe(manifest)
    expect(transferOf(described, nodeCrypto)).toBe(transfer)
  }
  for (const { count, missing, text } of vectors.missing) {
    const held = Array.from({ length: count }, (_, index) => index)
      .filter((index) => !missing.includes(index))
      .reduce(withChunk, emptyChunkMap(count))
    expect([missingText(held), heldFromMissingText(count, text)]).toEqual([text, held])
  }
  const { sha256 } = valueOf(describeBlob(abc, nodeCrypto))
  const key = blobKeyOf(new Uint8Array(32).fill(7), 'file-1')
  const cipher = blobCipher(key, sha256, { bytes: (length) => new Uint8Array(length).fill(2) })
  expect({
    key: hex(key),
    name: blobFileName(key, sha256),
    part: blobFileName(key, sha256, vectors.abc.transfer).slice(0, 16),
    sealed: hex(cipher.seal(0, abc)),
  }).toEqual(vectors.disk)
})

/** PKCS #8 of the Ed25519 seed of the vectors. */
const privateKey = new Uint8Array(
  Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 1)]),
)

test('[BN2] the device slot of docs/sync-bundle.md opens: Ed25519 becomes X25519 on both sides', async () => {
  const { ed25519, x25519, id, check, slot } = vectorsOf<BundleVectors>('sync-bundle.md').device
  const theirs = x25519PublicOf(Buffer.from(ed25519, 'hex'))
  expect([
    theirs === undefined ? '' : hex(rawX25519(theirs)),
    hex(rawX25519(x25519PrivateOf(privateKey))),
  ]).toEqual([x25519, x25519])
  const header: BundleHeader = {
    id,
    org: 'o',
    exporter: { device: 'e', key: '' },
    at: 0,
    check,
    slots: [slot],
  }
  const opener = { kind: 'device', device: 'device-1', privateKey } as const
  expect(valueOf(await unwrapContentKey(header, opener))).toEqual(new Uint8Array(32).fill(0xc0))
})

test('[BN1] the bundle of docs/sync-bundle.md is read, and written again byte for byte', async () => {
  using folder = temporaryFolder()
  const { device, bundle } = vectorsOf<BundleVectors>('sync-bundle.md')
  const bytes = Buffer.from(bundle.base64, 'base64')
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(bundle.sha256)
  const records: readonly BundleRecord[] = [
    { kind: 'entry', entry: utf8Encode('{"g":1}'), receipt: new Uint8Array(32).fill(0xee) },
    {
      kind: 'checkpoint',
      checkpoint: utf8Encode('{"g":1,"log":"centre"}'),
      signature: new Uint8Array(64).fill(0x5e),
    },
    { kind: 'blob', scope: 'shared', manifest: valueOf(describeBlob(abc, nodeCrypto)) },
    { kind: 'chunk', bytes: abc },
  ]
  const passphrase = { kind: 'passphrase', text: 'quatre mots sans rapport' } as const
  const path = folder.file('lu.delibere-cle')
  writeFileSync(path, bytes)
  const publicKey = Buffer.from(device.ed25519, 'hex')
  const reader = {
    org: 'committee-1',
    opener: passphrase,
    knows: (name: string, key: Uint8Array) => name === 'device-1' && publicKey.equals(key),
    ports: nodeCrypto,
  }
  const opened = valueOf(await openBundle(path, reader, control))
  expect([...opened.records()].map(valueOf)).toEqual(records)
  opened.close()
  let draws = 0
  const exporter = {
    device: 'device-1',
    publicKey,
    ports: {
      ...nodeCrypto,
      ...nodeSigner(privateKey),
      bytes: (length: number) => new Uint8Array(length).fill(++draws),
      nowMs: () => 1_780_000_000_000,
    },
  }
  const again = folder.file('ecrit.delibere-cle')
  const content = exportOf(records, { org: 'committee-1', scopes: ['shared'], recipients: [passphrase] })
  valueOf(await exportBundle(again, content, exporter, control))
  expect(readFileSync(again).toString('base64')).toBe(bundle.base64)
})
