import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { propertiesOf } from './fileProperties.ts'
import { type FontSource, openFontFamily } from './fontFamily.ts'
import { layOutModel } from './layOutModel.ts'
import { createPictureBook } from './pictureBook.ts'
import { createElement } from './structureTree.ts'
import { createTextMeasure } from './wrapRuns.ts'
import { writePdf } from './writePdf.ts'

/**
 * Draws a model as a tagged PDF. Same model and fonts, same bytes (P5). Never refuses: a model is already complete.
 * About 10 ms a page; hosts run it off the thread that answers screens.
 */
export const renderPdf = (model: DocumentModel, fontSource: FontSource): Promise<Uint8Array> =>
  render(model, fontSource, false)

/**
 * The same pages, with an empty signature field over each box where one signs, for a parapheur [PG12]. A document without
 * place of signature has no field: the parapheur adds its own.
 */
export const renderForSigning = (model: DocumentModel, fontSource: FontSource): Promise<Uint8Array> =>
  render(model, fontSource, true)

function render(model: DocumentModel, fontSource: FontSource, toSign: boolean): Promise<Uint8Array> {
  const fonts = openFontFamily(fontSource)
  const tools = { measure: createTextMeasure(fonts), pictures: createPictureBook() }
  const root = createElement('Document')
  const { pages, bookmarks, signaturePlaces } = layOutModel(tools, root, model)
  return writePdf({
    fonts,
    pictures: tools.pictures.pictures,
    root,
    pages,
    bookmarks,
    signaturePlaces: toSign ? signaturePlaces : [],
    properties: propertiesOf(model),
  })
}
