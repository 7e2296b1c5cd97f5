import { PDFContext, PDFHeader, PDFName, type PDFRef, PDFStreamWriter } from 'pdf-lib'
import { compressedStream } from './compressedStream.ts'
import { writeProperties } from './documentProperties.ts'
import { embedFont } from './embedFont.ts'
import type { FileProperties } from './fileProperties.ts'
import { type FontFamily, fontStyles } from './fontFamily.ts'
import type { Bookmark, SignaturePlace } from './landmarks.ts'
import type { PageCanvas } from './pageCanvas.ts'
import { embedPicture, hasPressColors, type Picture } from './pictureBook.ts'
import { type StructureElement, writeStructureTree } from './structureTree.ts'
import { writeOutline } from './writeOutline.ts'
import { writeSignatureFields } from './writeSignatureFields.ts'

/** What a file is made of, drawn already. */
export interface PdfParts {
  readonly fonts: FontFamily
  readonly pictures: readonly Picture[]
  readonly root: StructureElement
  readonly pages: readonly PageCanvas[]
  readonly bookmarks: readonly Bookmark[]
  /** Where an empty signature field is put. */
  readonly signaturePlaces: readonly SignaturePlace[]
  readonly properties: FileProperties
}

/** Writes drawn pages as one file. Same parts, same bytes. */
export async function writePdf(parts: PdfParts): Promise<Uint8Array> {
  const { pages, bookmarks } = parts
  const context = PDFContext.create()
  context.header = PDFHeader.forVersion(1, 7)
  const catalogRef = context.nextRef()
  const pageTreeRef = context.nextRef()
  const pageRefs = pages.map(() => context.nextRef())
  const resourcesRef = context.register(
    context.obj({
      Font: embedUsedFonts(context, parts.fonts),
      XObject: Object.fromEntries(parts.pictures.map((each) => [each.name, embedPicture(context, each)])),
    }),
  )
  const fields = writeSignatureFields(context, parts.signaturePlaces, pageRefs, pages)
  pages.forEach((page, index) => {
    // Operators are ASCII: one byte a character.
    const contents = new TextEncoder().encode(page.content())
    const annotations = fields.ofPage(index)
    const pageRef = pageRefs[index]
    if (pageRef === undefined) return
    context.assign(
      pageRef,
      context.obj({
        Type: 'Page',
        Parent: pageTreeRef,
        MediaBox: [0, 0, page.geometry.widthPt, page.geometry.heightPt],
        Resources: resourcesRef,
        Contents: context.register(compressedStream(context, contents)),
        StructParents: index,
        Tabs: 'S',
        ...(annotations.length === 0 ? {} : { Annots: [...annotations] }),
      }),
    )
  })
  context.assign(pageTreeRef, context.obj({ Type: 'Pages', Kids: pageRefs, Count: pageRefs.length }))

  const catalog = context.obj({ Type: 'Catalog', Pages: pageTreeRef })
  context.assign(catalogRef, catalog)
  context.trailerInfo.Root = catalogRef
  writeProperties(context, catalog, parts.properties, !parts.pictures.some(hasPressColors))
  const { refs: fieldRefs, form } = fields
  if (form !== null) catalog.set(PDFName.of('AcroForm'), form)
  catalog.set(PDFName.of('StructTreeRoot'), writeStructureTree(context, parts.root, { pageRefs, fieldRefs }))
  const outlineRef = writeOutline(context, bookmarks, pageRefs, pages)
  if (outlineRef !== null) {
    catalog.set(PDFName.of('Outlines'), outlineRef)
    if (bookmarks.length > 3) catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
  }
  return PDFStreamWriter.forContext(
    context,
    pages.length > longFilePages ? 1 : Number.POSITIVE_INFINITY,
    true,
    objectsPerStream,
  ).serializeToBuffer()
}

/** Longer files are written object by object, so that the host answers meanwhile: they take a second or more. */
const longFilePages = 200
const objectsPerStream = 500

function embedUsedFonts(context: PDFContext, fonts: FontFamily): Record<string, PDFRef> {
  const refs: Record<string, PDFRef> = {}
  fontStyles.forEach((style, index) => {
    if (fonts[style].characters.length > 0) refs[`F${index + 1}`] = embedFont(context, fonts[style])
  })
  return refs
}
