import { type PDFContext, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib'
import type { ImageBlock } from '#shared/domain/documents/model.ts'
import { compressedStream } from './compressedStream.ts'
import { type JpegHead, readJpegHead } from './readJpegHead.ts'
import { type Raster, readPng } from './readPng.ts'

/** A picture that can be drawn. */
export interface Picture {
  /** In the resources of the pages. */
  readonly name: string
  readonly source: { readonly jpeg: JpegHead; readonly bytes: Uint8Array } | { readonly raster: Raster }
}

/** The pictures of a file: the logo of 300 letters is read, and embedded, once. */
export interface PictureBook {
  /** null when the file of the picture is broken. */
  find(block: Pick<ImageBlock, 'format' | 'base64'>): Picture | null
  readonly pictures: readonly Picture[]
}

export function createPictureBook(): PictureBook {
  const known = { png: new Map<string, Picture | null>(), jpeg: new Map<string, Picture | null>() }
  const pictures: Picture[] = []
  return {
    pictures,
    find({ format, base64 }) {
      const met = known[format].get(base64)
      if (met !== undefined) return met
      const source = readPicture(format, new Uint8Array(Buffer.from(base64, 'base64')))
      const picture = source && { name: `Im${pictures.length + 1}`, source }
      if (picture !== null) pictures.push(picture)
      known[format].set(base64, picture)
      return picture
    },
  }
}

function readPicture(format: ImageBlock['format'], bytes: Uint8Array): Picture['source'] | null {
  if (format === 'png') {
    const raster = readPng(bytes)
    return raster && { raster }
  }
  const jpeg = readJpegHead(bytes)
  return jpeg && { jpeg, bytes }
}

/** Four inks mean nothing without the profile of a press: such a file is no PDF/A. */
export const hasPressColors = ({ source }: Picture): boolean =>
  'jpeg' in source && source.jpeg.components === 4

export function embedPicture(context: PDFContext, { source }: Picture): PDFRef {
  const { widthPx, heightPx, components } = 'jpeg' in source ? source.jpeg : source.raster
  const stream =
    'jpeg' in source
      ? PDFRawStream.of(context.obj({ Length: source.bytes.length, Filter: 'DCTDecode' }), source.bytes)
      : compressedStream(context, source.raster.samples)
  const entries = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: widthPx,
    Height: heightPx,
    BitsPerComponent: 8,
    ColorSpace: { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' }[components],
    ...('jpeg' in source && components === 4 && source.jpeg.inverted
      ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }
      : {}),
  })
  for (const [key, value] of entries.entries()) stream.dict.set(PDFName.of(key.decodeText()), value)
  return context.register(stream)
}
