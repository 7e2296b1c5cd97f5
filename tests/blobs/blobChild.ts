/**
 * Another process on a folder of blobs. Alone: receives the blob of the contract, chunk after chunk, until it is
 * killed or done. `full`: on a disk with room for two chunks. `read-only`: where nothing can be written.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { blobKeyOf } from '#main/adapters/blobs/blobCipher.ts'
import { diskBlobStore } from '#main/adapters/blobs/diskBlobStore.ts'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { hasChunk, missingChunks } from '#shared/operations/blobs/chunkMap.ts'
import { codeOf, valueOf } from '../sqlite/committeeOnDisk.ts'
import { chunkAt, manifest, sha256, transfer } from './blobOfThreeChunks.ts'

const [folder = '', task] = process.argv.slice(2)
const blobKey = blobKeyOf(new Uint8Array(32).fill(7), 'file-1')
const store = diskBlobStore({ folder, blobKey, ports: nodeCrypto })

if (task === 'read-only') console.log(codeOf(await store.receive(manifest)))
else if (task === 'full') await onASmallDisk()
else {
  const { held } = valueOf(await store.receive(manifest))
  for (const index of missingChunks(held))
    valueOf(await store.putChunk(sha256, transfer, index, chunkAt(index)))
}

/** 3 MiB of room, of which 1 is taken: the two first chunks do not fit both. */
async function onASmallDisk() {
  const ballast = join(folder, 'ballast')
  writeFileSync(ballast, new Uint8Array(1024 * 1024))
  valueOf(await store.receive(manifest))
  for (const index of [2, 0]) valueOf(await store.putChunk(sha256, transfer, index, chunkAt(index)))
  console.log(codeOf(await store.putChunk(sha256, transfer, 1, chunkAt(1))))
  const again = diskBlobStore({ folder, blobKey, ports: nodeCrypto })
  const { held } = valueOf(await again.receive(manifest))
  console.log(`held ${[0, 1, 2].filter((index) => hasChunk(held, index))}`)
  console.log(valueOf(await again.whole(sha256)) === null ? 'not whole' : 'whole')
  rmSync(ballast)
  console.log(valueOf(await again.putChunk(sha256, transfer, 1, chunkAt(1))).whole ? 'whole' : 'not whole')
}
