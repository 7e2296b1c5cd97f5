import { type FileHandle, open, rm } from 'node:fs/promises'
import type { Randomness } from '#shared/kernel/clock.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { type BlobManifest, chunkSizeAt, transferOf } from '#shared/operations/blobs/blobManifest.ts'
import type { BlobStore, Reception } from '#shared/operations/blobs/blobPorts.ts'
import { type ChunkMap, emptyChunkMap, isWhole, withChunk } from '#shared/operations/blobs/chunkMap.ts'
import { hexDigest } from '#shared/operations/blobs/hexDigest.ts'
import type { CommitDigest } from '#shared/operations/commitPorts.ts'
import { writeRefusal } from '../documents/writing/writeRefusal.ts'
import { type BlobCipher, blobCipher } from './blobCipher.ts'
import { openBlobFile } from './blobFile.ts'
import { blobPlaces } from './blobPlaces.ts'
import { oneAtATime } from './oneAtATime.ts'
import { altered, type Publishing, publishBlob, wholeReception } from './publishBlob.ts'
import { startReception } from './startReception.ts'

export interface DiskBlobSettings {
  readonly folder: string
  /** Of `blobKeyOf`; on a server, its own. */
  readonly blobKey: Uint8Array
  readonly ports: CommitDigest & Randomness
}

/**
 * A {@link BlobStore} in a folder, sealed at rest [BL10-BL12]. A reception is a `.part` file whose slots are filled in
 * any order; the whole is read back from the disk, flushed, then takes the name `.blob`: only that name counts.
 */
export function diskBlobStore({ folder, blobKey, ports }: DiskBlobSettings): BlobStore {
  const places = blobPlaces(folder, blobKey)
  const inTurn = oneAtATime()
  /** What was found or written in each reception; the disk is asked once. */
  const heldBy = new Map<string, ChunkMap>()
  const cipherOf = (sha256: string) => blobCipher(blobKey, sha256, ports)

  const whole: BlobStore['whole'] = (sha256) =>
    said(places.blob(sha256), async () => {
      const file = await opened(places.blob(sha256), 'r')
      if (file === null) return ok(null)
      try {
        const blob = await openBlobFile(file, sha256, cipherOf(sha256))
        return blob === undefined || blob.sizeBytes !== blob.wholeBytes
          ? altered(sha256, 'whole')
          : ok(blob.manifest)
      } finally {
        await file.close()
      }
    })

  /** The reception of this transfer as it stands: published, partial, or null. */
  const standing = async (sha256: string, transfer: string): Promise<Result<Reception | null>> => {
    const published = await whole(sha256)
    if (!published.ok) return published
    if (published.value !== null) {
      const isSame = transferOf(published.value, ports) === transfer
      return isSame ? ok(wholeReception(published.value, transfer)) : ok(null)
    }
    const file = await opened(places.part(sha256, transfer), 'r')
    if (file === null) {
      heldBy.delete(transfer)
      return ok(null)
    }
    try {
      const held = heldBy.get(transfer) ?? (await heldIn(file, sha256, cipherOf(sha256), ports))
      if (held === undefined) return ok(null)
      heldBy.set(transfer, held)
      return ok({ transfer, held, whole: false })
    } finally {
      await file.close()
    }
  }

  const publishing = { places, heldBy, cipherOf, ports }
  return {
    whole,
    reception: (sha256, transfer) =>
      inTurn(sha256, () => said(places.blob(sha256), () => standing(sha256, transfer))),
    receive: (manifest) =>
      inTurn(manifest.sha256, () =>
        said(places.blob(manifest.sha256), async () => {
          const { sha256 } = manifest
          const transfer = transferOf(manifest, ports)
          const found = await standing(sha256, transfer)
          if (!found.ok) return found
          // All of it came, and its name did not: a cut, or a full disk, just before.
          if (found.value !== null && !found.value.whole && isWhole(found.value.held))
            return publishBlob(publishing, manifest, transfer)
          if (found.value !== null) return ok(found.value)
          const published = await whole(sha256)
          // The whole one lies here: this description is another, so a false one.
          if (published.ok && published.value !== null) return altered(sha256, 'whole')
          await startReception(places, manifest, transfer, cipherOf(sha256))
          const held = emptyChunkMap(manifest.chunks.length)
          heldBy.set(transfer, held)
          return isWhole(held)
            ? publishBlob(publishing, manifest, transfer)
            : ok({ transfer, held, whole: false })
        }),
      ),
    putChunk: (sha256, transfer, index, bytes) =>
      inTurn(sha256, () =>
        said(places.blob(sha256), async () => {
          const found = await standing(sha256, transfer)
          if (!found.ok) return found
          if (found.value === null) return refuse('blob.absent', { sha256 })
          if (found.value.whole) return ok(found.value)
          const kept = await keepChunk(publishing, { sha256, transfer, held: found.value.held }, index, bytes)
          if (!kept.ok) return kept
          const { manifest, held } = kept.value
          heldBy.set(transfer, held)
          return isWhole(held)
            ? publishBlob(publishing, manifest, transfer)
            : ok({ transfer, held, whole: false })
        }),
      ),
    chunk: (sha256, index) => said(places.blob(sha256), () => readChunk(publishing, sha256, index)),
    discard: (sha256) =>
      inTurn(sha256, () =>
        said(places.blob(sha256), async () => {
          await rm(places.blob(sha256), { force: true })
          for (const part of await places.parts(sha256)) await rm(part, { force: true })
          // The digests of the receptions are not known here; each is read again from the disk, and found gone.
          heldBy.clear()
          return ok(null)
        }),
      ),
  }
}

