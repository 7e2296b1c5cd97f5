import { maxBlobsAsked } from '#shared/operations/exchange/exchangeLimits.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import type { BlobLine } from './moveAttachments.ts'

/**
 * [HS22] What the centre says only erased commits cite leaves this laptop: a copy that took states never had the bodies that
 * were erased, so it cannot know by itself. False: not all was asked, or the file cannot take it now.
 */
export async function letGoOfErased(
  { attachments }: Pick<FileSharing, 'attachments'>,
  { ask }: Pick<BlobLine, 'ask'>,
): Promise<boolean> {
  const known = attachments.known()
  for (let at = 0; at < known.length; at += maxBlobsAsked) {
    const digests = known.slice(at, at + maxBlobsAsked)
    const answered = await ask('erased-blobs', { digests })
    if (!answered.ok) return false
    const asked = new Set(digests)
    if (!attachments.erased(answered.value.erased.filter((sha256) => asked.has(sha256))).ok) return false
  }
  return true
}
