import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { diskBlobStore } from '#main/adapters/blobs/diskBlobStore.ts'
import type { BlobStore } from '#shared/operations/blobs/blobPorts.ts'
import type { AuthorityKey } from '../authority/authorityKey.ts'
import { nodeCrypto } from '../authority/nodeCrypto.ts'
import { objectBlobStore } from '../blobs/objectBlobStore.ts'
import { objectStore } from '../blobs/objectStore.ts'
import type { Configuration } from '../configuration/configuration.ts'

/** The attachments of each organisation, in a folder or a bucket, sealed under a key that follows from the authority's. */
export function openAttachments(
  { attachments }: Pick<Configuration, 'attachments'>,
  authority: Pick<AuthorityKey, 'derive'>,
): (organisation: string) => BlobStore {
  const keyOf = (organisation: string) => authority.derive('delibere/blobs/1', organisation)
  if (attachments.kind === 'bucket') {
    const objects = objectStore(attachments)
    return (organisation) => objectBlobStore(objects, organisation, keyOf(organisation), nodeCrypto)
  }
  return (organisation) => {
    const folder = join(attachments.folder, organisation)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return diskBlobStore({ folder, blobKey: keyOf(organisation), ports: nodeCrypto })
  }
}
