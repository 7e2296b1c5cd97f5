import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { diskBlobStore } from '#main/adapters/blobs/diskBlobStore.ts'
import { blobRecords } from '#main/adapters/bundles/blobRecords.ts'
import { exportBundle } from '#main/adapters/bundles/exportBundle.ts'
import { type BundleLogRecord, importBundle } from '#main/adapters/bundles/importBundle.ts'
import { openBundle } from '#main/adapters/bundles/openBundle.ts'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { describeBlob } from '#shared/operations/blobs/blobManifest.ts'
import type { BlobStore } from '#shared/operations/blobs/blobPorts.ts'
import type { BundleRecord } from '#shared/operations/bundle/bundleRecord.ts'
import { chunkAt, content, manifest, sha256, transfer } from '../blobs/blobOfThreeChunks.ts'
import { codeOf, temporaryFolder, valueOf } from '../sqlite/committeeOnDisk.ts'
import { asMember, control, exporter, exportOf, logRecords, readerFor } from './bundleWorld.ts'

const storeIn = (folder: string) =>
  diskBlobStore({ folder, blobKey: new Uint8Array(32).fill(5), ports: nodeCrypto })

/** A log of the reader: all or nothing, and the same record twice is the same record. */
function memoryLog() {
  const log: BundleLogRecord[] = []
  return {
    log,
    takeLog: (records: Iterable<Result<BundleLogRecord>>): Result<number> => {
      const taken: BundleLogRecord[] = []
      for (const record of records) {
        if (!record.ok) return record
        if (
          !log.some((known) =>
            Buffer.from(JSON.stringify(known)).equals(Buffer.from(JSON.stringify(record.value))),
          )
        )
          taken.push(record.value)
      }
      log.push(...taken)
      return ok(taken.length)
    },
  }
}

async function* withBlob(store: BlobStore): AsyncGenerator<Result<BundleRecord>, void, undefined> {
  for (const record of logRecords) yield ok(record)
  yield* blobRecords(store, sha256, 'shared')
}

async function exportedWithBlob(folder: { file(name: string): string }) {
  const mine = storeIn(folder.file('mine'))
  valueOf(await mine.receive(manifest))
  for (const index of [0, 1, 2]) valueOf(await mine.putChunk(sha256, transfer, index, chunkAt(index)))
  const path = folder.file('envoi.delibere-cle')
  const done: number[] = []
  const onProgress = (progress: { done: number }) => done.push(progress.done)
  const expectedBytes = content.length
  valueOf(
    await exportBundle(path, exportOf(withBlob(mine), { expectedBytes }), exporter, {
      ...control,
      onProgress,
    }),
  )
  expect(done).toEqual([1_048_576, 2_097_152, expectedBytes])
  return path
}

const bundleAt = async (path: string) => valueOf(await openBundle(path, readerFor(asMember), control))

test('[BN7] blobs then log come in; the same key twice brings nothing more', async () => {
  using folder = temporaryFolder()
  const bundle = await bundleAt(await exportedWithBlob(folder))
  const store = storeIn(folder.file('theirs'))
  const { log, takeLog } = memoryLog()
  expect(valueOf(await importBundle(bundle, { store, takeLog }, nodeCrypto, control))).toBe(6)
  expect(log).toEqual(logRecords)
  expect(valueOf(await store.whole(sha256))).toEqual(manifest)
  expect(valueOf(await store.chunk(sha256, 2))).toEqual(chunkAt(2))
  expect(valueOf(await importBundle(bundle, { store, takeLog }, nodeCrypto, control))).toBe(0)
  expect(log).toEqual(logRecords)
  bundle.close()
})

test('[BN7] stopped or refused in the blobs, the log is untouched; taken up again, it ends', async () => {
  using folder = temporaryFolder()
  const bundle = await bundleAt(await exportedWithBlob(folder))
  const store = storeIn(folder.file('theirs'))
  const { log, takeLog } = memoryLog()
  const full: BlobStore = {
    ...store,
    putChunk: async (digest, under, index, bytes) =>
      index === 2 ? refuse('file.disk-full') : store.putChunk(digest, under, index, bytes),
  }
  expect(codeOf(await importBundle(bundle, { store: full, takeLog }, nodeCrypto, control))).toBe(
    'file.disk-full',
  )
  const stopped = { ...control, signal: { aborted: true } }
  expect(codeOf(await importBundle(bundle, { store, takeLog }, nodeCrypto, stopped))).toBe('file.cancelled')
  expect(log).toEqual([])
  valueOf(await importBundle(bundle, { store, takeLog }, nodeCrypto, control))
  expect([log, valueOf(await store.whole(sha256))]).toEqual([logRecords, manifest])
  bundle.close()
})

test('[BN7] a blob that its exporter describes falsely is refused before the log is touched', async () => {
  using folder = temporaryFolder()
  const lie = { ...valueOf(describeBlob(new Uint8Array(content).fill(1), nodeCrypto)), sha256 }
  const chunks = [0, 1, 2].map(
    (index): BundleRecord => ({ kind: 'chunk', bytes: chunkAt(index, new Uint8Array(content).fill(1)) }),
  )
  const path = folder.file('envoi.delibere-cle')
  const records: readonly BundleRecord[] = [
    ...logRecords,
    { kind: 'blob', scope: 'shared', manifest: lie },
    ...chunks,
  ]
  valueOf(await exportBundle(path, exportOf(records), exporter, control))
  const bundle = await bundleAt(path)
  const { log, takeLog } = memoryLog()
  const store = storeIn(folder.file('theirs'))
  expect(codeOf(await importBundle(bundle, { store, takeLog }, nodeCrypto, control))).toBe('blob.altered')
  expect([log, valueOf(await store.whole(sha256))]).toEqual([[], null])
  bundle.close()
})

test('[BN8] 300 MB go in and out within 128 MB of memory', () => {
  using folder = temporaryFolder()
  const child = fileURLToPath(new URL('./largeBundleChild.ts', import.meta.url))
  const { stdout, stderr } = spawnSync(process.execPath, [child, folder.path], { encoding: 'utf8' })
  expect(stderr).toBe('')
  const { sizeBytes, chunks, peakBytes } = JSON.parse(stdout) as Record<string, number>
  expect([chunks, (sizeBytes ?? 0) > 300 * 2 ** 20]).toEqual([300, true])
  expect(peakBytes).toBeLessThan(128 * 2 ** 20)
})

const canMount =
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs /mnt']).status === 0

test.skipIf(!canMount)(
  '[BN5] a key that is full, a key that cannot be written: one refusal, nothing left on it',
  () => {
    using folder = temporaryFolder()
    const child = fileURLToPath(new URL('./smallKeyChild.ts', import.meta.url))
    const onA = (options: string) => {
      const script = `mount -t tmpfs -o ${options} tmpfs "$1" && "$2" "$3" "$1"`
      const { stdout, stderr } = spawnSync(
        'unshare',
        ['-rm', 'sh', '-c', script, 'sh', folder.path, process.execPath, child],
        { encoding: 'utf8' },
      )
      expect(stderr).toBe('')
      return stdout.trim()
    }
    expect([onA('size=2m'), onA('size=8m,ro'), onA('size=8m')]).toEqual([
      'file.disk-full []',
      'file.read-only []',
      'ok ["envoi.delibere-cle"]',
    ])
  },
)
