import { maxControlBytes, maxFrameBytes, maxParts } from './wireLimits.ts'

/**
 * Cuts what goes into frames of one type, in order, into runs that each fit one frame. An item too large by itself stands
 * alone, and `encodeFrame` refuses it.
 * @param partsOf the byte strings that the item puts into the frame.
 */
export function sliceForFrames<T>(
  items: readonly T[],
  partsOf: (item: T) => readonly (Uint8Array | null)[],
  limitBytes = roomBytes,
): readonly (readonly T[])[] {
  const slices: T[][] = []
  let slice: T[] = []
  let sizeBytes = 0
  let partCount = 0
  for (const item of items) {
    const parts = partsOf(item)
    const itemBytes = parts.reduce((total, part) => total + 4 + (part?.length ?? 0), 0)
    const full =
      sizeBytes + itemBytes > Math.min(limitBytes, roomBytes) || partCount + parts.length > maxParts
    if (slice.length > 0 && full) {
      slices.push(slice)
      slice = []
      sizeBytes = 0
      partCount = 0
    }
    slice.push(item)
    sizeBytes += itemBytes
    partCount += parts.length
  }
  if (slice.length > 0) slices.push(slice)
  return slices
}

/** What is left for byte strings beside the head and a control of any length. */
const roomBytes = maxFrameBytes - maxControlBytes - 16
