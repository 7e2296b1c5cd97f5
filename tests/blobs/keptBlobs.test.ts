import { expect, test } from 'vitest'
import { keptBlobs } from '#main/adapters/blobs/keptBlobs.ts'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { openDatabase } from '#main/adapters/sqlite/file/openDatabase.ts'
import { migrate } from '#main/adapters/sqlite/migrations/migrate.ts'
import { migrations } from '#main/adapters/sqlite/migrations/migrations.ts'
import { blobsOf } from '#main/adapters/sqlite/store/blobs.ts'
import { codeOf, temporaryFolder, valueOf } from '../sqlite/committeeOnDisk.ts'
import { chunkAt, content, manifest, sha256 } from './blobOfThreeChunks.ts'

test('[BL5] what the committee’s file keeps itself is sent as it lies there; what was altered in it is not', async () => {
  using folder = temporaryFolder()
  const database = openDatabase(folder.file('a.delibere'), new Uint8Array(32), 'create')
  migrate(database, migrations)
  const blobs = blobsOf(database)
  const kept = keptBlobs(blobs.get, nodeCrypto)
  expect([valueOf(await kept.whole(sha256)), codeOf(await kept.chunk(sha256, 0))]).toEqual([
    null,
    'blob.absent',
  ])
  expect(blobs.put(content)).toBe(sha256)
  expect(valueOf(await kept.whole(sha256))).toEqual(manifest)
  for (const index of [0, 1, 2]) expect(valueOf(await kept.chunk(sha256, index))).toEqual(chunkAt(index))
  expect(codeOf(await kept.chunk(sha256, 3))).toBe('blob.malformed')
  database.prepare('UPDATE blobs SET bytes = ?').run(chunkAt(0))
  expect(codeOf(await keptBlobs(blobs.get, nodeCrypto).whole(sha256))).toBe('blob.altered')
  database.close()
})
