import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { utf8Encode } from '../commitUtf8.ts'
import { isBytes, isCount, readCanonical } from './bundleHeader.ts'

/** The clear end of a bundle: how much is inside, and the digest of each sealed frame, in order. Signed with the header. */
export interface BundleClosing {
  readonly counts: BundleCounts
  /** Of the content before it is sealed. */
  readonly contentBytes: number
  /** base64url of the SHA-256 of each frame as it lies in the file, seal included. */
  readonly frames: readonly string[]
}

export interface BundleCounts {
  /** Commits with their body. */
  readonly commits: number
  /** Commits whose body its reader may not read: header and signature alone. */
  readonly headers: number
  readonly entries: number
  readonly checkpoints: number
  readonly blobs: number
}

/** Content of one frame; the last one is shorter, never empty. */
export const frameContentBytes = 1024 * 1024
export const frameSealBytes = 16
/** 2 GiB: below what the file system of an ordinary key takes in one file. */
export const maxFrames = 2048
export const maxClosingBytes = 128 * 1024

export const encodeBundleClosing = (closing: BundleClosing): Uint8Array =>
  utf8Encode(canonicalJson({ v: 1, ...closing } as unknown as Json))

/** Refuses `bundle.altered`. */
export function decodeBundleClosing(bytes: Uint8Array): Result<BundleClosing> {
  const read = readCanonical(bytes)
  const no = refuse('bundle.altered', { where: 'closing' })
  if (read === undefined || read.v !== 1 || Object.keys(read).length !== 4) return no
  const { counts, contentBytes, frames } = read
  if (!isCounts(counts) || !isCount(contentBytes) || !Array.isArray(frames)) return no
  const isSound =
    frames.length <= maxFrames &&
    frames.length === Math.ceil(contentBytes / frameContentBytes) &&
    frames.every((frame) => isBytes(frame, 32))
  return isSound ? ok({ counts, contentBytes, frames }) : no
}

/** Bytes of one frame in the file, seal included. */
export const sealedFrameBytes = (
  { contentBytes }: Pick<BundleClosing, 'contentBytes'>,
  index: number,
): number => Math.min(frameContentBytes, contentBytes - index * frameContentBytes) + frameSealBytes

const countNames = ['commits', 'headers', 'entries', 'checkpoints', 'blobs'] as const

function isCounts(value: unknown): value is BundleCounts {
  if (typeof value !== 'object' || value === null) return false
  const counts = value as Record<string, unknown>
  return Object.keys(counts).length === countNames.length && countNames.every((name) => isCount(counts[name]))
}
