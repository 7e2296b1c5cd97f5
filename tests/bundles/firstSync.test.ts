import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeFirstSync } from '#main/adapters/bundles/firstSyncWrite.ts'
import { openChunk } from '#main/adapters/bundles/openChunk.ts'
import { generateDeviceKeys, nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { utf8Decode } from '#shared/operations/commitUtf8.ts'
import {
  type FirstSyncManifest,
  maxRowsPerChunk,
  nextContentDigest,
  signFirstSync,
  verifyFirstSync,
} from '#shared/operations/first-sync/firstSyncManifest.ts'
import {
  checkChunk,
  checkWhole,
  nothingRead,
  readChunk,
} from '#shared/operations/first-sync/firstSyncReading.ts'
import { rowsPerChunk, sliceRows } from '#shared/operations/first-sync/sliceRows.ts'
import { codeOf, valueOf } from '../sqlite/committeeOnDisk.ts'

const authority = generateDeviceKeys()

/** The rows of one scope as a server gives them. */
function servedScope(scope: string, count: number) {
  const chunks: Uint8Array[] = []
  const rows = Array.from(
    { length: count },
    (_, index): Json => ({ entity: `${scope}/${index}`, state: 'é' }),
  )
  const signed = writeFirstSync(
    { org: 'file', log: 'centre', scope, g: 40, r: Buffer.alloc(32, 40).toString('base64url'), sv: 1 },
    rows,
    (_index, bytes) => chunks.push(new Uint8Array(bytes)),
    { ...nodeCrypto, ...nodeSigner(authority.privateKey) },
  )
  const manifest = valueOf(verifyFirstSync(signed, authority.publicKey, nodeCrypto))
  return { signed, manifest, chunks, rows }
}

test('[FS1] a manifest under another key, or with one byte changed, is not even read', () => {
  const { signed, manifest } = servedScope('dossier/a', 10)
  expect([manifest.scope, manifest.g, manifest.rows, manifest.chunks.length]).toEqual([
    'dossier/a',
    40,
    10,
    1,
  ])
  expect(codeOf(verifyFirstSync(signed, generateDeviceKeys().publicKey, nodeCrypto))).toBe(
    'first-sync.bad-signature',
  )
  for (let place = 0; place < signed.manifest.length; place++) {
    const altered = signed.manifest.slice()
    altered[place] = (altered[place] ?? 0) ^ 1
    expect(codeOf(verifyFirstSync({ ...signed, manifest: altered }, authority.publicKey, nodeCrypto))).toBe(
      'first-sync.bad-signature',
    )
  }
})

test('[FS1] what the authority signed wrongly is malformed: counts that do not add up, chunks out of bounds', () => {
  const { manifest: good } = servedScope('dossier/a', 10)
  const signer = nodeSigner(authority.privateKey)
  const said = (changes: object) =>
    codeOf(
      verifyFirstSync(
        signFirstSync({ ...good, ...changes } as FirstSyncManifest, signer),
        authority.publicKey,
        nodeCrypto,
      ),
    )
  const [chunk] = good.chunks
  expect([
    said({}),
    said({ rows: 11 }),
    said({ chunks: [] }),
    said({ chunks: [{ ...chunk, rows: maxRowsPerChunk + 1 }], rows: maxRowsPerChunk + 1 }),
    said({ chunks: [{ ...chunk, bytes: 5 * 1024 * 1024 }] }),
    said({ chunks: [{ ...chunk, sha256: 'court' }] }),
    said({ more: 1 }),
    said({ g: -1 }),
    said({ scope: '' }),
  ]).toEqual(['ok', ...Array(8).fill('first-sync.malformed')])
})

const rows = fc.array(
  fc.record({ e: fc.string(), s: fc.oneof(fc.string({ maxLength: 40 }), fc.integer()) }),
  { maxLength: 30 },
)

test('[FS2] chunks hold every row, in order, within the bounds; read one after the other they lead to the digest', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 400 }), (few, times) => {
      const all = Array.from({ length: times }, () => few).flat()
      const slices = [...sliceRows(all)]
      const text = slices.map(({ content }) => utf8Decode(content)).join('')
      expect(text).toBe(all.map((row) => `${canonicalJson(row)}\n`).join(''))
      expect(slices.every(({ rows: count }) => count >= 1 && count <= rowsPerChunk)).toBe(true)
      const digest = slices.reduce(
        (chain, { content }) => nextContentDigest(chain, content, nodeCrypto),
        nothingRead.digest,
      )
      const manifest = {
        scope: 's',
        rows: all.length,
        digest: Buffer.from(digest).toString('base64url'),
        chunks: slices.map(({ rows: count }) => ({ sha256: '', bytes: 1, rows: count })),
      } as unknown as FirstSyncManifest
      let progress = nothingRead
      const read = slices.flatMap(({ content }) => {
        if (progress.chunks < slices.length)
          expect(codeOf(checkWhole(manifest, progress))).toBe('first-sync.incomplete')
        const step = valueOf(readChunk(manifest, progress, content, nodeCrypto))
        progress = step.progress
        return step.rows
      })
      expect(read).toEqual(all)
      expect(codeOf(checkWhole(manifest, progress))).toBe('ok')
      expect(codeOf(checkWhole({ ...manifest, digest: 'autre' }, progress))).toBe('first-sync.altered')
    }),
    { numRuns: 60 },
  )
})

test('[FS3] an altered chunk, one of another scope, no gzip, a bomb, rows too few or that are none: nothing of it is read', () => {
  const { manifest, chunks, rows: sent } = servedScope('dossier/a', 10)
  const good = chunks[0] ?? new Uint8Array()
  const flipped = good.slice()
  flipped[20] = (flipped[20] ?? 0) ^ 1
  const another = servedScope('dossier/b', 10).chunks[0] ?? new Uint8Array()
  const checked = (bytes: Uint8Array) => codeOf(checkChunk(manifest, nothingRead, bytes, nodeCrypto))
  expect([good, flipped, good.subarray(1), another, new Uint8Array()].map(checked)).toEqual([
    'ok',
    ...Array(4).fill('first-sync.altered'),
  ])
  expect(valueOf(readChunk(manifest, nothingRead, openChunk(good) ?? good, nodeCrypto)).rows).toEqual(sent)
  // Signed, yet not what a chunk may be: what the digest lets through is looked at again once opened.
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, '1\n'))
  for (const bytes of [bomb, Buffer.from('no gzip at all'), gzipSync('{"e":1}\n{"e":'), gzipSync('1\n')]) {
    const chunk = {
      sha256: createHash('sha256').update(bytes).digest('base64url'),
      bytes: bytes.length,
      rows: 2,
    }
    const said = { ...manifest, rows: 2, chunks: [chunk] }
    expect(codeOf(checkChunk(said, nothingRead, bytes, nodeCrypto))).toBe('ok')
    const content = openChunk(bytes)
    const read = content && readChunk(said, nothingRead, content, nodeCrypto)
    expect(read === undefined ? 'no content' : codeOf(read)).toMatch(/^(no content|first-sync\.altered)$/u)
  }
})
