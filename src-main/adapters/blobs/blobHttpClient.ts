import { type RefusalCode, refusalCodes } from '#shared/kernel/refusalCodes.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import {
  type BlobManifest,
  decodeBlobManifest,
  encodeBlobManifest,
} from '#shared/operations/blobs/blobManifest.ts'
import type { BlobSource, Reception } from '#shared/operations/blobs/blobPorts.ts'
import {
  type BlobRequest,
  type BlobResponse,
  readReception,
  writeBlobRequest,
} from '#shared/operations/blobs/blobWire.ts'
import type { BlobTarget } from './sendBlob.ts'

/** How requests travel: `fetch` with the pinned certificate, a socket of a test. An exception is a cut. */
export type SendBlobRequest = (request: BlobRequest) => Promise<BlobResponse>

/**
 * The hub or the centre as a source of blobs and as their target, over any transport. What it answers is never
 * believed: a malformed answer is a cut.
 */
export function blobHttpClient(name: string, send: SendBlobRequest): BlobSource & BlobTarget {
  /** The chunk count of what was described, to read the answers about its chunks. */
  const counts = new Map<string, number>()
  return {
    name,
    manifest: async (sha256) => {
      const response = await send(writeBlobRequest({ kind: 'manifest', sha256 }))
      if (response.status === 404) return null
      const manifest = decodeBlobManifest(bodyOf(response))
      if (!manifest.ok) throw new Error(`${name} describes a blob in a way that cannot be read`)
      return manifest.value
    },
    chunk: async (sha256, index) => bodyOf(await send(writeBlobRequest({ kind: 'get', sha256, index }))),
    describe: async (manifest: BlobManifest) => {
      const { sha256 } = manifest
      const response = await send(
        writeBlobRequest({ kind: 'describe', sha256 }, encodeBlobManifest(manifest)),
      )
      const reception = receptionOf(response, manifest.chunks.length, name)
      if (reception.ok) counts.set(reception.value.transfer, manifest.chunks.length)
      return reception
    },
    put: async (sha256, transfer, index, bytes) => {
      const response = await send(writeBlobRequest({ kind: 'put', sha256, transfer, index }, bytes))
      return receptionOf(response, counts.get(transfer) ?? 0, name)
    },
  }
}

function receptionOf(response: BlobResponse, count: number, name: string): Result<Reception> {
  const code = refusalCodeOf(response)
  if (code !== undefined && forGood.includes(code)) return refuse(code)
  if (response.status !== 200) throw new Error(`${name} answers ${response.status}`)
  const reception = readReception(response.headers, count)
  if (reception === undefined) throw new Error(`${name} says what it holds in a way that cannot be read`)
  return ok(reception)
}

/** The rest may end by itself: a full disk, a server that starts again, a reception that it lost. */
const forGood: readonly RefusalCode[] = ['blob.not-cited', 'blob.malformed', 'blob.too-large', 'blob.altered']

function refusalCodeOf({ headers }: BlobResponse): RefusalCode | undefined {
  const known = refusalCodes.find((code) => code === headers['delibere-refusal'])
  return known === 'blob.altered' && headers['delibere-altered'] === 'chunk' ? undefined : known
}

function bodyOf({ status, body }: BlobResponse): Uint8Array {
  if (status !== 200) throw new Error(`answered ${status}`)
  return body
}
