import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { blobHttpClient } from '#main/adapters/blobs/blobHttpClient.ts'
import { diskBlobStore } from '#main/adapters/blobs/diskBlobStore.ts'
import { fetchBlob } from '#main/adapters/blobs/fetchBlob.ts'
import { sendBlob } from '#main/adapters/blobs/sendBlob.ts'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { answerBlobRequest } from '#shared/operations/blobs/answerBlobRequest.ts'
import { describeBlob, encodeBlobManifest } from '#shared/operations/blobs/blobManifest.ts'
import type { BlobRights, BlobStore } from '#shared/operations/blobs/blobPorts.ts'
import {
  type BlobRequest,
  type BlobResponse,
  readBlobRequest,
  writeBlobRequest,
} from '#shared/operations/blobs/blobWire.ts'
import { codeOf, temporaryFolder, valueOf } from '../sqlite/committeeOnDisk.ts'
import { chunkAt, content, manifest, sha256, transfer } from './blobOfThreeChunks.ts'

const storeIn = (folder: string) =>
  diskBlobStore({ folder, blobKey: new Uint8Array(32).fill(9), ports: nodeCrypto })
const everything: BlobRights = { mayUpload: () => true, mayDownload: () => true }
const control = { onProgress: () => {}, signal: { aborted: false } }
const none = new Uint8Array()

async function fill(store: BlobStore) {
  valueOf(await store.receive(manifest))
  for (const index of [0, 1, 2]) valueOf(await store.putChunk(sha256, transfer, index, chunkAt(index)))
}

