import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import {
  type BundleClosing,
  decodeBundleClosing,
  frameContentBytes,
  frameSealBytes,
  maxClosingBytes,
  sealedFrameBytes,
} from '#shared/operations/bundle/bundleClosing.ts'
import { type BundleHeader, decodeBundleHeader } from '#shared/operations/bundle/bundleHeader.ts'
import {
  bundleBytes,
  bundleSignatureBytes,
  decodeEnd,
  decodeStart,
  endBytes,
  signedBundleBytes,
  startBytes,
} from '#shared/operations/bundle/bundleLayout.ts'
import { base64UrlDecode } from '#shared/operations/commitBase64Url.ts'
import type { CommitDigest, CommitVerifier } from '#shared/operations/commitPorts.ts'
import { keyRefusal } from './keyRefusal.ts'

/** A bundle whose start, end and signature hold; its frames are looked at one by one. */
export interface BundleFile {
  readonly header: BundleHeader
  readonly closing: BundleClosing
  readonly sizeBytes: number
  /** The sealed frame, good until the next call, when it is the one that was signed. Refuses `bundle.altered`, `bundle.cut`. */
  frame(index: number): Result<Buffer>
  close(): void
}

/**
 * Opens and checks everything but the frames. The signature holds under the key that the file itself names: whether
 * this key is known is the caller's to ask. Refuses `file.missing`, `bundle.not-a-bundle`, `bundle.newer-version`,
 * `bundle.cut`, `bundle.altered`.
 */
export function openBundleFile(path: string, ports: CommitDigest & CommitVerifier): Result<BundleFile> {
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch (error) {
    return keyRefusal(error, path, 'reading')
  }
  const opened = guarded(path, () => read(descriptor, path, ports))
  if (!opened.ok) closeSync(descriptor)
  return opened
}

function read(descriptor: number, path: string, ports: CommitDigest & CommitVerifier): Result<BundleFile> {
  const status = fstatSync(descriptor)
  if (!status.isFile()) return refuse('bundle.not-a-bundle', { path })
  const at = (position: number, length: number) => readAt(descriptor, position, length)
  const headerLength = decodeStart(at(0, startBytes))
  if (!headerLength.ok) return refuse(headerLength.refusal.code, { path, ...headerLength.refusal.details })
  const startAndHeader = at(0, startBytes + headerLength.value)
  const closingLength = decodeEnd(at(Math.max(0, status.size - endBytes), endBytes))
  if (!closingLength.ok) return closingLength
  const closingAt =
    status.size - endBytes - bundleSignatureBytes - Math.min(closingLength.value, maxClosingBytes)
  if (closingAt < startAndHeader.length) return refuse('bundle.cut')
  const header = decodeBundleHeader(startAndHeader.subarray(startBytes))
  if (!header.ok) return header
  const closingBytes = at(closingAt, closingLength.value)
  const closing = decodeBundleClosing(closingBytes)
  if (!closing.ok) return closing
  if (status.size !== bundleBytes(headerLength.value, closingLength.value, closing.value))
    return refuse('bundle.altered', { where: 'size' })
  const signature = at(closingAt + closingBytes.length, bundleSignatureBytes)
  const exporterKey = base64UrlDecode(header.value.exporter.key) ?? new Uint8Array()
  if (!ports.verify(exporterKey, signedBundleBytes(startAndHeader, closingBytes, ports), signature))
    return refuse('bundle.altered', { where: 'signature' })
  const frameAt = (index: number) => startAndHeader.length + index * (frameContentBytes + frameSealBytes)
  const frame = Buffer.alloc(frameContentBytes + frameSealBytes)
  return ok({
    header: header.value,
    closing: closing.value,
    sizeBytes: status.size,
    frame: (index) =>
      guarded(path, () => {
        const sealed = readAt(descriptor, frameAt(index), sealedFrameBytes(closing.value, index), frame)
        const digest = Buffer.from(ports.sha256(sealed)).toString('base64url')
        return digest === closing.value.frames[index]
          ? ok(sealed)
          : refuse('bundle.altered', { where: `frame ${index}` })
      }),
    close: () => closeSync(descriptor),
  })
}

/** Shorter than asked at the end of the file. */
function readAt(descriptor: number, position: number, length: number, buffer = Buffer.alloc(length)): Buffer {
  let done = 0
  while (done < length) {
    const count = readSync(descriptor, buffer, done, length - done, position + done)
    if (count === 0) break
    done += count
  }
  return buffer.subarray(0, done)
}

function guarded<T>(path: string, work: () => Result<T>): Result<T> {
  try {
    return work()
  } catch (error) {
    return keyRefusal(error, path, 'reading')
  }
}
