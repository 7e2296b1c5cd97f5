import { type PDFContext, type PDFDict, PDFName, PDFRawStream, type PDFRef, PDFString } from 'pdf-lib'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { printableText } from '#shared/domain/documents/printableText.ts'
import { localInstant } from '../localInstant.ts'
import { compressedStream } from './compressedStream.ts'
import { textString } from './embedFont.ts'
import { srgbProfile } from './srgbProfile.ts'

/**
 * Title, language, dates and identity of the file [DC5], in the catalogue, the information dictionary and XMP.
 * Every date is the instant of the freezing: rendering has no clock. No PDF/A or PDF/UA identifier is written until
 * an independent validator has seen such a file.
 */
export function writeProperties(context: PDFContext, catalog: PDFDict, model: DocumentModel): void {
  const title = printableText(model.title)
  const date = pdfDate(model.frozenAt)
  catalog.set(PDFName.of('Lang'), PDFString.of(model.language))
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  catalog.set(PDFName.of('Metadata'), context.register(metadataStream(context, xmp(model, title))))
  catalog.set(PDFName.of('OutputIntents'), context.obj([outputIntent(context)]))
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: textString(title),
      Author: textString(printableText(model.author)),
      Creator: textString(producer),
      Producer: textString(producer),
      CreationDate: PDFString.of(date),
      ModDate: PDFString.of(date),
    }),
  )
  const id = PDFString.of(fileId(model))
  context.trailerInfo.ID = context.obj([id, id])
}

const producer = 'Délibéré'

/** Namespace of our own properties; an address of no place, so that nothing is ever fetched. */
export const identityNamespace = 'urn:delibere:document:1#'

/** Sixteen ASCII characters that depend on what the document is and on its facts. */
function fileId(model: DocumentModel): string {
  return `${model.kind.slice(0, 4)}${model.factsDigest.slice(0, 12)}`.padEnd(16, '0')
}

/** D:YYYYMMDDHHmmSS: the hour of the place, whose offset to UTC the facts do not hold. */
const pdfDate = (local: string): string => `D:${localInstant(local).replace(/[-:T]/g, '')}`

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

function xmp(model: DocumentModel, title: string): string {
  const date = localInstant(model.frozenAt)
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:delibere="${identityNamespace}">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(printableText(model.author))}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${model.language}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:CreatorTool>${producer}</xmp:CreatorTool>
<pdf:Producer>${producer}</pdf:Producer>
<delibere:kind>${model.kind}</delibere:kind>
<delibere:number>${escapeXml(printableText(model.number))}</delibere:number>
<delibere:factsDigest>${escapeXml(model.factsDigest)}</delibere:factsDigest>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
