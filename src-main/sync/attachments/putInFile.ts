import type { BlobStore } from '#shared/operations/blobs/blobPorts.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'

/**
 * What lies whole among the pieces goes into the file, and leaves them; what is wanted no more only leaves them. False: not here
 * whole, or the file cannot take it now.
 */
export async function putInFile(sharing: FileSharing, pieces: BlobStore, sha256: string): Promise<boolean> {
  // Taken away meanwhile, with what cited it.
  if (!sharing.attachments.missing().includes(sha256)) return (await pieces.discard(sha256)).ok
  const manifest = await pieces.whole(sha256)
  if (!manifest.ok || manifest.value === null) return false
  const parts: Uint8Array[] = []
  for (const index of manifest.value.chunks.keys()) {
    const chunk = await pieces.chunk(sha256, index)
    if (!chunk.ok) return false
    parts.push(chunk.value)
  }
  // Within an act under way it would be undone with it.
  if (sharing.isBusy() || !sharing.attachments.put(sha256, new Uint8Array(Buffer.concat(parts))).ok)
    return false
  await pieces.discard(sha256)
  return true
}
