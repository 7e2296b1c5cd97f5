import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  emptyChunkMap,
  fullChunkMap,
  hasChunk,
  heldFromMissingText,
  isWhole,
  missingChunks,
  missingText,
  withChunk,
} from '#shared/operations/blobs/chunkMap.ts'

const count = fc.nat(70)
const chunks = count.chain((size) =>
  fc.record({
    size: fc.constant(size),
    held: size === 0 ? fc.constant<number[]>([]) : fc.array(fc.nat(size - 1)),
  }),
)

test('[BL3] a map of chunks says what a set of numbers says', () => {
  fc.assert(
    fc.property(chunks, ({ size, held }) => {
      const map = held.reduce(withChunk, emptyChunkMap(size))
      const model = new Set(held)
      const all = Array.from({ length: size }, (_, index) => index)
      expect(all.filter((index) => hasChunk(map, index))).toEqual(all.filter((index) => model.has(index)))
      expect(missingChunks(map)).toEqual(all.filter((index) => !model.has(index)))
      expect(isWhole(map)).toBe(model.size === size)
      expect([hasChunk(map, -1), hasChunk(map, size)]).toEqual([false, false])
    }),
  )
})

test('[BL3] one text per map: what it would not have written is not read', () => {
  fc.assert(
    fc.property(chunks, ({ size, held }) => {
      const map = held.reduce(withChunk, emptyChunkMap(size))
      expect(heldFromMissingText(size, missingText(map))).toEqual(map)
    }),
  )
  expect(heldFromMissingText(3, missingText(emptyChunkMap(3)))).toEqual(emptyChunkMap(3))
  // 9 chunks in a text of 3, a spare bit set, no base64url, a byte too many.
  expect(['_wE', 'CA', '=', 'AAA'].map((text) => heldFromMissingText(3, text))).toEqual(
    Array(4).fill(undefined),
  )
})

test('[BL3] a map is never changed in place, and holds no chunk beyond its count', () => {
  const empty = emptyChunkMap(9)
  expect(withChunk(empty, 8)).toEqual({ count: 9, bits: new Uint8Array([0, 1]) })
  expect(empty).toEqual({ count: 9, bits: new Uint8Array([0, 0]) })
  expect(fullChunkMap(9)).toEqual({ count: 9, bits: new Uint8Array([255, 1]) })
  expect(() => withChunk(empty, 9)).toThrow('no chunk 9 of 9')
})
