import { createHash } from 'node:crypto'
import { ok, refuse } from '#shared/kernel/result.ts'
import { blobsCitedBy } from '#shared/operations/blobs/blobsCitedBy.ts'
import { decodeCommitBody } from '#shared/operations/commitDecode.ts'
import { ownKey } from '#shared/operations/replica/records.ts'
import type { FileAttachments } from '#shared/usecases/sharingPorts.ts'
import { awaitedBlobs } from './awaitedBlobs.ts'
import type { SharedFileParts } from './sharedFileParts.ts'

/** The kept bytes of the file, for whoever carries them. */
export function fileAttachments({ database, stores, sync, transaction }: SharedFileParts): FileAttachments {
  const { blobs } = stores
  const awaited = awaitedBlobs(database, blobs)
  return {
    missing: () => awaited.list(),
    toOffer: () => {
      const places = new Set<string>()
      for (const [, { ops }] of sync.copy.scan('pendingOn'))
        for (const place of ops) places.add(ownKey(place))
      const cited = new Set<string>()
      for (const place of places) {
        const body = decodeCommitBody(sync.copy.row('own', place)?.commit.body ?? new Uint8Array(0))
        for (const operation of body.ok ? body.value.ops : [])
          for (const sha256 of blobsCitedBy(operation)) if (blobs.has(sha256)) cited.add(sha256)
      }
      return [...cited].sort()
    },
    has: (sha256) => blobs.has(sha256),
    read: (sha256) => blobs.get(sha256),
    put: (sha256, bytes) => {
      if (createHash('sha256').update(bytes).digest('hex') !== sha256)
        return refuse('blob.altered', { part: 'whole' })
      return transaction(() => {
        blobs.put(bytes)
        awaited.came(sha256)
        return ok(null)
      })
    },
  }
}
