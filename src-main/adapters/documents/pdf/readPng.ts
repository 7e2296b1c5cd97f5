import { unzlibSync } from 'fflate'

/** Samples of one byte, row after row from the top; 1 (grey) or 3 (red, green, blue) a pixel. */
export interface Raster {
  readonly widthPx: number
  readonly heightPx: number
  readonly components: 1 | 3
  readonly samples: Uint8Array
}

/** More than a photograph of a telephone; a file that announces more is not unpacked. */
const largestPixels = 32_000_000

/**
 * Decodes a PNG of any kind, what is see-through laid on white: the pages are white, and an archive wants no
 * transparency. null when it is broken. Never throws.
 */
export function readPng(bytes: Uint8Array): Raster | null {
  try {
    const file = readChunks(bytes)
    return file === null ? null : toRaster(file)
  } catch {
    return null
  }
}

interface PngFile {
  readonly widthPx: number
  readonly heightPx: number
  /** Bits a sample. */
  readonly depth: number
  readonly colorType: number
  readonly interlaced: boolean
  readonly palette: Uint8Array
  readonly transparency: Uint8Array
  readonly packed: Uint8Array
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** By colour type; 0 where there is none. */
const samplesPerPixel = [1, 0, 3, 1, 2, 0, 4]

function readChunks(bytes: Uint8Array): PngFile | null {
  if (signature.some((byte, index) => bytes[index] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const empty = new Uint8Array()
  const chunks: Record<string, Uint8Array> = {}
  const parts: Uint8Array[] = []
  for (let offset = 8; offset + 12 <= bytes.length; ) {
    const length = view.getUint32(offset)
    const type = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8))
    const content = bytes.subarray(offset + 8, offset + 8 + length)
    if (content.length < length || type === 'IEND') break
    if (type === 'IDAT') parts.push(content)
    else chunks[type] ??= content
    offset += 12 + length
  }
  const head = chunks.IHDR
  if (head === undefined || head.length < 13) return null
  const headView = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const [widthPx, heightPx] = [headView.getUint32(0), headView.getUint32(4)]
  const [depth = 0, colorType = 0, , , interlace = 0] = head.subarray(8)
  const isKnown = (samplesPerPixel[colorType] ?? 0) > 0 && [1, 2, 4, 8, 16].includes(depth)
  if (!isKnown || widthPx === 0 || heightPx === 0 || widthPx * heightPx > largestPixels) return null
  if (colorType === 3 && (chunks.PLTE === undefined || depth === 16)) return null
  return {
    widthPx,
    heightPx,
    depth,
    colorType,
    interlaced: interlace === 1,
    palette: chunks.PLTE ?? empty,
    transparency: chunks.tRNS ?? empty,
    packed: new Uint8Array(Buffer.concat(parts)),
  }
}

interface Pass {
  readonly left: number
  readonly top: number
  readonly stepX: number
  readonly stepY: number
}

const pass = (left: number, top: number, stepX: number, stepY: number): Pass => ({ left, top, stepX, stepY })
const wholePass = [pass(0, 0, 1, 1)]
/** The seven turns of an interlaced file. */
const adam7 = [
  pass(0, 0, 8, 8),
  pass(4, 0, 8, 8),
  pass(0, 4, 4, 8),
  pass(2, 0, 4, 4),
  pass(0, 2, 2, 4),
  pass(1, 0, 2, 2),
  pass(0, 1, 1, 2),
]

function toRaster(file: PngFile): Raster | null {
  const { widthPx, heightPx, depth } = file
  const perPixel = samplesPerPixel[file.colorType] ?? 1
  const sizes = (file.interlaced ? adam7 : wholePass)
    .map((each) => ({
      ...each,
      columns: Math.max(0, Math.ceil((widthPx - each.left) / each.stepX)),
      rows: Math.max(0, Math.ceil((heightPx - each.top) / each.stepY)),
    }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0)
    .map((each) => ({ ...each, rowBytes: Math.ceil((each.columns * perPixel * depth) / 8) }))
  const total = sizes.reduce((sum, { rows, rowBytes }) => sum + rows * (rowBytes + 1), 0)
  // The room is bounded by what the head announces, whatever the stream unpacks to.
  const data = unzlibSync(file.packed, { out: new Uint8Array(total) })
  if (data.length < total) return null
  const components = file.colorType === 0 || file.colorType === 4 ? 1 : 3
  const samples = new Uint8Array(widthPx * heightPx * components)
  const paint = painter(file, components)
  const pixelBytes = Math.max(1, (perPixel * depth) >> 3)
  let offset = 0
  for (const { left, top, stepX, stepY, columns, rows, rowBytes } of sizes) {
    let previous: Uint8Array = new Uint8Array(rowBytes)
    for (let row = 0; row < rows; row++) {
      const line = data.subarray(offset + 1, offset + 1 + rowBytes)
      if (!unfilter(data[offset] ?? 0, line, previous, pixelBytes)) return null
      for (let column = 0; column < columns; column++) {
        const target = ((top + row * stepY) * widthPx + left + column * stepX) * components
        paint(line, column, samples, target)
      }
      previous = line
      offset += 1 + rowBytes
    }
  }
  return { widthPx, heightPx, components, samples }
}

/** In place; false for a filter that does not exist. */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, pixelBytes: number): boolean {
  for (let index = 0; index < line.length; index++) {
    const left = index < pixelBytes ? 0 : (line[index - pixelBytes] ?? 0)
    const up = above[index] ?? 0
    const upLeft = index < pixelBytes ? 0 : (above[index - pixelBytes] ?? 0)
    const byte = line[index] ?? 0
    if (filter === 1) line[index] = byte + left
    else if (filter === 2) line[index] = byte + up
    else if (filter === 3) line[index] = byte + ((left + up) >> 1)
    else if (filter === 4) line[index] = byte + paeth(left, up, upLeft)
    else if (filter !== 0) return false
  }
  return true
}

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft
  const [toLeft, toUp, toUpLeft] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)]
  if (toLeft <= toUp && toLeft <= toUpLeft) return left
  return toUp <= toUpLeft ? up : upLeft
}

