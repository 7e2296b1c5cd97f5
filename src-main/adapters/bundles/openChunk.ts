import { gunzipSync } from 'node:zlib'
import { maxChunkContentBytes } from '#shared/operations/first-sync/firstSyncManifest.ts'

/** What a chunk of a first copy holds. Undefined when it is no gzip, or unfolds into more than a chunk may hold. */
export function openChunk(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const content = gunzipSync(bytes, { maxOutputLength: maxChunkContentBytes })
    return new Uint8Array(content.buffer, content.byteOffset, content.length)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE' || code?.startsWith('Z_')) return undefined
    throw error
  }
}
