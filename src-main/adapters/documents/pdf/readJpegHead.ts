/** What a PDF must say of a JPEG, which it carries as it is. */
export interface JpegHead {
  readonly widthPx: number
  readonly heightPx: number
  readonly components: 1 | 3 | 4
  /** Four inks of which 255 means none, as every Adobe program writes them. */
  readonly inverted: boolean
}

/** null when the file is broken, or of a kind that PDF readers do not draw (lossless, arithmetic). Never throws. */
export function readJpegHead(bytes: Uint8Array): JpegHead | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let frame: Omit<JpegHead, 'inverted'> | null = null
  let inverted = false
  for (let offset = 2; offset + 4 <= bytes.length; ) {
    if (bytes[offset] !== 0xff) return null
    const marker = bytes[offset + 1] ?? 0
    if (marker === 0xff) {
      offset += 1
      continue
    }
    const length = view.getUint16(offset + 2)
    const end = offset + 2 + length
    if (length < 2 || end > bytes.length) return null
    if (isFrame(marker)) {
      frame = drawable.includes(marker) && length >= 8 ? readFrame(view, offset + 4) : null
      if (frame === null) return null
    }
    if (marker === adobeMarker && length >= 14) inverted = true
    // From here on come the samples, up to the mark of the end.
    if (marker === scanMarker) return frame !== null && isWhole(bytes) ? { ...frame, inverted } : null
    offset = end
  }
  return null
}

const adobeMarker = 0xee
const scanMarker = 0xda
/** Baseline, extended and progressive, in Huffman coding. */
const drawable = [0xc0, 0xc1, 0xc2]

/** C4, C8 and CC are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function readFrame(view: DataView, offset: number): Omit<JpegHead, 'inverted'> | null {
  const bits = view.getUint8(offset)
  const heightPx = view.getUint16(offset + 1)
  const widthPx = view.getUint16(offset + 3)
  const components = view.getUint8(offset + 5)
  if (bits !== 8 || widthPx === 0 || heightPx === 0) return null
  return components === 1 || components === 3 || components === 4 ? { widthPx, heightPx, components } : null
}

/** A file cut on the way has no end; cameras write a little after it. */
function isWhole(bytes: Uint8Array): boolean {
  for (let index = bytes.length - 2; index > 2; index--)
    if (bytes[index] === 0xff && bytes[index + 1] === 0xd9) return true
  return false
}
