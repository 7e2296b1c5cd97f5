import { zlibSync } from 'fflate'
import { type PDFContext, PDFRawStream } from 'pdf-lib'

/**
 * A Flate stream. fflate rather than the platform's zlib, whose output varies with the processor: the same model
 * must give the same bytes on every machine (P5).
 */
export function compressedStream(context: PDFContext, bytes: Uint8Array): PDFRawStream {
  const contents = zlibSync(bytes, { level: 6 })
  return PDFRawStream.of(context.obj({ Length: contents.length, Filter: 'FlateDecode' }), contents)
}
