import { type BlobManifest, decodeBlobManifest, encodeBlobManifest } from '../blobs/blobManifest.ts'
import { utf8Decode, utf8Encode } from '../commitUtf8.ts'
import { type BundleContents, decodeBundleContents, encodeBundleContents } from './bundleContents.ts'

/** One thing that a bundle carries, verbatim: what reads it hands it to the same door as any other path. */
export type BundleRecord =
  /** `body` null: its reader may not read it; header and signature still let him verify the chain. */
  | {
      readonly kind: 'commit'
      readonly header: Uint8Array
      readonly body: Uint8Array | null
      readonly signature: Uint8Array
    }
  /** `entry` as the authority wrote it, and the receipt r_g that covers it. */
  | { readonly kind: 'entry'; readonly entry: Uint8Array; readonly receipt: Uint8Array }
  | { readonly kind: 'checkpoint'; readonly checkpoint: Uint8Array; readonly signature: Uint8Array }
  /** Then its chunks, in order. `scope`: where the operation that cites it is read. */
  | { readonly kind: 'blob'; readonly scope: string; readonly manifest: BlobManifest }
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array }
  /** The last one, and only once. */
  | { readonly kind: 'contents'; readonly contents: BundleContents }

/** Kind u8 · length of the rest u32, little endian · the rest. */
export const recordStartBytes = 5
/** What a reader holds in memory at most: the contents of the bundle of a very large committee. */
export const maxRecordBytes = 16 * 1024 * 1024

export function encodeBundleRecord(record: BundleRecord): Uint8Array {
  const payload = payloadOf(record)
  const bytes = new Uint8Array(recordStartBytes + payload.length)
  bytes[0] = kinds.indexOf(record.kind) + 1
  new DataView(bytes.buffer).setUint32(1, payload.length, true)
  bytes.set(payload, recordStartBytes)
  return bytes
}

/** Kinds by number, from 1. Never renumbered. */
export const kinds = ['commit', 'entry', 'checkpoint', 'blob', 'chunk', 'contents'] as const

/** Undefined when the payload is not one of its kind. The parts are copies: the buffer may be used again. */
export function decodeBundleRecord(kind: number, payload: Uint8Array): BundleRecord | undefined {
  switch (kinds[kind - 1]) {
    case 'commit':
      return readCommit(payload)
    case 'entry':
      return payload.length > 32
        ? { kind: 'entry', receipt: payload.slice(0, 32), entry: payload.slice(32) }
        : undefined
    case 'checkpoint':
      return payload.length > 64
        ? { kind: 'checkpoint', signature: payload.slice(0, 64), checkpoint: payload.slice(64) }
        : undefined
    case 'blob':
      return readBlob(payload)
    case 'chunk':
      return { kind: 'chunk', bytes: payload.slice() }
    case 'contents': {
      const contents = decodeBundleContents(payload)
      return contents === undefined ? undefined : { kind: 'contents', contents }
    }
    case undefined:
      return undefined
  }
}

function payloadOf(record: BundleRecord): Uint8Array {
  switch (record.kind) {
    case 'commit': {
      const { header, body, signature } = record
      return joined(
        new Uint8Array([body === null ? 0 : 1]),
        signature,
        number32(header.length),
        header,
        body ?? new Uint8Array(),
      )
    }
    case 'entry':
      return joined(record.receipt, record.entry)
    case 'checkpoint':
      return joined(record.signature, record.checkpoint)
    case 'blob': {
      const scope = utf8Encode(record.scope)
      return joined(number32(scope.length), scope, encodeBlobManifest(record.manifest))
    }
    case 'chunk':
      return record.bytes
    case 'contents':
      return encodeBundleContents(record.contents)
  }
}

/** Has a body u8 · signature (64) · length of the header u32 · header · body. */
function readCommit(payload: Uint8Array): BundleRecord | undefined {
  const hasBody = payload[0]
  const headerLength = readNumber32(payload, 65)
  if (headerLength === undefined || headerLength === 0 || 69 + headerLength > payload.length) return undefined
  const body = payload.slice(69 + headerLength)
  if (hasBody !== (body.length > 0 ? 1 : 0)) return undefined
  return {
    kind: 'commit',
    signature: payload.slice(1, 65),
    header: payload.slice(69, 69 + headerLength),
    body: hasBody === 1 ? body : null,
  }
}

/** Length of the scope u32 · scope · manifest. */
function readBlob(payload: Uint8Array): BundleRecord | undefined {
  const length = readNumber32(payload, 0)
  if (length === undefined || length === 0 || 4 + length > payload.length) return undefined
  const scope = utf8Decode(payload.subarray(4, 4 + length))
  const manifest = decodeBlobManifest(payload.subarray(4 + length))
  return scope === undefined || !manifest.ok ? undefined : { kind: 'blob', scope, manifest: manifest.value }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function number32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value, true)
  return bytes
}

function readNumber32(bytes: Uint8Array, at: number): number | undefined {
  return bytes.length < at + 4
    ? undefined
    : new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true)
}