/** Each slot is unsealed and its digest checked: after a power cut a slot may hold anything. */
async function heldIn(
  file: FileHandle,
  sha256: string,
  cipher: BlobCipher,
  ports: CommitDigest,
): Promise<ChunkMap | undefined> {
  const part = await openBlobFile(file, sha256, cipher)
  if (part === undefined) return undefined
  let held = emptyChunkMap(part.manifest.chunks.length)
  for (const [index, digest] of part.manifest.chunks.entries()) {
    const bytes = await part.readChunk(index)
    if (bytes !== undefined && hexDigest(bytes, ports) === digest) held = withChunk(held, index)
  }
  return held
}

async function keepChunk(
  { places, cipherOf, ports }: Publishing,
  { sha256, transfer, held }: { sha256: string; transfer: string; held: ChunkMap },
  index: number,
  bytes: Uint8Array,
): Promise<Result<{ readonly manifest: BlobManifest; readonly held: ChunkMap }>> {
  const file = await open(places.part(sha256, transfer), 'r+')
  try {
    const part = await openBlobFile(file, sha256, cipherOf(sha256))
    if (part === undefined) return refuse('blob.absent', { sha256 })
    const { manifest } = part
    if (!Number.isInteger(index) || index < 0 || index >= manifest.chunks.length)
      return refuse('blob.malformed')
    if (bytes.length !== chunkSizeAt(manifest, index) || hexDigest(bytes, ports) !== manifest.chunks[index])
      return altered(sha256, 'chunk')
    await part.writeChunk(index, bytes)
    return ok({ manifest, held: withChunk(held, index) })
  } finally {
    await file.close()
  }
}

async function readChunk(
  { places, cipherOf, ports }: Publishing,
  sha256: string,
  index: number,
): Promise<Result<Uint8Array>> {
  const file = await opened(places.blob(sha256), 'r')
  if (file === null) return refuse('blob.absent', { sha256 })
  try {
    const blob = await openBlobFile(file, sha256, cipherOf(sha256))
    if (blob === undefined) return altered(sha256, 'whole')
    const digest = blob.manifest.chunks[index]
    if (digest === undefined) return refuse('blob.malformed')
    const bytes = await blob.readChunk(index)
    return bytes === undefined || hexDigest(bytes, ports) !== digest
      ? altered(sha256, 'chunk')
      : ok(new Uint8Array(bytes))
  } finally {
    await file.close()
  }
}

/** Null when there is no such file. */
async function opened(path: string, flags: 'r'): Promise<FileHandle | null> {
  try {
    return await open(path, flags)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** What the system says no to, as a refusal; anything else is a bug or a broken disk, and throws. */
async function said<T>(path: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    const code = writeRefusal((error as NodeJS.ErrnoException).code)
    if (code === null) throw error
    return refuse(code, { path })
  }
}
