import { ok, type Refusal, type Result, refuse } from '#shared/kernel/result.ts'
import { blobChunkBytes, maxManifestBytes } from './blobManifest.ts'
import type { Reception } from './blobPorts.ts'
import { heldFromMissingText, missingText } from './chunkMap.ts'
import { isHexDigest } from './hexDigest.ts'

/** What any server hands over, and any client sends: no framework [BL9]. `device` is who proved its key, never a header. */
export interface BlobRequest {
  readonly method: string
  /** Without query, from `/blobs/`. */
  readonly path: string
  readonly body: Uint8Array
}

export interface BlobResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export type BlobAsk =
  | { readonly kind: 'manifest'; readonly sha256: string }
  | { readonly kind: 'describe'; readonly sha256: string }
  | { readonly kind: 'standing'; readonly sha256: string; readonly transfer: string }
  | { readonly kind: 'put'; readonly sha256: string; readonly transfer: string; readonly index: number }
  | { readonly kind: 'get'; readonly sha256: string; readonly index: number }

/** Bytes that a server may let in for one request: a chunk, or a manifest. */
export const maxBlobRequestBytes = Math.max(blobChunkBytes, maxManifestBytes)

/** Refuses `blob.malformed` whatever is none of the five requests, a body too large included. */
export function readBlobRequest({ method, path, body }: BlobRequest): Result<BlobAsk> {
  const [root, space, sha256, third, fourth, ...more] = path.split('/')
  if (root !== '' || space !== 'blobs' || !isHexDigest(sha256) || more.length > 0)
    return refuse('blob.malformed')
  if (body.length > maxBlobRequestBytes) return refuse('blob.malformed')
  const asked = `${method} ${third === undefined ? 0 : fourth === undefined ? 1 : 2}`
  const index = readIndex(fourth ?? third)
  if (asked === 'GET 0') return ok({ kind: 'manifest', sha256 })
  if (asked === 'PUT 0') return ok({ kind: 'describe', sha256 })
  if (asked === 'HEAD 1' && isHexDigest(third)) return ok({ kind: 'standing', sha256, transfer: third })
  if (asked === 'GET 1' && index !== undefined) return ok({ kind: 'get', sha256, index })
  if (asked === 'PUT 2' && isHexDigest(third) && index !== undefined)
    return ok({ kind: 'put', sha256, transfer: third, index })
  return refuse('blob.malformed')
}

export function writeBlobRequest(ask: BlobAsk, body: Uint8Array = new Uint8Array()): BlobRequest {
  const path = `/blobs/${ask.sha256}`
  switch (ask.kind) {
    case 'manifest':
      return { method: 'GET', path, body }
    case 'describe':
      return { method: 'PUT', path, body }
    case 'standing':
      return { method: 'HEAD', path: `${path}/${ask.transfer}`, body }
    case 'put':
      return { method: 'PUT', path: `${path}/${ask.transfer}/${ask.index}`, body }
    case 'get':
      return { method: 'GET', path: `${path}/${ask.index}`, body }
  }
}

/** In headers, so that `HEAD` and `PUT` answer the same. */
export const receptionHeaders = ({ transfer, held, whole }: Reception): BlobResponse['headers'] => ({
  'delibere-transfer': transfer,
  'delibere-chunks': String(held.count),
  'delibere-missing': missingText(held),
  'delibere-whole': whole ? '1' : '0',
})

/** Undefined for anything {@link receptionHeaders} would not have written about a blob of `count` chunks. */
export function readReception(headers: BlobResponse['headers'], count: number): Reception | undefined {
  const { 'delibere-transfer': transfer, 'delibere-whole': whole } = headers
  const held = heldFromMissingText(count, headers['delibere-missing'] ?? '')
  if (!isHexDigest(transfer) || held === undefined || headers['delibere-chunks'] !== String(count))
    return undefined
  return { transfer, held, whole: whole === '1' }
}

/** The status of each refusal; the code itself goes in `delibere-refusal`. */
export function statusOf({ code }: Refusal): number {
  switch (code) {
    case 'blob.absent':
      return 404
    case 'blob.not-cited':
      return 403
    case 'blob.too-large':
      return 413
    case 'blob.altered':
      return 422
    case 'blob.malformed':
      return 400
    case 'file.disk-full':
      return 507
    default:
      return 503
  }
}

/** One spelling per number: no sign, no leading zero. */
function readIndex(text: string | undefined): number | undefined {
  return text !== undefined && /^(0|[1-9][0-9]{0,5})$/.test(text) ? Number(text) : undefined
}
