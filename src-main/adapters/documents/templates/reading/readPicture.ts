import type { Align, ImageBlock } from '#shared/domain/documents/model.ts'
import { childOf, descendantsOf, valueOfChild, type XmlElement } from '../xml/xmlTree.ts'

/** The picture of a `w:drawing` or a `w:pict`, PNG or JPEG; null for any other drawing, and for the ground of a page. */
export function readPicture(
  drawing: XmlElement,
  fileOf: (id: string | undefined) => Uint8Array | undefined,
  align: Align,
): ImageBlock | null {
  const blip = descendantsOf(drawing, 'a:blip')[0]
  const old = descendantsOf(drawing, 'v:imagedata')[0]
  const id = blip?.attributes['r:embed'] ?? old?.attributes['r:id']
  const bytes = fileOf(id)
  const format = bytes === undefined ? null : formatOf(bytes)
  if (bytes === undefined || format === null || bytes.length > largestPictureBytes) return null
  const [widthPt, heightPt] = sizeOf(drawing)
  if (!(widthPt > 0) || !(heightPt > 0)) return null
  const anchor = childOf(drawing, 'wp:anchor')
  if (anchor?.attributes.behindDoc === '1' && widthPt > groundPt && heightPt > groundPt) return null
  const scale = Math.min(1, widestPt / widthPt, highestPt / heightPt)
  const properties = descendantsOf(drawing, 'wp:docPr')[0]
  return {
    type: 'image',
    format,
    base64: Buffer.from(bytes).toString('base64'),
    widthPt: rounded(widthPt * scale),
    heightPt: rounded(heightPt * scale),
    align: anchoredAlign(anchor) ?? align,
    alternative: properties?.attributes.descr ?? '',
  }
}

const largestPictureBytes = 8 * 1024 * 1024
/** Between the margins of our pages. */
const widestPt = 470
const highestPt = 600
const groundPt = 400
const emuAPoint = 12_700
const rounded = (points: number): number => Math.round(points * 100) / 100

export function formatOf(bytes: Uint8Array): 'png' | 'jpeg' | null {
  if (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47) return 'png'
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff ? 'jpeg' : null
}

/** In points. */
export function sizeOf(drawing: XmlElement): readonly [number, number] {
  const extent = descendantsOf(drawing, 'wp:extent')[0]?.attributes
  if (extent !== undefined) return [Number(extent.cx) / emuAPoint, Number(extent.cy) / emuAPoint]
  const style = descendantsOf(drawing, 'v:shape')[0]?.attributes.style ?? ''
  const length = (name: string): number => {
    const [, number, unit = 'pt'] =
      new RegExp(`(?:^|;)\\s*${name}:([\\d.]+)(pt|in|cm|mm|px)?`, 'u').exec(style) ?? []
    return Number(number) * ({ pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75 }[unit] ?? 1)
  }
  return [length('width'), length('height')]
}

function anchoredAlign(anchor: XmlElement | undefined): Align | null {
  const position = childOf(anchor, 'wp:positionH')
  const said = childOf(position, 'wp:align')?.children[0] ?? valueOfChild(position, 'wp:align')
  if (said === 'center') return 'center'
  if (said === 'right' || said === 'outside') return 'end'
  return said === 'left' || said === 'inside' ? 'start' : null
}
