import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createPictureBook } from '#main/adapters/documents/pdf/pictureBook.ts'
import { readJpegHead } from '#main/adapters/documents/pdf/readJpegHead.ts'
import { readPng } from '#main/adapters/documents/pdf/readPng.ts'
import { base64Of, greyJpeg, logoPng, pngOf } from '../fixtures/pictures.ts'

const samplesOf = (png: Uint8Array): readonly number[] | undefined => {
  const raster = readPng(png)
  return raster === null ? undefined : [...raster.samples]
}

it('[PG7] reads each kind of PNG, what is see-through laid on white', () => {
  const one = (depth: number, colorType: number, bytes: readonly number[], more = {}) =>
    samplesOf(pngOf(2, 1, { depth, colorType }, [[0, ...bytes]], more))
  expect({
    bits: one(1, 0, [0b01000000]),
    halfBytes: one(4, 0, [0x0f]),
    grey: one(8, 0, [0, 200]),
    sixteen: one(16, 0, [0x12, 0x34, 0xff, 0xff]),
    greyAndAlpha: one(8, 4, [0, 255, 0, 0]),
    colour: one(8, 2, [1, 2, 3, 4, 5, 6]),
    oneColourSeeThrough: one(8, 2, [1, 2, 3, 4, 5, 6], { tRNS: [0, 4, 0, 5, 0, 6] }),
    colourAndAlpha: one(8, 6, [10, 20, 30, 255, 0, 0, 0, 51]),
    palette: one(8, 3, [1, 0], { PLTE: [9, 9, 9, 7, 8, 9], tRNS: [0] }),
    paletteBits: one(2, 3, [0b01000000], { PLTE: [9, 9, 9, 7, 8, 9] }),
  }).toEqual({
    bits: [0, 255],
    halfBytes: [0, 255],
    grey: [0, 200],
    sixteen: [0x12, 255],
    greyAndAlpha: [0, 255],
    colour: [1, 2, 3, 4, 5, 6],
    oneColourSeeThrough: [1, 2, 3, 255, 255, 255],
    colourAndAlpha: [10, 20, 30, 204, 204, 204],
    palette: [7, 8, 9, 255, 255, 255],
    paletteBits: [7, 8, 9, 9, 9, 9],
  })
})

it('[PG7] undoes every filter, whatever the picture', () => {
  const picture = fc
    .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
    .chain(({ width, height }) =>
      fc.record({
        width: fc.constant(width),
        rows: fc.array(
          fc.record({
            filter: fc.integer({ min: 0, max: 4 }),
            bytes: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: width * 3, maxLength: width * 3 }),
          }),
          { minLength: height, maxLength: height },
        ),
      }),
    )
  fc.assert(
    fc.property(picture, ({ width, rows }) => {
      const scanlines = rows.map(({ filter, bytes }, row) => [
        filter,
        ...bytes.map((byte, index) => {
          const above = rows[row - 1]?.bytes
          const [left, up, upLeft] = [bytes[index - 3] ?? 0, above?.[index] ?? 0, above?.[index - 3] ?? 0]
          const nearest = [left, up, upLeft].toSorted(
            (a, b) => Math.abs(left + up - upLeft - a) - Math.abs(left + up - upLeft - b),
          )[0]
          return (byte - ([0, left, up, (left + up) >> 1, nearest][filter] ?? 0)) & 255
        }),
      ])
      expect(samplesOf(pngOf(width, rows.length, { depth: 8, colorType: 2 }, scanlines))).toEqual(
        rows.flatMap(({ bytes }) => bytes),
      )
    }),
  )
})

it('[PG7] puts the turns of an interlaced PNG back in their place', () => {
  const turns = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const
  const upTo = (size: number, first: number, step: number): readonly number[] =>
    Array.from({ length: size }, (_, index) => index).filter((at) => at >= first && (at - first) % step === 0)
  for (const [width, height] of [
    [1, 1],
    [3, 2],
    [5, 9],
    [16, 11],
  ] as const) {
    const grey = (x: number, y: number): number => (x * 17 + y * 31) & 255
    const scanlines = turns.flatMap(([left, top, stepX, stepY]) => {
      const columns = upTo(width, left, stepX)
      return columns.length === 0
        ? []
        : upTo(height, top, stepY).map((y) => [0, ...columns.map((x) => grey(x, y))])
    })
    expect(samplesOf(pngOf(width, height, { depth: 8, colorType: 0, interlaced: true }, scanlines))).toEqual(
      Array.from({ length: width * height }, (_, index) => grey(index % width, Math.floor(index / width))),
    )
  }
})

it('[PG7] a broken picture is none, and never throws', () => {
  const book = createPictureBook()
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 0, max: 400 }), (tail, length) => {
      for (const file of [logoPng, greyJpeg]) {
        const cut = new Uint8Array([...file.subarray(0, length), ...tail])
        readPng(cut)
        readJpegHead(cut)
        book.find({ format: 'png', base64: base64Of(cut) })
        book.find({ format: 'jpeg', base64: base64Of(cut) })
      }
    }),
  )
  expect(readPng(logoPng.subarray(0, logoPng.length - 60))).toBeNull()
  expect(readPng(pngOf(60_000, 60_000, { depth: 8, colorType: 0 }, [[0]]))).toBeNull()
  expect(readPng(pngOf(2, 2, { depth: 8, colorType: 0 }, [[0, 1, 2]]))).toBeNull()
  expect(readPng(pngOf(1, 1, { depth: 8, colorType: 0 }, [[9, 1]]))).toBeNull()
  expect(readJpegHead(greyJpeg.subarray(0, greyJpeg.length - 2))).toBeNull()
  const lossless = greyJpeg.map((byte, index) =>
    byte === 0xc0 && greyJpeg[index - 1] === 0xff ? 0xc3 : byte,
  )
  expect(readJpegHead(lossless)).toBeNull()
  expect(readJpegHead(greyJpeg)).toEqual({ widthPx: 8, heightPx: 8, components: 1, inverted: false })
})

it('[PG7] a picture met twice is kept once', () => {
  const book = createPictureBook()
  const block = { format: 'png' as const, base64: base64Of(logoPng) }
  expect(book.find(block)).toBe(book.find({ ...block }))
  expect(book.pictures).toHaveLength(1)
})
