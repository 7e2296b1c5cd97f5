import { setImmediate } from 'node:timers/promises'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { togetherProperties } from './fileProperties.ts'
import { type FontSource, openFontFamily } from './fontFamily.ts'
import type { Bookmark } from './landmarks.ts'
import { layOutModel } from './layOutModel.ts'
import type { PageCanvas } from './pageCanvas.ts'
import { createPictureBook } from './pictureBook.ts'
import { createElement } from './structureTree.ts'
import { createTextMeasure } from './wrapRuns.ts'
import { writePdf } from './writePdf.ts'

/**
 * [PG10] One file of several documents, to be printed in one go: each keeps its own page numbers, feet and codes, and is one part
 * of the structure and one bookmark; fonts and pictures are embedded once. The file itself is no act: it says no
 * identity. Same input, same bytes.
 */
export async function renderTogether(
  models: readonly DocumentModel[],
  title: string,
  fontSource: FontSource,
): Promise<Uint8Array> {
  const fonts = openFontFamily(fontSource)
  const tools = { measure: createTextMeasure(fonts), pictures: createPictureBook() }
  const root = createElement('Document')
  const pages: PageCanvas[] = []
  const bookmarks: Bookmark[] = []
  for (const model of models) {
    const part = createElement('Part', { title: model.title })
    root.kids.push(part)
    const laidOut = layOutModel(tools, part, model, pages.length)
    bookmarks.push({ level: 0, text: model.title, pageIndex: pages.length, topPt: 0 }, ...laidOut.bookmarks)
    pages.push(...laidOut.pages)
    // Hundreds of letters take seconds: the host answers between two of them.
    await setImmediate()
  }
  return writePdf({
    fonts,
    pictures: tools.pictures.pictures,
    root,
    pages,
    bookmarks,
    signaturePlaces: [],
    properties: togetherProperties(models, title),
  })
}
