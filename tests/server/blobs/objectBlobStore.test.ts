import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeCrypto } from '#server/authority/nodeCrypto.ts'
import { objectBlobStore } from '#server/blobs/objectBlobStore.ts'
import { type ObjectStoreSettings, objectStore } from '#server/blobs/objectStore.ts'
import { chunkAt, manifest, sha256, transfer } from '#tests/blobs/blobOfThreeChunks.ts'
import { blobStoreContract } from '#tests/blobs/blobStoreContract.ts'

// Against a local server of the protocol.

let folder: string
let server: S3rver
let settings: ObjectStoreSettings
let stores = 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-s3-'))
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'pieces' }],
  })
  const { port } = await server.run()
  settings = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'pieces',
    region: 'us-east-1',
    accessKey: 'S3RVER',
    secretKey: 'S3RVER',
  }
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const key = new Uint8Array(32).fill(7)
const storeAt = (prefix: string, changes: Partial<ObjectStoreSettings> = {}) =>
  objectBlobStore(objectStore({ ...settings, ...changes }), prefix, key, nodeCrypto)

blobStoreContract('a bucket', async (work) => {
  const prefix = `org-${++stores}`
  await work(() => storeAt(prefix))
})

test('[BL11] [SV25] who keeps the bucket reads neither content nor digest', async () => {
  const store = storeAt('sealed')
  await store.receive(manifest)
  for (const index of [0, 1, 2]) await store.putChunk(sha256, transfer, index, chunkAt(index))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.includes('sealed') && statSync(path).isFile())
  expect(files.length).toBeGreaterThan(4)
  for (const path of files) {
    expect(path).not.toContain(sha256)
    const bytes = readFileSync(path)
    expect(bytes.includes(Buffer.from(sha256))).toBe(false)
    expect(bytes.includes(Buffer.from(chunkAt(0).subarray(0, 32)))).toBe(false)
  }
})

test('[BL10] [SV25] another key, a bucket that is not there, a store that is silent: a place that is not there', async () => {
  const refused = { ok: false, refusal: { code: 'file.missing', details: {} } }
  expect(await storeAt('x', { accessKey: 'inconnue' }).receive(manifest)).toEqual(refused)
  expect(await storeAt('x', { bucket: 'absent' }).receive(manifest)).toEqual(refused)
  expect(await storeAt('x', { endpoint: 'http://127.0.0.1:9' }).chunk(sha256, 0)).toEqual(refused)
})
