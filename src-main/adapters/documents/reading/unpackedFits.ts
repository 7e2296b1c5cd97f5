import { inflateSync } from 'node:zlib'
import { largestFileBytes, largestUnpackedBytes } from './limits.ts'

/**
 * Whether the compressed streams of a PDF unpack within the limit, nested ones included [VF1]. Asked before a library
 * unpacks them without counting. Pictures are unpacked one at a time, if at all, and count one by one: a scan of a hundred
 * pages passes any sum. Compressions that a file of ours never uses are not read.
 */
export function unpackedFits(bytes: Uint8Array): boolean {
  if (bytes.length > largestFileBytes) return false
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (source.includes('/LZWDecode') || source.includes('/RunLengthDecode') || source.includes('/Crypt'))
    return false
  let budget = largestUnpackedBytes
  let position = source.indexOf('stream')
  while (position !== -1) {
    let start = position + 'stream'.length
    if (source[start] === 0x0d) start++
    if (source[start] === 0x0a) start++
    const used =
      source.toString('latin1', position - 3, position) === 'end'
        ? 0
        : unpackedLength(source.subarray(start), budget, 3)
    if (used === null) return false
    if (!isPicture(source, position)) budget -= used
    position = source.indexOf('stream', position + 6)
  }
  return true
}

/** By its dictionary, which stands just before; one that also says it holds objects, or hides its names, is none. */
function isPicture(source: Buffer, position: number): boolean {
  const start = source.lastIndexOf('obj', position)
  if (start === -1 || position - start > 4_000) return false
  const dictionary = source.toString('latin1', start, position)
  return /\/Subtype\s*\/Image\b/u.test(dictionary) && !/\/ObjStm|\/XRef|#/u.test(dictionary)
}

/** Bytes after unpacking, 0 for what is not compressed, null when it passes the budget. */
function unpackedLength(source: Buffer, budget: number, depth: number): number | null {
  // First byte of a zlib stream: method 8.
  if (source.length < 2 || ((source[0] ?? 0) & 0x0f) !== 8) return 0
  let unpacked: Buffer
  try {
    unpacked = inflateSync(source, { maxOutputLength: Math.max(1, budget) })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? null : 0
  }
  if (depth === 0) return unpacked.length
  const inner = unpackedLength(unpacked, budget - unpacked.length, depth - 1)
  return inner === null ? null : unpacked.length + inner
}
