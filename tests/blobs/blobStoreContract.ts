import { expect, test } from 'vitest'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { describeBlob, transferOf } from '#shared/operations/blobs/blobManifest.ts'
import type { BlobStore } from '#shared/operations/blobs/blobPorts.ts'
import { emptyChunkMap, fullChunkMap, withChunk } from '#shared/operations/blobs/chunkMap.ts'
import { codeOf, valueOf } from '../sqlite/committeeOnDisk.ts'
import { chunkAt, content, manifest, sha256, transfer } from './blobOfThreeChunks.ts'

/** What every store of blobs does, whatever it is made of. `open` gives the same store again, as after a restart. */
export function blobStoreContract(
  name: string,
  withStore: (work: (open: () => BlobStore) => Promise<void>) => Promise<void>,
) {
  const contract = (title: string, work: (open: () => BlobStore) => Promise<void>) =>
    test(`[BL10] ${name}: ${title}`, () => withStore(work))

  contract('chunks in any order, then the whole; a restart between any two forgets nothing', async (open) => {
    expect(valueOf(await open().whole(sha256))).toBe(null)
    expect(valueOf(await open().receive(manifest))).toEqual({
      transfer,
      held: emptyChunkMap(3),
      whole: false,
    })
    let held = emptyChunkMap(3)
    for (const index of [2, 0]) {
      held = withChunk(held, index)
      expect(valueOf(await open().putChunk(sha256, transfer, index, chunkAt(index)))).toEqual({
        transfer,
        held,
        whole: false,
      })
      expect(valueOf(await open().receive(manifest))).toEqual({ transfer, held, whole: false })
      expect(valueOf(await open().whole(sha256))).toBe(null)
      expect(codeOf(await open().chunk(sha256, index))).toBe('blob.absent')
    }
    const whole = { transfer, held: fullChunkMap(3), whole: true }
    expect(valueOf(await open().putChunk(sha256, transfer, 1, chunkAt(1)))).toEqual(whole)
    expect(valueOf(await open().whole(sha256))).toEqual(manifest)
    for (const index of [0, 1, 2]) expect(valueOf(await open().chunk(sha256, index))).toEqual(chunkAt(index))
    // The same content once more, from elsewhere: it is there, and nothing is to be sent.
    expect(valueOf(await open().receive(manifest))).toEqual(whole)
    expect(valueOf(await open().putChunk(sha256, transfer, 1, chunkAt(1)))).toEqual(whole)
  })

  contract('an altered, short or foreign chunk changes nothing', async (open) => {
    const store = open()
    valueOf(await store.receive(manifest))
    const flipped = chunkAt(0)
    flipped[12345] = (flipped[12345] ?? 0) ^ 1
    const put = async (index: number, bytes: Uint8Array) =>
      codeOf(await store.putChunk(sha256, transfer, index, bytes))
    expect([
      await put(0, flipped),
      await put(0, chunkAt(0).subarray(0, -1)),
      await put(1, chunkAt(0)),
      await put(3, chunkAt(0)),
      await put(-1, chunkAt(0)),
      codeOf(await store.putChunk(sha256, 'f'.repeat(64), 0, chunkAt(0))),
      codeOf(await store.putChunk('e'.repeat(64), transfer, 0, chunkAt(0))),
    ]).toEqual([
      'blob.altered',
      'blob.altered',
      'blob.altered',
      'blob.malformed',
      'blob.malformed',
      'blob.absent',
      'blob.absent',
    ])
    expect(valueOf(await open().receive(manifest)).held).toEqual(emptyChunkMap(3))
  })

  contract('a false manifest is found out by the whole, and does not bar the true one', async (open) => {
    const store = open()
    const lie = new Uint8Array(content)
    lie[5] = (lie[5] ?? 0) ^ 1
    const falseManifest = { ...valueOf(describeBlob(lie, nodeCrypto)), sha256 }
    const falseTransfer = transferOf(falseManifest, nodeCrypto)
    valueOf(await store.receive(falseManifest))
    valueOf(await store.receive(manifest))
    for (const index of [0, 1])
      valueOf(await store.putChunk(sha256, falseTransfer, index, chunkAt(index, lie)))
    expect(await store.putChunk(sha256, falseTransfer, 2, chunkAt(2, lie))).toEqual({
      ok: false,
      refusal: { code: 'blob.altered', details: { sha256, part: 'whole' } },
    })
    expect(valueOf(await open().reception(sha256, falseTransfer))).toBe(null)
    expect(valueOf(await open().whole(sha256))).toBe(null)
    for (const index of [0, 1, 2]) valueOf(await store.putChunk(sha256, transfer, index, chunkAt(index)))
    expect(valueOf(await open().whole(sha256))).toEqual(manifest)
    expect(codeOf(await open().receive(falseManifest))).toBe('blob.altered')
  })

  contract('all chunks at once, twice over: one whole', async (open) => {
    const store = open()
    valueOf(await store.receive(manifest))
    const puts = [0, 1, 2, 2, 1, 0].map((index) => store.putChunk(sha256, transfer, index, chunkAt(index)))
    for (const put of puts) valueOf(await put)
    expect(valueOf(await open().whole(sha256))).toEqual(manifest)
  })

  contract('nothing at all is a blob too; what is discarded is gone', async (open) => {
    const nothing = valueOf(describeBlob(new Uint8Array(), nodeCrypto))
    expect(valueOf(await open().receive(nothing))).toMatchObject({ whole: true })
    expect(valueOf(await open().whole(nothing.sha256))).toEqual(nothing)
    valueOf(await open().receive(manifest))
    for (const digest of [nothing.sha256, sha256, sha256])
      expect(valueOf(await open().discard(digest))).toBe(null)
    expect(valueOf(await open().whole(nothing.sha256))).toBe(null)
    expect(valueOf(await open().reception(sha256, transfer))).toBe(null)
  })
}
