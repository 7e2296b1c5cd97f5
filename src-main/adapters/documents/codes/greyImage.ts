/** A picture in grey: one byte a pixel, 0 black, 255 white, row by row from the top. */
export interface GreyImage {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** A sheet of A3 at 600 dots an inch. */
export const mostPixels = 72_000_000

/** What pdf.js gives of a picture: `kind` 1 is one bit a pixel, 2 red-green-blue, 3 with opacity. */
export interface DecodedPicture {
  readonly width: number
  readonly height: number
  readonly kind?: number
  readonly data?: Uint8Array | Uint8ClampedArray
}

/** null for a picture that was not decoded, or is larger than any scan. */
export function greyImage({ width, height, kind = 1, data }: DecodedPicture): GreyImage | null {
  const count = width * height
  if (data === undefined || !(count > 0) || count > mostPixels) return null
  const pixels = new Uint8Array(count)
  if (kind === 1) {
    const rowBytes = (width + 7) >> 3
    if (data.length < rowBytes * height) return null
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        pixels[y * width + x] = ((data[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0
    return { width, height, pixels }
  }
  const step = kind === 2 ? 3 : 4
  if (data.length < count * step) return null
  for (let i = 0, j = 0; i < count; i++, j += step)
    pixels[i] = ((data[j] ?? 0) * 77 + (data[j + 1] ?? 0) * 150 + (data[j + 2] ?? 0) * 29) >> 8
  return { width, height, pixels }
}
