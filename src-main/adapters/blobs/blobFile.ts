import type { FileHandle } from 'node:fs/promises'
import {
  type BlobManifest,
  blobChunkBytes,
  chunkSizeAt,
  decodeBlobManifest,
  encodeBlobManifest,
  maxManifestBytes,
} from '#shared/operations/blobs/blobManifest.ts'
import { type BlobCipher, manifestPlace, sealingBytes } from './blobCipher.ts'

/**
 * One blob on the disk, whole or on its way (`docs/sync-blobs.md` §4): magic (16) · format u16 · 0 u16 · length of the
 * sealed manifest u32 · sealed manifest · one slot per chunk. A slot not yet written, or half written, does not
 * unseal: nothing else says which chunks are held.
 */
export function blobFileStart(manifest: BlobManifest, cipher: BlobCipher): Buffer {
  const sealed = cipher.seal(manifestPlace, encodeBlobManifest(manifest))
  const start = Buffer.alloc(startBytes)
  magic.copy(start)
  start.writeUInt16LE(blobFileFormat, 16)
  start.writeUInt32LE(sealed.length, 20)
  return Buffer.concat([start, sealed])
}

export interface OpenBlobFile {
  readonly manifest: BlobManifest
  readonly sizeBytes: number
  /** What the file weighs when every slot is there. */
  readonly wholeBytes: number
  /** The chunk as it was sealed here, or undefined: not there, half written, altered. Its digest is the caller's to check. */
  readChunk(index: number): Promise<Buffer | undefined>
  writeChunk(index: number, bytes: Uint8Array): Promise<void>
}

/** Undefined when the start of the file does not hold: cut, altered, another key, another format. */
export async function openBlobFile(
  handle: FileHandle,
  sha256: string,
  cipher: BlobCipher,
): Promise<OpenBlobFile | undefined> {
  const start = await readAt(handle, 0, startBytes)
  if (start.length < startBytes || !start.subarray(0, 16).equals(magic)) return undefined
  const sealedBytes = start.readUInt32LE(20)
  if (start.readUInt16LE(16) !== blobFileFormat || sealedBytes > maxManifestBytes + sealingBytes)
    return undefined
  const plain = cipher.unseal(manifestPlace, await readAt(handle, startBytes, sealedBytes))
  const decoded = plain === undefined ? undefined : decodeBlobManifest(plain)
  if (decoded?.ok !== true || decoded.value.sha256 !== sha256) return undefined
  const manifest = decoded.value
  const slotAt = (index: number) => startBytes + sealedBytes + index * (blobChunkBytes + sealingBytes)
  return {
    manifest,
    sizeBytes: (await handle.stat()).size,
    wholeBytes: startBytes + sealedBytes + manifest.sizeBytes + manifest.chunks.length * sealingBytes,
    readChunk: async (index) =>
      cipher.unseal(index, await readAt(handle, slotAt(index), chunkSizeAt(manifest, index) + sealingBytes)),
    writeChunk: (index, bytes) => writeAt(handle, slotAt(index), cipher.seal(index, bytes)),
  }
}

/** Shorter than asked at the end of the file. */
async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await handle.read(buffer, done, length - done, position + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return buffer.subarray(0, done)
}

/** A disk that fills up may take part of a buffer without an error; the next call then says so. */
async function writeAt(handle: FileHandle, position: number, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length; )
    done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten
}

const magic = Buffer.from('DELIBERE BLOB\r\n\x1a', 'latin1')
const blobFileFormat = 1
const startBytes = 24
