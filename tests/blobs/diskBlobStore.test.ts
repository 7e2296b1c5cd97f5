import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { blobKeyOf } from '#main/adapters/blobs/blobCipher.ts'
import { diskBlobStore } from '#main/adapters/blobs/diskBlobStore.ts'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { describeBlob, transferOf } from '#shared/operations/blobs/blobManifest.ts'
import { codeOf, temporaryFolder, valueOf } from '../sqlite/committeeOnDisk.ts'
import { chunkAt, content, manifest, sha256, transfer } from './blobOfThreeChunks.ts'
import { blobStoreContract } from './blobStoreContract.ts'

const blobKey = blobKeyOf(new Uint8Array(32).fill(7), 'file-1')
const storeIn = (folder: string, key = blobKey) => diskBlobStore({ folder, blobKey: key, ports: nodeCrypto })
const filesIn = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.includes('.')).sort()

blobStoreContract('on the disk', async (work) => {
  using folder = temporaryFolder()
  await work(() => storeIn(folder.file('blobs')))
})

async function filled(folder: string) {
  const store = storeIn(folder)
  valueOf(await store.receive(manifest))
  for (const index of [0, 1, 2]) valueOf(await store.putChunk(sha256, transfer, index, chunkAt(index)))
  const [name = '', ...others] = filesIn(folder)
  expect([name.endsWith('.blob'), others]).toEqual([true, []])
  return { store, path: join(folder, name) }
}

test('[BL11] neither the content, nor its digest, nor those of its chunks lie in clear, in bytes or in names', async () => {
  using folder = temporaryFolder()
  const { path } = await filled(folder.path)
  const bytes = readFileSync(path)
  const secrets = [sha256, transfer, ...manifest.chunks].flatMap((digest) => [
    Buffer.from(digest, 'utf8'),
    Buffer.from(digest, 'hex'),
  ])
  secrets.push(Buffer.from(content.subarray(5000, 5032)))
  expect(secrets.filter((secret) => bytes.includes(secret))).toEqual([])
  expect(secrets.filter((secret) => path.includes(secret.toString('utf8')))).toEqual([])
  const other = storeIn(folder.path, blobKeyOf(new Uint8Array(32).fill(7), 'file-2'))
  expect(valueOf(await other.whole(sha256))).toBe(null)
})

test('[BL4] cut between the last chunk and its name, it is whole as soon as it is described again', async () => {
  using folder = temporaryFolder()
  const store = storeIn(folder.path)
  valueOf(await store.receive(manifest))
  const [part = ''] = filesIn(folder.path)
  for (const index of [0, 1, 2]) valueOf(await store.putChunk(sha256, transfer, index, chunkAt(index)))
  const [blob = ''] = filesIn(folder.path)
  renameSync(join(folder.path, blob), join(folder.path, part))
  const after = storeIn(folder.path)
  expect(valueOf(await after.whole(sha256))).toBe(null)
  expect(valueOf(await after.receive(manifest)).whole).toBe(true)
  expect(valueOf(await after.whole(sha256))).toEqual(manifest)
  expect(filesIn(folder.path)).toEqual([blob])
})

test('[BL12] a bit that turned anywhere in a kept blob is refused when it is read, never given', async () => {
  using folder = temporaryFolder()
  const { store, path } = await filled(folder.path)
  const whole = readFileSync(path)
  const places = [0, 17, 21, 30, 60, 400, 5000, 1_048_700, 1_060_000, 2_097_900, whole.length - 1]
  for (const place of places) {
    const altered = Buffer.from(whole)
    altered[place] = (altered[place] ?? 0) ^ 4
    writeFileSync(path, altered)
    const codes = await Promise.all([0, 1, 2].map(async (index) => codeOf(await store.chunk(sha256, index))))
    codes.push(codeOf(await store.whole(sha256)))
    expect(codes).toContain('blob.altered')
    expect(codes.filter((code) => code !== 'ok' && code !== 'blob.altered')).toEqual([])
  }
  writeFileSync(path, whole)
  for (const index of [0, 1, 2]) expect(valueOf(await store.chunk(sha256, index))).toEqual(chunkAt(index))
})

test('[BL12] chunks that changed places do not open: each is bound to its place and its blob', async () => {
  using folder = temporaryFolder()
  const { store, path } = await filled(folder.path)
  const whole = readFileSync(path)
  const slot = 1024 * 1024 + 28
  const start = whole.length - (content.length + 3 * 28)
  const swapped = Buffer.from(whole)
  whole.copy(swapped, start, start + slot, start + 2 * slot)
  whole.copy(swapped, start + slot, start, start + slot)
  writeFileSync(path, swapped)
  const codes = await Promise.all([0, 1, 2].map(async (index) => codeOf(await store.chunk(sha256, index))))
  expect(codes).toEqual(['blob.altered', 'blob.altered', 'ok'])
})

