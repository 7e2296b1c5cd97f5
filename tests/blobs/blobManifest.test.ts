import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import {
  type BlobManifest,
  blobChunkBytes,
  decodeBlobManifest,
  describeBlob,
  encodeBlobManifest,
  maxBlobBytes,
  transferOf,
} from '#shared/operations/blobs/blobManifest.ts'
import { blobsCitedBy } from '#shared/operations/blobs/blobsCitedBy.ts'
import { codeOf, valueOf } from '../sqlite/committeeOnDisk.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('[BL1] a content is cut every 1 MiB, each chunk and the whole named by SHA-256', () => {
  const content = new Uint8Array(2 * blobChunkBytes + 5).map((_, place) => (place >> 16) + place)
  expect(valueOf(describeBlob(content, nodeCrypto))).toEqual({
    sha256: sha256(content),
    sizeBytes: content.length,
    chunks: [
      sha256(content.subarray(0, blobChunkBytes)),
      sha256(content.subarray(blobChunkBytes, 2 * blobChunkBytes)),
      sha256(content.subarray(2 * blobChunkBytes)),
    ],
  })
  expect(valueOf(describeBlob(new Uint8Array(), nodeCrypto)).chunks).toEqual([])
})

const digest = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'))
const manifests: fc.Arbitrary<BlobManifest> = fc.integer({ min: 2, max: 6 }).chain((count) =>
  fc.record({
    sha256: digest,
    sizeBytes: fc.integer({ min: (count - 1) * blobChunkBytes + 1, max: count * blobChunkBytes }),
    chunks: fc.array(digest, { minLength: count, maxLength: count }),
  }),
)

test('[BL1] a manifest has one form: what is read is what was written, and an altered byte is refused or another transfer', () => {
  fc.assert(
    fc.property(manifests, fc.nat(), fc.integer({ min: 1, max: 255 }), (manifest, place, flip) => {
      const bytes = encodeBlobManifest(manifest)
      expect(valueOf(decodeBlobManifest(bytes))).toEqual(manifest)
      const altered = bytes.slice()
      altered[place % bytes.length] = (altered[place % bytes.length] ?? 0) ^ flip
      const read = decodeBlobManifest(altered)
      if (read.ok) expect(transferOf(read.value, nodeCrypto)).not.toBe(transferOf(manifest, nodeCrypto))
      else expect(['blob.malformed', 'blob.too-large']).toContain(read.refusal.code)
      expect(decodeBlobManifest(bytes.subarray(0, place % bytes.length)).ok).toBe(false)
    }),
  )
})

test('[BL2] sizes that lie, digests that contradict each other, contents above 256 MiB are refused', () => {
  const good: BlobManifest = {
    sha256: sha256(new Uint8Array(1)),
    sizeBytes: 1,
    chunks: [sha256(new Uint8Array(1))],
  }
  const said = (changes: Partial<BlobManifest>) =>
    codeOf(decodeBlobManifest(encodeBlobManifest({ ...good, ...changes })))
  expect([
    said({}),
    said({ sizeBytes: 0 }),
    said({ sizeBytes: -1 }),
    said({ sizeBytes: blobChunkBytes + 1 }),
    said({ chunks: ['0'.repeat(64)] }),
    said({ sizeBytes: 0, chunks: [] }),
    said({ sha256: good.sha256.toUpperCase(), chunks: [good.sha256.toUpperCase()] }),
    said({ sizeBytes: maxBlobBytes + 1, chunks: Array(257).fill(good.sha256) }),
  ]).toEqual(['ok', ...Array(6).fill('blob.malformed'), 'blob.too-large'])
})

test('[BL7] an operation cites the digests of its data, of a kind yet unknown too', () => {
  const [a, b] = ['a'.repeat(64), 'b'.repeat(64)]
  expect(
    blobsCitedBy({
      e: 'of-later/x',
      d: { file: a, more: [{ sha256: b }, a, 'c'.repeat(63), 'A'.repeat(64), null, 4] },
    }),
  ).toEqual([a, b])
  expect(blobsCitedBy({ e: 'template/t', d: null })).toEqual([])
})
