import { PDFContext, PDFHeader, PDFName, type PDFRef, PDFStreamWriter } from 'pdf-lib'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { type Bookmark, blockSlices } from './blockSlices.ts'
import { compressedStream } from './compressedStream.ts'
import { writeProperties } from './documentProperties.ts'
import { embedFont } from './embedFont.ts'
import { type FontBytes, type FontFamily, fontStyles, openFontFamily } from './fontFamily.ts'
import type { PageCanvas } from './pageCanvas.ts'
import { paintFurniture } from './pageFurniture.ts'
import { paginate } from './paginate.ts'
import { createElement, writeStructureTree } from './structureTree.ts'
import { createTextMeasure } from './wrapRuns.ts'
import { writeOutline } from './writeOutline.ts'

/**
 * Draws a model as a tagged PDF. Same model and fonts, same bytes (P5). Never refuses: a model is already complete.
 * About 10 ms a page; hosts run it off the thread that answers screens.
 */
export async function renderPdf(model: DocumentModel, fontBytes: FontBytes): Promise<Uint8Array> {
  const fonts = openFontFamily(fontBytes)
  const measure = createTextMeasure(fonts)
  const root = createElement('Document')
  const bookmarks: Bookmark[] = []
  const slices = blockSlices(measure, root, model, (mark) => bookmarks.push(mark))
  const pages = paginate(slices, model.orientation)
  paintFurniture(measure, model, pages)

  const context = PDFContext.create()
  context.header = PDFHeader.forVersion(1, 7)
  const catalogRef = context.nextRef()
  const pageTreeRef = context.nextRef()
  const pageRefs = pages.map(() => context.nextRef())
  const fontRefs = embedUsedFonts(context, fonts)
  pages.forEach((page, index) => {
    const pageRef = pageRefs[index]
    if (pageRef !== undefined) writePage(context, page, index, { pageRef, pageTreeRef, fontRefs })
  })
  context.assign(pageTreeRef, context.obj({ Type: 'Pages', Kids: pageRefs, Count: pageRefs.length }))

  const catalog = context.obj({ Type: 'Catalog', Pages: pageTreeRef })
  context.assign(catalogRef, catalog)
  context.trailerInfo.Root = catalogRef
  writeProperties(context, catalog, model)
  catalog.set(PDFName.of('StructTreeRoot'), writeStructureTree(context, root, pageRefs))
  const outlineRef = writeOutline(context, bookmarks, pageRefs, pages)
  if (outlineRef !== null) {
    catalog.set(PDFName.of('Outlines'), outlineRef)
    if (bookmarks.length > 3) catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
  }
  return PDFStreamWriter.forContext(
    context,
    Number.POSITIVE_INFINITY,
    true,
    objectsPerStream,
  ).serializeToBuffer()
}

const objectsPerStream = 500

function embedUsedFonts(context: PDFContext, fonts: FontFamily): Record<string, PDFRef> {
  const refs: Record<string, PDFRef> = {}
  fontStyles.forEach((style, index) => {
    if (fonts[style].characters.length > 0) refs[`F${index + 1}`] = embedFont(context, fonts[style])
  })
  return refs
}

function writePage(
  context: PDFContext,
  page: PageCanvas,
  index: number,
  refs: { pageRef: PDFRef; pageTreeRef: PDFRef; fontRefs: Record<string, PDFRef> },
): void {
  // Operators are ASCII: one byte a character.
  const contents = new TextEncoder().encode(page.content())
  context.assign(
    refs.pageRef,
    context.obj({
      Type: 'Page',
      Parent: refs.pageTreeRef,
      MediaBox: [0, 0, page.geometry.widthPt, page.geometry.heightPt],
      Resources: { Font: refs.fontRefs },
      Contents: context.register(compressedStream(context, contents)),
      StructParents: index,
      Tabs: 'S',
    }),
  )
}
