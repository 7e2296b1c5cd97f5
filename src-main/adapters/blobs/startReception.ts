import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { BlobManifest } from '#shared/operations/blobs/blobManifest.ts'
import type { BlobCipher } from './blobCipher.ts'
import { blobFileStart } from './blobFile.ts'
import type { BlobPlaces } from './blobPlaces.ts'

/** A neighbour that is flushed, then takes the name: a `.part` always starts with its whole manifest. */
export async function startReception(
  places: BlobPlaces,
  manifest: BlobManifest,
  transfer: string,
  cipher: BlobCipher,
) {
  const { sha256 } = manifest
  await makeFolder(dirname(places.blob(sha256)))
  await places.makeRoom(sha256)
  const draft = places.draft(sha256, transfer)
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(blobFileStart(manifest, cipher))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, places.part(sha256, transfer))
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw error
  }
}

/** Not at once with `recursive`, which says of a place that cannot be written that it does not exist. */
async function makeFolder(path: string): Promise<void> {
  const code = await mkdir(path, { mode: 0o700 }).then(
    () => 'EEXIST',
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error
      return error.code
    },
  )
  if (code === 'ENOENT') await mkdir(path, { recursive: true, mode: 0o700 })
}
