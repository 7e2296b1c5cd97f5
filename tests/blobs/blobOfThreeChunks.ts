import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { blobChunkBytes, describeBlob, transferOf } from '#shared/operations/blobs/blobManifest.ts'
import { valueOf } from '../sqlite/committeeOnDisk.ts'

/** 2 MiB and a little: three chunks that differ. */
export const content = new Uint8Array(2 * blobChunkBytes + 1000).map(
  (_, place) => (place >> 20) * 31 + (place >> 12) * 7 + place,
)
export const manifest = valueOf(describeBlob(content, nodeCrypto))
export const transfer = transferOf(manifest, nodeCrypto)
export const { sha256 } = manifest
export const chunkAt = (index: number, of = content) =>
  of.slice(index * blobChunkBytes, (index + 1) * blobChunkBytes)
