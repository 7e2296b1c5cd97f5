import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeCrypto } from '#server/authority/nodeCrypto.ts'
import { objectBlobStore } from '#server/blobs/objectBlobStore.ts'
import { type ObjectStoreSettings, objectStore } from '#server/blobs/objectStore.ts'
import { chunkAt, manifest, sha256, transfer } from '#tests/blobs/blobOfThreeChunks.ts'
import { blobStoreContract } from '#tests/blobs/blobStoreContract.ts'
import { type BucketServer, bucketKey, bucketServer } from '../support/bucketServer.ts'
import { expectedSignature } from '../support/signatureV4.ts'

// Against a bucket of our own, which checks every signature by the published description.

let server: BucketServer
let settings: ObjectStoreSettings
let stores = 0

beforeAll(async () => {
  server = await bucketServer('pieces')
  settings = { endpoint: server.endpoint, bucket: 'pieces', region: 'fr-par', ...bucketKey }
})
afterAll(() => server.close())

const key = new Uint8Array(32).fill(7)
const storeAt = (prefix: string, changes: Partial<ObjectStoreSettings> = {}) =>
  objectBlobStore(objectStore({ ...settings, ...changes }), prefix, key, nodeCrypto)

blobStoreContract('a bucket', async (work) => {
  const prefix = `org-${++stores}`
  await work(() => storeAt(prefix))
})

test('[SV25] the bucket of these tests computes the signature of the example that AWS publishes', () => {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  const published = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'
  const headers = {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': empty,
    'x-amz-date': '20130524T000000Z',
    authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=${published}`,
  }
  const secretKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
  expect(
    expectedSignature(
      { method: 'GET', target: '/test.txt', headers },
      { accessKey: 'AKIAIOSFODNN7EXAMPLE', secretKey },
    ),
  ).toEqual({ given: published, expected: published, at: '20130524T000000Z' })
})

test('[BL11] [SV25] who keeps the bucket reads neither content nor digest', async () => {
  const store = storeAt('sealed')
  await store.receive(manifest)
  for (const index of [0, 1, 2]) await store.putChunk(sha256, transfer, index, chunkAt(index))
  const kept = [...server.objects].filter(([name]) => name.startsWith('sealed/'))
  // Its manifest, three chunks, the mark that it is whole.
  expect(kept).toHaveLength(5)
  for (const [name, bytes] of kept) {
    expect(name).not.toContain(sha256)
    expect(Buffer.from(bytes).includes(Buffer.from(sha256))).toBe(false)
    expect(Buffer.from(bytes).includes(Buffer.from(chunkAt(0).subarray(0, 32)))).toBe(false)
  }
})

test('[SV25] a list that comes in several answers is read to its end; a bucket that is busy is asked again', async () => {
  const objects = objectStore(settings)
  const names = Array.from({ length: 8 }, (_, index) => `many/${index}`)
  for (const name of names) await objects.put(name, Uint8Array.of(1))
  server.busy = 2
  expect(await objects.list('many/')).toEqual(names)
  expect(server.busy).toBe(0)
  for (const name of names) await objects.remove(name)
  expect(await objects.list('many/')).toEqual([])
})

test('[BL10] [SV25] another key, a bucket that is not there, a store that is silent: a place that is not there', async () => {
  const refused = { ok: false, refusal: { code: 'file.missing', details: {} } }
  expect(await storeAt('x', { accessKey: 'inconnue' }).receive(manifest)).toEqual(refused)
  expect(await storeAt('x', { secretKey: 'un autre' }).receive(manifest)).toEqual(refused)
  expect(await storeAt('x', { bucket: 'absent' }).receive(manifest)).toEqual(refused)
  expect(await storeAt('x', { endpoint: 'http://127.0.0.1:9' }).chunk(sha256, 0)).toEqual(refused)
})