type Paint = (line: Uint8Array, column: number, samples: Uint8Array, target: number) => void

function painter({ depth, colorType, palette, transparency }: PngFile, components: 1 | 3): Paint {
  /** As stored, not yet stretched to a byte; the high byte of sixteen bits. */
  const stored = (line: Uint8Array, index: number): number => {
    if (depth === 8) return line[index] ?? 0
    if (depth === 16) return line[index * 2] ?? 0
    const bit = index * depth
    return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
  }
  const onWhite = (value: number, alpha: number): number =>
    Math.round((value * alpha + 255 * (255 - alpha)) / 255)
  if (colorType === 3) {
    return (line, column, samples, target) => {
      const index = stored(line, column)
      const alpha = transparency[index] ?? 255
      for (let part = 0; part < 3; part++)
        samples[target + part] = onWhite(palette[index * 3 + part] ?? 0, alpha)
    }
  }
  const stretch = depth < 8 ? 255 / ((1 << depth) - 1) : 1
  const hasAlpha = colorType === 4 || colorType === 6
  const perPixel = components + (hasAlpha ? 1 : 0)
  /** The one colour that is see-through, of a file without alpha. */
  const key = Array.from({ length: transparency.length >> 1 }, (_, part) =>
    depth === 16 ? transparency[part * 2] : transparency[part * 2 + 1],
  )
  return (line, column, samples, target) => {
    const first = column * perPixel
    let alpha = hasAlpha ? stored(line, first + components) : 255
    if (!hasAlpha && key.length >= components) {
      let isKey = true
      for (let part = 0; part < components; part++) isKey &&= stored(line, first + part) === key[part]
      if (isKey) alpha = 0
    }
    for (let part = 0; part < components; part++)
      samples[target + part] = onWhite(stored(line, first + part) * stretch, alpha)
  }
}
