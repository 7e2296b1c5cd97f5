import { ok, refuse } from '#shared/kernel/result.ts'
import { type BlobManifest, blobChunkBytes, describeBlob } from '#shared/operations/blobs/blobManifest.ts'
import type { BlobStore } from '#shared/operations/blobs/blobPorts.ts'
import type { CommitDigest } from '#shared/operations/commitPorts.ts'

/**
 * The bytes that lie in the committee's file itself, as something to send or to put on a key: frozen facts, templates,
 * returned documents. They are read whole, since the file keeps them so; the last one is held between two chunks.
 * @param get of the table `blobs`: null when it is not there.
 */
export function keptBlobs(
  get: (sha256: string) => Uint8Array | null,
  digest: CommitDigest,
): Pick<BlobStore, 'whole' | 'chunk'> {
  let last: { readonly bytes: Uint8Array; readonly manifest: BlobManifest } | null = null
  const find = (sha256: string) => {
    if (last?.manifest.sha256 === sha256) return ok(last)
    const bytes = get(sha256)
    if (bytes === null) return ok(null)
    const manifest = describeBlob(bytes, digest)
    if (!manifest.ok) return manifest
    if (manifest.value.sha256 !== sha256) return refuse('blob.altered', { sha256, part: 'whole' })
    last = { bytes, manifest: manifest.value }
    return ok(last)
  }
  return {
    whole: async (sha256) => {
      const found = find(sha256)
      return found.ok ? ok(found.value?.manifest ?? null) : found
    },
    chunk: async (sha256, index) => {
      const found = find(sha256)
      if (!found.ok) return found
      if (found.value === null) return refuse('blob.absent', { sha256 })
      const { bytes, manifest } = found.value
      return manifest.chunks[index] === undefined
        ? refuse('blob.malformed')
        : ok(bytes.slice(index * blobChunkBytes, (index + 1) * blobChunkBytes))
    },
  }
}
