import { sliceForFrames } from '../wire/sliceForFrames.ts'
import type { PartOf } from '../wire/wireFrame.ts'
import { maxPartBytes } from '../wire/wireLimits.ts'

/** Cuts what is longer than a frame [EX1]: the parts of one message, in order. */
export function cutInParts(bytes: Uint8Array): readonly PartOf[] {
  const slices: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += maxPartBytes) slices.push(bytes.subarray(at, at + maxPartBytes))
  const frames = sliceForFrames(slices, (slice) => [slice])
  return frames.map((each, part) => ({ part, parts: frames.length, slices: each }))
}

/** Puts parts together again, up to a bound [EX1]. */
export interface Gathering {
  /** The first part begins anew. `more`: others follow. `wrong`: not the part that comes next, or too much; nothing is kept. */
  add(part: PartOf): Uint8Array | 'more' | 'wrong'
}

export function gatherParts(limitBytes: number): Gathering {
  let slices: Uint8Array[] = []
  let sizeBytes = 0
  let next = 0
  let parts = 0
  const forget = (): void => {
    slices = []
    sizeBytes = 0
    next = 0
  }
  return {
    add(part) {
      if (part.part === 0) forget()
      const isNext = part.part === next && (next === 0 || part.parts === parts)
      parts = part.parts
      sizeBytes += part.slices.reduce((sum, { length }) => sum + length, 0)
      if (!isNext || sizeBytes > limitBytes) {
        forget()
        return 'wrong'
      }
      slices.push(...part.slices)
      next++
      if (next < parts) return 'more'
      const bytes = joined(slices, sizeBytes)
      forget()
      return bytes
    },
  }
}

function joined(slices: readonly Uint8Array[], sizeBytes: number): Uint8Array {
  const [only] = slices
  if (only !== undefined && slices.length === 1) return only
  const bytes = new Uint8Array(sizeBytes)
  let at = 0
  for (const slice of slices) {
    bytes.set(slice, at)
    at += slice.length
  }
  return bytes
}