/** A real server on loopback. `mischief` may cut the connection or spoil the answer of one request. */
async function served(
  store: BlobStore,
  rights: BlobRights,
  mischief: (request: BlobRequest, response: BlobResponse) => BlobResponse | 'cut' = (_, response) =>
    response,
) {
  const requests: string[] = []
  const server = createServer(async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const body = Buffer.concat(await incoming.toArray())
    const request = { method: incoming.method ?? '', path: incoming.url ?? '', body: new Uint8Array(body) }
    requests.push(`${request.method} ${request.path.replaceAll(/[0-9a-f]{64}/g, '…')}`)
    const answer = mischief(request, await answerBlobRequest(request, 'device-1', { store, rights }))
    if (answer === 'cut') incoming.socket.destroy()
    else
      outgoing
        .writeHead(answer.status, answer.headers)
        .end(request.method === 'HEAD' ? undefined : answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const send = async ({ method, path, body }: BlobRequest): Promise<BlobResponse> => {
    const response = await fetch(base + path, {
      method,
      ...(method === 'PUT' ? { body: new Uint8Array(body) } : {}),
    })
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    }
  }
  return {
    requests,
    send,
    client: (name = 'hub') => blobHttpClient(name, send),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

test('[BL9] a blob goes up, then down, over HTTP; a second sending moves no chunk', async () => {
  using folder = temporaryFolder()
  const [mine, hub, other] = ['mine', 'hub', 'other'].map((name) => storeIn(folder.file(name))) as [
    BlobStore,
    BlobStore,
    BlobStore,
  ]
  await fill(mine)
  await using server = await served(hub, everything)
  valueOf(await sendBlob(sha256, { store: mine, target: server.client() }, control))
  expect(valueOf(await hub.whole(sha256))).toEqual(manifest)
  expect(server.requests.sort()).toEqual([
    'PUT /blobs/…',
    ...[0, 1, 2].map((index) => `PUT /blobs/…/…/${index}`),
  ])
  server.requests.length = 0
  valueOf(await sendBlob(sha256, { store: mine, target: server.client() }, control))
  expect(server.requests).toEqual(['PUT /blobs/…'])
  const progress: number[] = []
  const onProgress = ({ done }: { done: number }) => progress.push(done)
  const fetched = await fetchBlob(
    sha256,
    { store: other, sources: [server.client()], digest: nodeCrypto },
    { ...control, onProgress },
  )
  expect(valueOf(fetched)).toEqual(manifest)
  expect(valueOf(await other.chunk(sha256, 1))).toEqual(chunkAt(1))
  expect([progress.at(0), progress.at(-1)]).toEqual([0, 3])
  expect(progress).toEqual([...progress].sort())
})

test('[BL4] connections that are cut, chunks spoiled on the way: the upload ends whole, and resumes where it was', async () => {
  using folder = temporaryFolder()
  const [mine, hub] = ['mine', 'hub'].map((name) => storeIn(folder.file(name))) as [BlobStore, BlobStore]
  await fill(mine)
  const seen = new Set<string>()
  await using server = await served(hub, everything, ({ method, path }, response) => {
    const isFirst = !seen.has(`${method} ${path}`)
    seen.add(`${method} ${path}`)
    // The first sending of each chunk is kept, and its answer lost.
    return isFirst && path.split('/').length === 5 ? 'cut' : response
  })
  valueOf(await sendBlob(sha256, { store: mine, target: server.client() }, control))
  expect(valueOf(await hub.whole(sha256))).toEqual(manifest)
  for (const index of [0, 1, 2])
    expect(server.requests.filter((request) => request.endsWith(`/…/${index}`)).length).toBeLessThanOrEqual(1)
})

test('[BL4] a hub that spoils every chunk, a centre that is cut now and then: the download ends whole, from both', async () => {
  using folder = temporaryFolder()
  const [hub, mine] = ['hub', 'mine'].map((name) => storeIn(folder.file(name))) as [BlobStore, BlobStore]
  await fill(hub)
  let answers = 0
  await using spoiling = await served(hub, everything, ({ path }, response) =>
    path.split('/').length === 4 ? { ...response, body: response.body.map((byte) => byte ^ 1) } : response,
  )
  await using cutting = await served(hub, everything, (_, response) =>
    ++answers % 3 === 2 ? 'cut' : response,
  )
  const sources = [spoiling.client('hub'), cutting.client('centre')]
  valueOf(await fetchBlob(sha256, { store: mine, sources, digest: nodeCrypto }, control))
  expect(valueOf(await mine.whole(sha256))).toEqual(manifest)
})

test('[BL5] what a first source gave before it went away is kept; the next one gives the rest alone', async () => {
  using folder = temporaryFolder()
  const [hub, mine] = ['hub', 'mine'].map((name) => storeIn(folder.file(name))) as [BlobStore, BlobStore]
  await fill(hub)
  await using leaving = await served(hub, everything, ({ path }, response) =>
    path.endsWith('/1') || path.endsWith('/2') ? 'cut' : response,
  )
  const first = await fetchBlob(
    sha256,
    { store: mine, sources: [leaving.client()], digest: nodeCrypto },
    control,
  )
  expect(codeOf(first)).toBe('blob.absent')
  expect(valueOf(await mine.whole(sha256))).toBe(null)
  await using next = await served(hub, everything)
  valueOf(await fetchBlob(sha256, { store: mine, sources: [next.client()], digest: nodeCrypto }, control))
  expect(next.requests.sort()).toEqual(['GET /blobs/…', 'GET /blobs/…/1', 'GET /blobs/…/2'])
  expect(
    codeOf(
      await fetchBlob(
        sha256,
        { store: storeIn(folder.file('none')), sources: [], digest: nodeCrypto },
        control,
      ),
    ),
  ).toBe('blob.absent')
})

test('[BL8] without a commit that cites it nothing goes up; without a visible operation nothing comes down, not even a yes', async () => {
  using folder = temporaryFolder()
  const hub = storeIn(folder.path)
  await fill(hub)
  const asked: string[] = []
  const rights: BlobRights = {
    mayUpload: (device, digest) => asked.push(`${device} up ${digest.slice(0, 4)}`) < 0,
    mayDownload: (device, digest) => asked.push(`${device} down ${digest.slice(0, 4)}`) < 0,
  }
  await using server = await served(hub, rights)
  const unknown = 'd'.repeat(64)
  const answers = async (digest: string) =>
    Promise.all([
      server.send(writeBlobRequest({ kind: 'manifest', sha256: digest })),
      server.send(writeBlobRequest({ kind: 'get', sha256: digest, index: 0 })),
      server.send(writeBlobRequest({ kind: 'standing', sha256: digest, transfer })),
      server.send(writeBlobRequest({ kind: 'describe', sha256: digest }, encodeBlobManifest(manifest))),
      server.send(writeBlobRequest({ kind: 'put', sha256: digest, transfer, index: 0 }, chunkAt(0))),
    ])
  const plain = ({ status, headers, body }: BlobResponse) => [
    status,
    headers['delibere-refusal'],
    body.length,
  ]
  const ofAKeptOne = await answers(sha256)
  expect(ofAKeptOne.map(plain)).toEqual([
    [404, 'blob.absent', 0],
    [404, 'blob.absent', 0],
    [403, 'blob.not-cited', 0],
    [403, 'blob.not-cited', 0],
    [403, 'blob.not-cited', 0],
  ])
  // A document that exists and one that does not look the same from outside.
  expect((await answers(unknown)).map(plain)).toEqual(ofAKeptOne.map(plain))
  expect(asked.slice(0, 5)).toEqual(
    expect.arrayContaining([`device-1 down ${sha256.slice(0, 4)}`, `device-1 up ${sha256.slice(0, 4)}`]),
  )
  expect(codeOf(await sendBlob(sha256, { store: hub, target: server.client() }, control))).toBe(
    'blob.not-cited',
  )
})

test('[BL9] the right is asked for the digest of the path: a manifest of another blob does not pass', async () => {
  using folder = temporaryFolder()
  const cited = valueOf(describeBlob(content.subarray(5), nodeCrypto)).sha256
  const store = storeIn(folder.path)
  const rights = { ...everything, mayUpload: (_: string, digest: string) => digest === cited }
  const request = writeBlobRequest({ kind: 'describe', sha256: cited }, encodeBlobManifest(manifest))
  const response = await answerBlobRequest(request, 'device-1', { store, rights })
  expect([response.status, response.headers['delibere-refusal']]).toEqual([400, 'blob.malformed'])
  expect(valueOf(await store.reception(sha256, transfer))).toBe(null)
})

test('[BL9] whatever is not one of the five requests is refused before anything is looked up', () => {
  const asks = [
    { kind: 'manifest', sha256 },
    { kind: 'describe', sha256 },
    { kind: 'standing', sha256, transfer },
    { kind: 'put', sha256, transfer, index: 255 },
    { kind: 'get', sha256, index: 0 },
  ] as const
  for (const ask of asks) expect(valueOf(readBlobRequest(writeBlobRequest(ask)))).toEqual(ask)
  const wrong: readonly BlobRequest[] = [
    { method: 'POST', path: `/blobs/${sha256}`, body: none },
    { method: 'GET', path: `/blobs/${sha256.toUpperCase()}`, body: none },
    { method: 'GET', path: `/blobs/../${sha256}`, body: none },
    { method: 'GET', path: `/blobs/${sha256}/01`, body: none },
    { method: 'GET', path: `/blobs/${sha256}/-1`, body: none },
    { method: 'GET', path: `/blobs/${sha256}/`, body: none },
    { method: 'HEAD', path: `/blobs/${sha256}/0`, body: none },
    { method: 'PUT', path: `/blobs/${sha256}/${transfer}/0/0`, body: none },
    { method: 'PUT', path: `/blobs/${sha256}/${transfer}/0`, body: new Uint8Array(1024 * 1024 + 1) },
    { method: 'DELETE', path: `/blobs/${sha256}`, body: none },
  ]
  for (const request of wrong) expect(codeOf(readBlobRequest(request))).toBe('blob.malformed')
})

test('[BL9] the standing asked by HEAD is the one a PUT answers', async () => {
  using folder = temporaryFolder()
  const store = storeIn(folder.path)
  await using server = await served(store, everything)
  const described = await server.send(
    writeBlobRequest({ kind: 'describe', sha256 }, encodeBlobManifest(manifest)),
  )
  await server.send(writeBlobRequest({ kind: 'put', sha256, transfer, index: 1 }, chunkAt(1)))
  const head = await server.send(writeBlobRequest({ kind: 'standing', sha256, transfer }))
  const about = ({ headers }: BlobResponse) => [
    headers['delibere-transfer'],
    headers['delibere-chunks'],
    headers['delibere-missing'],
    headers['delibere-whole'],
  ]
  // Bits 0, 1, 2 missing; then 0 and 2.
  expect([about(described), about(head)]).toEqual([
    [transfer, '3', 'Bw', '0'],
    [transfer, '3', 'BQ', '0'],
  ])
})
