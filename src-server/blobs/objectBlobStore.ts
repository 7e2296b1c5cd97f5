import { createHash } from 'node:crypto'
import { type BlobCipher, blobCipher, blobFileName, manifestPlace } from '#main/adapters/blobs/blobCipher.ts'
import { maxReceptions } from '#main/adapters/blobs/blobPlaces.ts'
import { oneAtATime } from '#main/adapters/blobs/oneAtATime.ts'
import { altered, wholeReception } from '#main/adapters/blobs/publishBlob.ts'
import type { Randomness } from '#shared/kernel/clock.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import {
  type BlobManifest,
  chunkSizeAt,
  decodeBlobManifest,
  encodeBlobManifest,
  transferOf,
} from '#shared/operations/blobs/blobManifest.ts'
import type { BlobStore, Reception } from '#shared/operations/blobs/blobPorts.ts'
import { emptyChunkMap, isWhole, withChunk } from '#shared/operations/blobs/chunkMap.ts'
import { hexDigest } from '#shared/operations/blobs/hexDigest.ts'
import type { CommitDigest } from '#shared/operations/commitPorts.ts'
import { type ObjectStore, ObjectStoreFailed } from './objectStore.ts'

/**
 * A {@link BlobStore} in a bucket, sealed like on a disk (BL10, BL11): who keeps the bucket reads neither content nor name.
 * Each chunk is an object; a blob is whole once the object `blob` is there, written after everything was read back.
 */