test('[BL12] a kept blob that was cut at any length is refused, discarded, then received anew', async () => {
  using folder = temporaryFolder()
  const { store, path } = await filled(folder.path)
  const { length } = readFileSync(path)
  for (const cut of [length - 1, 2_000_000, 1000, 20, 0]) {
    truncateSync(path, cut)
    expect(codeOf(await store.whole(sha256))).toBe('blob.altered')
  }
  expect(codeOf(await store.receive(manifest))).toBe('blob.altered')
  valueOf(await store.discard(sha256))
  valueOf(await store.receive(manifest))
  for (const index of [0, 1, 2]) valueOf(await store.putChunk(sha256, transfer, index, chunkAt(index)))
  expect(valueOf(await store.whole(sha256))).toEqual(manifest)
})

test('[BL12] a slot that the disk lost before the end is asked for again', async () => {
  using folder = temporaryFolder()
  const store = storeIn(folder.path)
  valueOf(await store.receive(manifest))
  for (const index of [0, 1]) valueOf(await store.putChunk(sha256, transfer, index, chunkAt(index)))
  const [part = ''] = filesIn(folder.path)
  const bytes = readFileSync(join(folder.path, part))
  bytes[100_000] = (bytes[100_000] ?? 0) ^ 1
  writeFileSync(join(folder.path, part), bytes)
  expect(await store.putChunk(sha256, transfer, 2, chunkAt(2))).toEqual({
    ok: false,
    refusal: { code: 'blob.altered', details: { sha256, part: 'chunk' } },
  })
  expect(valueOf(await store.receive(manifest)).held.bits).toEqual(new Uint8Array([0b110]))
  expect(valueOf(await store.putChunk(sha256, transfer, 0, chunkAt(0)))).toMatchObject({ whole: true })
})

test('[BL12] false descriptions cannot fill the disk: four receptions of one blob at most', async () => {
  using folder = temporaryFolder()
  const store = storeIn(folder.path)
  for (let lie = 0; lie < 9; lie++)
    valueOf(await store.receive({ ...manifest, chunks: manifest.chunks.map(() => `${lie}`.repeat(64)) }))
  expect(filesIn(folder.path)).toHaveLength(4)
  // Whoever has the true one goes on all the same.
  valueOf(await store.receive(manifest))
  for (const index of [0, 1, 2]) valueOf(await store.putChunk(sha256, transfer, index, chunkAt(index)))
  expect(filesIn(folder.path)).toHaveLength(1)
})

const child = fileURLToPath(new URL('./blobChild.ts', import.meta.url))

test('[BL12] killed at any instant: never a partial file for a whole, and what was kept is not asked for again', async () => {
  using folder = temporaryFolder()
  const path = folder.file('blobs')
  let kills = 0
  for (let afterMs = 120; kills < 25; afterMs += 37) {
    const process_ = spawn(process.execPath, [child, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(process_, 'exit')
    const timer = setTimeout(() => process_.kill('SIGKILL'), afterMs % 400)
    const [code] = (await ended) as [number | null]
    clearTimeout(timer)
    kills++
    const store = storeIn(path)
    const whole = valueOf(await store.whole(sha256))
    if (whole !== null)
      for (const index of [0, 1, 2]) expect(valueOf(await store.chunk(sha256, index))).toEqual(chunkAt(index))
    if (code === 0) {
      expect(whole).toEqual(manifest)
      valueOf(await store.discard(sha256))
    }
  }
}, 300_000)

const canMount =
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs /mnt']).status === 0

test.skipIf(!canMount)(
  '[BL12] a full disk refuses the chunk, keeps what was there, and goes on once there is room',
  () => {
    using folder = temporaryFolder()
    const script = `mount -t tmpfs -o size=3m tmpfs "$1" && "$2" "$3" "$1" full`
    const { stdout, stderr } = spawnSync(
      'unshare',
      ['-rm', 'sh', '-c', script, 'sh', folder.path, process.execPath, child],
      { encoding: 'utf8' },
    )
    expect([stdout.trim().split('\n'), stderr.trim()]).toEqual([
      ['file.disk-full', 'held 0,2', 'not whole', 'whole'],
      '',
    ])
  },
)

test.skipIf(!canMount)(
  '[BL12] a place that cannot be written refuses with one sentence and leaves nothing',
  () => {
    using folder = temporaryFolder()
    const script = `mount -t tmpfs -o size=2m,ro tmpfs "$1" && "$2" "$3" "$1" read-only`
    const { stdout } = spawnSync(
      'unshare',
      ['-rm', 'sh', '-c', script, 'sh', folder.path, process.execPath, child],
      {
        encoding: 'utf8',
      },
    )
    expect(stdout.trim()).toBe('file.read-only')
  },
)

test('[BL5] the same content under the same digest is kept once, whatever the number of its names', async () => {
  using folder = temporaryFolder()
  const { store } = await filled(folder.path)
  expect(transferOf(valueOf(describeBlob(content, nodeCrypto)), nodeCrypto)).toBe(transfer)
  expect(valueOf(await store.receive(manifest))).toMatchObject({ whole: true })
  expect(filesIn(folder.path)).toHaveLength(1)
})
