import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { base64UrlDecode } from '../commitBase64Url.ts'
import type { CommitDigest, CommitSigner, CommitVerifier } from '../commitPorts.ts'
import { utf8Decode, utf8Encode } from '../commitUtf8.ts'

/** What an authority holds of one scope at one place of its log, as rows in chunks [FS1]. Binary members are base64url. */
export interface FirstSyncManifest {
  /** Committee: the id of its file. */
  readonly org: string
  readonly log: string
  readonly scope: string
  /** Place of the log that the rows are the state of, and the receipt r_g: the feed goes on after it. */
  readonly g: number
  readonly r: string
  /** Version of the schemas of the rows. */
  readonly sv: number
  /** Of all chunks. */
  readonly rows: number
  /** {@link nextContentDigest} over the content of all chunks, in order. */
  readonly digest: string
  readonly chunks: readonly FirstSyncChunk[]
}

export interface FirstSyncChunk {
  /** base64url of the SHA-256 of the chunk as it travels, compressed. */
  readonly sha256: string
  /** As it travels. */
  readonly bytes: number
  readonly rows: number
}

/** The bytes that were signed, verbatim. */
export interface SignedFirstSync {
  readonly manifest: Uint8Array
  readonly signature: Uint8Array
}

export const maxRowsPerChunk = 5000
export const maxChunkBytes = 4 * 1024 * 1024
/** Of a chunk once opened: a few bytes must not unfold into gigabytes. */
export const maxChunkContentBytes = 32 * 1024 * 1024
const maxFirstSyncManifestBytes = 4 * 1024 * 1024

export function signFirstSync(manifest: FirstSyncManifest, signer: CommitSigner): SignedFirstSync {
  const bytes = utf8Encode(canonicalJson({ v: 1, ...manifest } as unknown as Json))
  return { manifest: bytes, signature: signer.sign(signedText(bytes)) }
}

/**
 * Refuses `first-sync.bad-signature`, then `first-sync.malformed`: nothing of what a stranger wrote is read.
 * @param publicKey raw Ed25519 key of the authority.
 */
export function verifyFirstSync(
  { manifest: bytes, signature }: SignedFirstSync,
  publicKey: Uint8Array,
  ports: CommitVerifier,
): Result<FirstSyncManifest> {
  if (bytes.length > maxFirstSyncManifestBytes) return refuse('first-sync.malformed')
  if (!ports.verify(publicKey, signedText(bytes), signature)) return refuse('first-sync.bad-signature')
  const text = utf8Decode(bytes)
  const read = text === undefined ? undefined : parsed(text)
  if (!isRecord(read) || read.v !== 1 || canonicalJson(read as Json) !== text)
    return refuse('first-sync.malformed')
  const { v: _format, ...manifest } = read
  return isManifest(manifest) ? ok(manifest) : refuse('first-sync.malformed')
}

/** d_i = sha256(d_{i-1} ‖ sha256(content_i)), d_0 of 32 zeros: a chain, so that it can be gone on with after a cut. */
export function nextContentDigest(
  previous: Uint8Array,
  content: Uint8Array,
  { sha256 }: CommitDigest,
): Uint8Array {
  const bytes = new Uint8Array(64)
  bytes.set(previous)
  bytes.set(sha256(content), 32)
  return sha256(bytes)
}

const signedText = (bytes: Uint8Array): Uint8Array => {
  const prefix = utf8Encode('delibere/first-sync/1\0')
  const all = new Uint8Array(prefix.length + bytes.length)
  all.set(prefix)
  all.set(bytes, prefix.length)
  return all
}

function isManifest(value: Record<string, unknown>): value is Record<string, unknown> & FirstSyncManifest {
  const { org, log, scope, g, r, sv, rows, digest, chunks } = value
  return (
    Object.keys(value).length === 9 &&
    [org, log, scope].every((text) => typeof text === 'string' && text.length > 0) &&
    [g, sv, rows].every(isCount) &&
    [r, digest].every(isDigest) &&
    Array.isArray(chunks) &&
    chunks.every(isChunk) &&
    chunks.reduce((sum, chunk) => sum + chunk.rows, 0) === rows
  )
}

const isChunk = (value: unknown): value is FirstSyncChunk =>
  isRecord(value) &&
  Object.keys(value).length === 3 &&
  isDigest(value.sha256) &&
  isWithin(value.bytes, maxChunkBytes) &&
  isWithin(value.rows, maxRowsPerChunk)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isWithin = (value: unknown, max: number) => isCount(value) && value >= 1 && value <= max
const isDigest = (value: unknown) => typeof value === 'string' && base64UrlDecode(value)?.length === 32
