import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { CommitDigest } from '../commitPorts.ts'
import { utf8Encode } from '../commitUtf8.ts'
import { type BundleClosing, frameSealBytes, maxClosingBytes } from './bundleClosing.ts'
import { maxHeaderBytes } from './bundleHeader.ts'

/**
 * Where each part of a bundle lies (`docs/sync-bundle.md` §1): start (24) · header · frames · closing · signature (64) ·
 * end (16). Numbers are little endian.
 */
export const startBytes = 24
export const endBytes = 16
export const bundleSignatureBytes = 64

export function encodeStart(headerBytes: number): Uint8Array {
  const bytes = new Uint8Array(startBytes)
  bytes.set(startMagic)
  const view = new DataView(bytes.buffer)
  view.setUint16(16, bundleFormat, true)
  view.setUint32(20, headerBytes, true)
  return bytes
}

/** The length of the header. Refuses `bundle.not-a-bundle`, `bundle.newer-version`, `bundle.cut`, `bundle.altered`. */
export function decodeStart(bytes: Uint8Array): Result<number> {
  if (!startsWith(bytes, startMagic))
    // What is left of a bundle that was being written when the key was pulled out.
    return refuse(isPrefix(bytes) ? 'bundle.cut' : 'bundle.not-a-bundle')
  if (bytes.length < startBytes) return refuse('bundle.cut')
  const view = new DataView(bytes.buffer, bytes.byteOffset, startBytes)
  const format = view.getUint16(16, true)
  if (format !== bundleFormat)
    return refuse(format > bundleFormat ? 'bundle.newer-version' : 'bundle.altered', { format })
  const length = view.getUint32(20, true)
  return view.getUint16(18, true) === 0 && length > 0 && length <= maxHeaderBytes
    ? ok(length)
    : refuse('bundle.altered', { where: 'start' })
}

export function encodeEnd(closingBytes: number): Uint8Array {
  const bytes = new Uint8Array(endBytes)
  new DataView(bytes.buffer).setUint32(0, closingBytes, true)
  bytes.set(endMagic, 4)
  return bytes
}

/** The length of the closing. Refuses `bundle.cut`: a file that does not end so was never finished, or was cut. */
export function decodeEnd(bytes: Uint8Array): Result<number> {
  if (bytes.length !== endBytes || !startsWith(bytes.subarray(4), endMagic)) return refuse('bundle.cut')
  const length = new DataView(bytes.buffer, bytes.byteOffset, endBytes).getUint32(0, true)
  return length > 0 && length <= maxClosingBytes ? ok(length) : refuse('bundle.altered', { where: 'end' })
}

/** What a whole file weighs, to the byte: nothing hides between the parts. */
export const bundleBytes = (
  headerBytes: number,
  closingBytes: number,
  { contentBytes, frames }: BundleClosing,
): number =>
  startBytes +
  headerBytes +
  contentBytes +
  frames.length * frameSealBytes +
  closingBytes +
  bundleSignatureBytes +
  endBytes

/** What the exporter signs: the recipients and the content together, so that neither is spliced with another. */
export function signedBundleBytes(
  startAndHeader: Uint8Array,
  closing: Uint8Array,
  { sha256 }: CommitDigest,
): Uint8Array {
  const prefix = utf8Encode('delibere/bundle/1\0')
  const bytes = new Uint8Array(prefix.length + 64)
  bytes.set(prefix)
  bytes.set(sha256(startAndHeader), prefix.length)
  bytes.set(sha256(closing), prefix.length + 32)
  return bytes
}

export const bundleFormat = 1
const startMagic = utf8Encode('DELIBERE CLE\r\n\x1a\0')
const endMagic = utf8Encode('\0CLE FIN\r\n\x1a\0')

const startsWith = (bytes: Uint8Array, magic: Uint8Array) =>
  magic.every((byte, place) => bytes[place] === byte)
const isPrefix = (bytes: Uint8Array) =>
  bytes.length < startMagic.length && bytes.every((byte, place) => startMagic[place] === byte)
