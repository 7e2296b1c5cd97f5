import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { decodeKeyArea, encodeKeyArea, type KeyArea, type KeyAreaReading, keyAreaBytes } from './keyArea.ts'
import { keyAreaOffsets, reservedEndBytes } from './reservedPages.ts'

export interface KeyAreaCopies {
  readonly sizeBytes: number
  readonly copies: readonly [KeyAreaReading, KeyAreaReading]
}

/**
 * Reads both copies. Only with the database closed in this process: closing any descriptor of a file drops the POSIX
 * locks that SQLite holds on it.
 */
export function readKeyAreaCopies(path: string): KeyAreaCopies {
  const descriptor = openSync(path, 'r')
  try {
    const [first, second] = keyAreaOffsets.map((offset) => {
      const block = Buffer.alloc(keyAreaBytes)
      const count = readSync(descriptor, block, 0, keyAreaBytes, offset)
      return decodeKeyArea(block.subarray(0, count))
    }) as [KeyAreaReading, KeyAreaReading]
    return { sizeBytes: fstatSync(descriptor).size, copies: [first, second] }
  } finally {
    closeSync(descriptor)
  }
}

/** The copy that counts: the valid one of the highest generation, else the reading that says most. */
export function effectiveReading({
  sizeBytes,
  copies,
}: KeyAreaCopies): KeyAreaReading | { readonly kind: 'truncated' } {
  const [first, second] = copies
  if (first.kind === 'valid' && second.kind === 'valid')
    return second.area.generation > first.area.generation ? second : first
  const order: readonly KeyAreaReading['kind'][] = ['newer-format', 'valid', 'damaged', 'foreign']
  const best = order.indexOf(first.kind) <= order.indexOf(second.kind) ? first : second
  return best.kind !== 'foreign' && sizeBytes < reservedEndBytes ? { kind: 'truncated' } : best
}

/**
 * Writes the area to both copies, the stale one first, each fsynced before the next: at every moment one whole copy is
 * on the disk, and at the end no slot of an earlier secret is left. Only with the database closed.
 */
export function writeKeyArea(path: string, area: KeyArea): void {
  const [first, second] = readKeyAreaCopies(path).copies
  const [offsetOfFirst, offsetOfSecond] = keyAreaOffsets
  const firstIsTruth =
    first.kind === 'valid' && (second.kind !== 'valid' || first.area.generation >= second.area.generation)
  const block = encodeKeyArea(area)
  const descriptor = openSync(path, 'r+')
  try {
    for (const offset of firstIsTruth ? [offsetOfSecond, offsetOfFirst] : [offsetOfFirst, offsetOfSecond]) {
      writeSync(descriptor, block, 0, block.length, offset)
      fsyncSync(descriptor)
    }
  } finally {
    closeSync(descriptor)
  }
}
