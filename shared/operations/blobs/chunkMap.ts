import { base64UrlDecode, base64UrlEncode } from '../commitBase64Url.ts'

/**
 * Which of `count` chunks are held. Bit `i` is `bits[i >> 3] & (1 << (i & 7))`; the spare bits of the last byte are 0,
 * so that there is one map, and one text, per set of chunks. Never changed in place. [BL3]
 */
export interface ChunkMap {
  readonly count: number
  readonly bits: Uint8Array
}

export const emptyChunkMap = (count: number): ChunkMap => ({ count, bits: new Uint8Array(bytesFor(count)) })

export function fullChunkMap(count: number): ChunkMap {
  const bits = new Uint8Array(bytesFor(count)).fill(0xff)
  if (count % 8 !== 0) bits[bits.length - 1] = (1 << (count % 8)) - 1
  return { count, bits }
}

export const hasChunk = ({ count, bits }: ChunkMap, index: number): boolean =>
  index >= 0 && index < count && ((bits[index >> 3] ?? 0) & (1 << (index & 7))) !== 0

/** @throws RangeError on a chunk that the blob does not have: the caller checked what came from elsewhere. */
export function withChunk(map: ChunkMap, index: number): ChunkMap {
  if (!Number.isInteger(index) || index < 0 || index >= map.count)
    throw new RangeError(`no chunk ${index} of ${map.count}`)
  const bits = map.bits.slice()
  bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7))
  return { count: map.count, bits }
}

/** In ascending order. */
export function missingChunks(map: ChunkMap): readonly number[] {
  const missing: number[] = []
  for (let index = 0; index < map.count; index++) if (!hasChunk(map, index)) missing.push(index)
  return missing
}

export const isWhole = (map: ChunkMap): boolean => missingChunks(map).length === 0

/** The map of what is *missing*, base64url: what `HEAD` answers. */
export const missingText = (map: ChunkMap): string =>
  base64UrlEncode(missingChunks(map).reduce(withChunk, emptyChunkMap(map.count)).bits)

/** The held map back from {@link missingText}; undefined for any text that it would not have written for this count. */
export function heldFromMissingText(count: number, text: string): ChunkMap | undefined {
  const missing = base64UrlDecode(text)
  if (missing === undefined || missing.length !== bytesFor(count)) return undefined
  const full = fullChunkMap(count)
  if (missing.some((byte, place) => (byte & ~(full.bits[place] ?? 0)) !== 0)) return undefined
  return { count, bits: full.bits.map((byte, place) => byte & ~(missing[place] ?? 0)) }
}

const bytesFor = (count: number) => Math.ceil(count / 8)
