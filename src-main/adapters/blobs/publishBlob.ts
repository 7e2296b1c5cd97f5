import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { BlobManifest } from '#shared/operations/blobs/blobManifest.ts'
import type { Reception } from '#shared/operations/blobs/blobPorts.ts'
import { type ChunkMap, fullChunkMap } from '#shared/operations/blobs/chunkMap.ts'
import { hexDigest } from '#shared/operations/blobs/hexDigest.ts'
import type { CommitDigest } from '#shared/operations/commitPorts.ts'
import { flushFolder } from '../documents/writing/flushFolder.ts'
import type { BlobCipher } from './blobCipher.ts'
import { openBlobFile } from './blobFile.ts'
import type { BlobPlaces } from './blobPlaces.ts'

/** Reads the whole back from the disk before it takes its name. */
export async function publishBlob(
  { places, heldBy, cipherOf, ports }: Publishing,
  manifest: BlobManifest,
  transfer: string,
): Promise<Result<Reception>> {
  const { sha256 } = manifest
  const path = places.part(sha256, transfer)
  heldBy.delete(transfer)
  const file = await open(path, 'r+')
  let isTrue = true
  try {
    const hash = createHash('sha256')
    const part = await openBlobFile(file, sha256, cipherOf(sha256))
    for (const [index, digest] of manifest.chunks.entries()) {
      const bytes = await part?.readChunk(index)
      // The disk lost it since: the next look at the slots finds it missing, and it is asked for again.
      if (bytes === undefined || hexDigest(bytes, ports) !== digest) return altered(sha256, 'chunk')
      hash.update(bytes)
    }
    isTrue = hash.digest('hex') === sha256
    if (isTrue) await file.sync()
  } finally {
    await file.close()
  }
  if (!isTrue) {
    await rm(path, { force: true })
    return altered(sha256, 'whole')
  }
  await rename(path, places.blob(sha256))
  await flushFolder(dirname(path))
  for (const other of await places.parts(sha256)) await rm(other, { force: true })
  return ok(wholeReception(manifest, transfer))
}

export interface Publishing {
  readonly places: BlobPlaces
  readonly heldBy: Map<string, ChunkMap>
  readonly cipherOf: (sha256: string) => BlobCipher
  readonly ports: CommitDigest
}

export const wholeReception = ({ chunks }: BlobManifest, transfer: string): Reception => ({
  transfer,
  held: fullChunkMap(chunks.length),
  whole: true,
})

export const altered = (sha256: string, part: 'chunk' | 'whole') => refuse('blob.altered', { sha256, part })
