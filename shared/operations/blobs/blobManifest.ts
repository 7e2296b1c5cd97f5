import { canonicalJson } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { CommitDigest } from '../commitPorts.ts'
import { utf8Decode, utf8Encode } from '../commitUtf8.ts'
import { digestOfNothing, hexDigest, isHexDigest } from './hexDigest.ts'

/**
 * The hash list of one blob [BL1]. Nobody signs it: a false one is found out when the whole does not match, and
 * there is one true manifest per content, since the size of chunks is fixed.
 */
export interface BlobManifest {
  /** SHA-256 of the content, hex: the name that operations cite. */
  readonly sha256: string
  readonly sizeBytes: number
  /** SHA-256 of each chunk, hex, in order. */
  readonly chunks: readonly string[]
}

export const blobChunkBytes = 1024 * 1024
/** 256 MiB: scans and annexes, neither films nor archives. */
export const maxBlobBytes = 256 * blobChunkBytes
/** A manifest of 256 chunks takes 17 KiB. */
export const maxManifestBytes = 32 * 1024

/** Size of one chunk: 1 MiB, less for the last. */
export const chunkSizeAt = ({ sizeBytes }: BlobManifest, index: number): number =>
  Math.min(blobChunkBytes, sizeBytes - index * blobChunkBytes)

/** Of a content that fits in memory. Refuses `blob.too-large`. */
export function describeBlob(content: Uint8Array, ports: CommitDigest): Result<BlobManifest> {
  if (content.length > maxBlobBytes) return tooLarge(content.length)
  const chunks: string[] = []
  for (let at = 0; at < content.length; at += blobChunkBytes)
    chunks.push(hexDigest(content.subarray(at, at + blobChunkBytes), ports))
  return ok({ sha256: hexDigest(content, ports), sizeBytes: content.length, chunks })
}

/** Canonical JSON with `v` 1: one run of bytes per manifest, whose SHA-256 names the transfer. */
export const encodeBlobManifest = ({ sha256, sizeBytes, chunks }: BlobManifest): Uint8Array =>
  utf8Encode(canonicalJson({ v: 1, sha256, sizeBytes, chunks }))

/** Names one transfer: two manifests of one blob, one of them false, are two transfers that do not mix. */
export const transferOf = (manifest: BlobManifest, ports: CommitDigest): string =>
  hexDigest(encodeBlobManifest(manifest), ports)

/** Refuses `blob.too-large` and, for any bytes that {@link encodeBlobManifest} would not have written, `blob.malformed`. */
export function decodeBlobManifest(bytes: Uint8Array): Result<BlobManifest> {
  if (bytes.length > maxManifestBytes) return refuse('blob.malformed')
  const text = utf8Decode(bytes)
  const read = text === undefined ? undefined : parsed(text)
  if (typeof read !== 'object' || read === null) return refuse('blob.malformed')
  const { sha256, sizeBytes, chunks } = read as Partial<BlobManifest>
  if (!isHexDigest(sha256) || !Number.isSafeInteger(sizeBytes) || !Array.isArray(chunks))
    return refuse('blob.malformed')
  const manifest = { sha256, sizeBytes: sizeBytes as number, chunks: chunks as readonly string[] }
  if (manifest.sizeBytes > maxBlobBytes) return tooLarge(manifest.sizeBytes)
  if (!isCoherent(manifest) || canonicalJson({ v: 1, ...manifest }) !== text) return refuse('blob.malformed')
  return ok(manifest)
}

function isCoherent({ sha256, sizeBytes, chunks }: BlobManifest): boolean {
  return (
    sizeBytes >= 0 &&
    chunks.length === Math.ceil(sizeBytes / blobChunkBytes) &&
    chunks.every(isHexDigest) &&
    (chunks.length > 0 || sha256 === digestOfNothing) &&
    (chunks.length !== 1 || chunks[0] === sha256)
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const tooLarge = (sizeBytes: number) =>
  refuse('blob.too-large', { sizeBytes, largest: maxBlobBytes / blobChunkBytes })
