import {
  type PDFContext,
  type PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from 'pdf-lib'
import { compressedStream } from './compressedStream.ts'
import { textString } from './embedFont.ts'
import type { FileProperties } from './fileProperties.ts'
import { srgbProfile } from './srgbProfile.ts'
import { producer, xmpPacket } from './xmpPacket.ts'

/**
 * Title, language, dates and identity of the file [DC5], in the catalogue, the information dictionary and XMP, which say the
 * same. Every date is the instant of the freezing: rendering has no clock. `archivable`: the file says which part of PDF/A it
 * was made after, which no validator has confirmed; see ADR 0009.
 */
export function writeProperties(
  context: PDFContext,
  catalog: PDFDict,
  properties: FileProperties,
  archivable: boolean,
): void {
  const { title, author, language, madeAt } = properties
  const date = PDFString.of(pdfDate(madeAt))
  const packet = xmpPacket(properties, archivable)
  catalog.set(PDFName.of('Lang'), PDFString.of(language))
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  catalog.set(PDFName.of('Metadata'), context.register(metadataStream(context, packet)))
  catalog.set(PDFName.of('OutputIntents'), context.obj([outputIntent(context)]))
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: textString(title),
      Author: textString(author),
      Creator: textString(producer),
      Producer: textString(producer),
      CreationDate: date,
      ModDate: date,
    }),
  )
  const id = PDFHexString.of(properties.fileId)
  context.trailerInfo.ID = context.obj([id, id])
}

/** D:YYYYMMDDHHmmSS: the hour of the place, whose offset to UTC the facts do not hold. */
const pdfDate = (instant: string): string => `D:${instant.replace(/[-:T]/g, '')}`

function metadataStream(context: PDFContext, source: string): PDFRawStream {
  const contents = new TextEncoder().encode(source)
  // Never compressed: archives read it without a PDF library.
  return PDFRawStream.of(context.obj({ Type: 'Metadata', Subtype: 'XML', Length: contents.length }), contents)
}

function outputIntent(context: PDFContext): PDFRef {
  const profile = compressedStream(context, srgbProfile())
  profile.dict.set(PDFName.of('N'), context.obj(3))
  return context.register(
    context.obj({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: PDFString.of('sRGB'),
      Info: PDFString.of('sRGB IEC61966-2.1'),
      DestOutputProfile: context.register(profile),
    }),
  )
}
