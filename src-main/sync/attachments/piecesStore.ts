import { join } from 'node:path'
import type { BlobStore } from '#shared/operations/blobs/blobPorts.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { diskBlobStore } from '../../adapters/blobs/diskBlobStore.ts'
import type { SyncPorts } from '../syncPorts.ts'

/** Where what comes in pieces waits until it is whole: sealed outside the file, under a key that lies in it. */
export function piecesStore({ sharing, fileId }: ShareableFile, ports: SyncPorts): BlobStore {
  const kept = sharing.kept(keyName)
  const known = typeof kept === 'string' ? base64UrlDecode(kept) : undefined
  const blobKey = known ?? ports.randomness.bytes(32)
  if (known === undefined) sharing.keep(keyName, base64UrlEncode(blobKey))
  return diskBlobStore({
    folder: join(ports.piecesFolder, fileId),
    blobKey,
    ports: { ...ports.crypto, bytes: (length) => ports.randomness.bytes(length) },
  })
}

const keyName = 'pieces-key'