export function objectBlobStore(
  objects: ObjectStore,
  prefix: string,
  blobKey: Uint8Array,
  ports: CommitDigest & Randomness,
): BlobStore {
  const inTurn = oneAtATime()
  const cipherOf = (sha256: string): BlobCipher => blobCipher(blobKey, sha256, ports)
  const rootOf = (sha256: string) => `${prefix}/${blobFileName(blobKey, sha256)}`
  const partOf = (sha256: string, transfer: string) =>
    `${rootOf(sha256)}/${blobFileName(blobKey, sha256, transfer).slice(0, 16)}`

  /** The manifest in an object; null when there is none. */
  async function manifestAt(name: string, sha256: string): Promise<BlobManifest | null | 'rotten'> {
    const sealed = await objects.get(name)
    if (sealed === null) return null
    const plain = cipherOf(sha256).unseal(manifestPlace, sealed)
    const manifest = plain === undefined ? undefined : decodeBlobManifest(new Uint8Array(plain))
    return manifest?.ok && manifest.value.sha256 === sha256 ? manifest.value : 'rotten'
  }

  const keepManifest = (name: string, manifest: BlobManifest) =>
    objects.put(name, cipherOf(manifest.sha256).seal(manifestPlace, encodeBlobManifest(manifest)))

  /** Undefined when it is not there, or not what it was. */
  async function chunkAt(
    manifest: BlobManifest,
    transfer: string,
    index: number,
  ): Promise<Uint8Array | undefined> {
    const { sha256 } = manifest
    const sealed = await objects.get(`${partOf(sha256, transfer)}/${index}`)
    const plain = sealed === null ? undefined : cipherOf(sha256).unseal(index, sealed)
    const bytes = plain && new Uint8Array(plain)
    return bytes !== undefined && hexDigest(bytes, ports) === manifest.chunks[index] ? bytes : undefined
  }

  async function whole(sha256: string): Promise<Result<BlobManifest | null>> {
    const manifest = await manifestAt(`${rootOf(sha256)}/blob`, sha256)
    return manifest === 'rotten' ? altered(sha256, 'whole') : ok(manifest)
  }

  async function standing(sha256: string, transfer: string): Promise<Result<Standing | null>> {
    const published = await whole(sha256)
    if (!published.ok) return published
    if (published.value !== null) {
      const manifest = published.value
      const isSame = transferOf(manifest, ports) === transfer
      return ok(isSame ? { manifest, reception: wholeReception(manifest, transfer) } : null)
    }
    const part = partOf(sha256, transfer)
    const manifest = await manifestAt(`${part}/manifest`, sha256)
    if (manifest === null || manifest === 'rotten') return ok(null)
    let held = emptyChunkMap(manifest.chunks.length)
    for (const name of await objects.list(`${part}/`)) {
      const index = Number(name.slice(part.length + 1))
      if (Number.isInteger(index) && index < held.count) held = withChunk(held, index)
    }
    return ok({ manifest, reception: { transfer, held, whole: false } })
  }

  async function drop(prefixed: string): Promise<void> {
    for (const name of await objects.list(prefixed)) await objects.remove(name)
  }

  /** Reads the whole back before it counts. */
  async function publish(manifest: BlobManifest, transfer: string): Promise<Result<Reception>> {
    const { sha256 } = manifest
    const hash = createHash('sha256')
    for (const index of manifest.chunks.keys()) {
      const bytes = await chunkAt(manifest, transfer, index)
      if (bytes === undefined) {
        await objects.remove(`${partOf(sha256, transfer)}/${index}`)
        return altered(sha256, 'chunk')
      }
      hash.update(bytes)
    }
    if (hash.digest('hex') !== sha256) {
      await drop(`${partOf(sha256, transfer)}/`)
      return altered(sha256, 'whole')
    }
    await keepManifest(`${rootOf(sha256)}/blob`, manifest)
    const own = `${partOf(sha256, transfer)}/`
    for (const name of await objects.list(`${rootOf(sha256)}/`))
      if (!name.startsWith(own) && name !== `${rootOf(sha256)}/blob`) await objects.remove(name)
    return ok(wholeReception(manifest, transfer))
  }

  /** One more reception: false descriptions take the room of a few. */
  async function makeRoom(sha256: string): Promise<void> {
    const root = `${rootOf(sha256)}/`
    const parts = new Set(
      (await objects.list(root)).flatMap((name) => name.slice(root.length).split('/').slice(0, -1)),
    )
    for (const part of [...parts].slice(0, Math.max(0, parts.size - maxReceptions + 1)))
      await drop(`${root}${part}/`)
  }

  return {
    whole: (sha256) => said(() => whole(sha256)),
    reception: (sha256, transfer) =>
      inTurn(sha256, () =>
        said(async () => {
          const found = await standing(sha256, transfer)
          return found.ok ? ok(found.value?.reception ?? null) : found
        }),
      ),
    receive: (manifest) =>
      inTurn(manifest.sha256, () =>
        said(async () => {
          const { sha256 } = manifest
          const transfer = transferOf(manifest, ports)
          const found = await standing(sha256, transfer)
          if (!found.ok) return found
          if (found.value !== null) return ok(found.value.reception)
          const published = await whole(sha256)
          // The whole one lies here: this description is another, so a false one.
          if (published.ok && published.value !== null) return altered(sha256, 'whole')
          await makeRoom(sha256)
          await keepManifest(`${partOf(sha256, transfer)}/manifest`, manifest)
          const held = emptyChunkMap(manifest.chunks.length)
          return isWhole(held) ? publish(manifest, transfer) : ok({ transfer, held, whole: false })
        }),
      ),
    putChunk: (sha256, transfer, index, bytes) =>
      inTurn(sha256, () =>
        said(async () => {
          const found = await standing(sha256, transfer)
          if (!found.ok) return found
          if (found.value === null) return refuse('blob.absent', { sha256 })
          const { manifest, reception } = found.value
          if (reception.whole) return ok(reception)
          if (!Number.isInteger(index) || index < 0 || index >= manifest.chunks.length)
            return refuse('blob.malformed')
          if (
            bytes.length !== chunkSizeAt(manifest, index) ||
            hexDigest(bytes, ports) !== manifest.chunks[index]
          )
            return altered(sha256, 'chunk')
          await objects.put(`${partOf(sha256, transfer)}/${index}`, cipherOf(sha256).seal(index, bytes))
          const held = withChunk(reception.held, index)
          return isWhole(held) ? publish(manifest, transfer) : ok({ transfer, held, whole: false })
        }),
      ),
    chunk: (sha256, index) =>
      said(async () => {
        const published = await whole(sha256)
        if (!published.ok) return published
        if (published.value === null) return refuse('blob.absent', { sha256 })
        if (published.value.chunks[index] === undefined) return refuse('blob.malformed')
        const bytes = await chunkAt(published.value, transferOf(published.value, ports), index)
        return bytes === undefined ? altered(sha256, 'chunk') : ok(bytes)
      }),
    discard: (sha256) =>
      inTurn(sha256, () =>
        said(async () => {
          // First what makes it whole: what is left after a cut is no blob.
          await objects.remove(`${rootOf(sha256)}/blob`)
          await drop(`${rootOf(sha256)}/`)
          return ok(null)
        }),
      ),
  }
}

interface Standing {
  readonly manifest: BlobManifest
  readonly reception: Reception
}

/** A bucket that does not answer is a place that is not there: it may be again. */
async function said<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ObjectStoreFailed) return refuse('file.missing')
    throw error
  }
}
