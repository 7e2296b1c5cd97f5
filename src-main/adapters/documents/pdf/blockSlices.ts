import type { Block, DocumentModel } from '#shared/domain/documents/model.ts'
import { addressSlices } from './addressSlices.ts'
import type { BlockContext } from './blockContext.ts'
import { chartSlices } from './chartSlices.ts'
import { createHeadingOutline } from './headingOutline.ts'
import { headingSlices, titleSlices } from './headingSlices.ts'
import { imageSlices } from './imageSlices.ts'
import { keyValueSlices } from './keyValueSlices.ts'
import type { Landmarks } from './landmarks.ts'
import { listSlices } from './listSlices.ts'
import { pageGeometry, textStyles } from './pageStyle.ts'
import type { PictureBook } from './pictureBook.ts'
import { signatureSlices } from './signatureSlices.ts'
import { type Slice, slice } from './slice.ts'
import { appendElement, type StructureElement } from './structureTree.ts'
import { tableSlices } from './tableSlices.ts'
import { textSlices } from './textSlices.ts'
import type { TextMeasure } from './wrapRuns.ts'

/** What blocks are drawn with: the same for all documents of one file. */
export interface DrawingTools {
  readonly measure: TextMeasure
  readonly pictures: PictureBook
}

/** Turns the blocks of a model into slices; landmarks are noted when the slices are painted. */
export function blockSlices(
  tools: DrawingTools,
  root: StructureElement,
  model: DocumentModel,
  landmarks: Landmarks,
): readonly Slice[] {
  let orientation = model.orientation
  const outline = createHeadingOutline(model.numberedHeadings === true)
  return model.blocks.flatMap((block, index) => {
    if (block.type === 'section') orientation = block.orientation
    const previous = model.blocks[index - 1]
    const next = model.blocks[index + 1]
    const geometry = pageGeometry(orientation)
    return slicesOf({ ...tools, root, geometry, landmarks, outline, previous, next }, block)
  })
}

function slicesOf(context: BlockContext, block: Block): readonly Slice[] {
  const { measure, root, geometry } = context
  switch (block.type) {
    case 'title':
      return titleSlices(context, block)
    case 'heading':
      return headingSlices(context, block)
    case 'paragraph':
      return textSlices(measure, {
        runs: block.runs,
        style: block.tone === 'note' ? textStyles.note : textStyles.body,
        owner: appendElement(root, 'P'),
        leftPt: geometry.leftPt,
        widthPt: geometry.contentWidthPt,
        align: block.align ?? 'start',
        spaceBeforePt: block.tone === 'note' ? 4 : 6,
        keepWithNext: block.keepWithNext === true && context.next !== undefined,
      })
    case 'list':
      return listSlices(context, block)
    case 'keyValues':
      return keyValueSlices(measure, root, block, geometry, 8)
    case 'table':
      return tableSlices(measure, root, block, geometry, 12)
    case 'signatures':
      return signatureSlices(context, block, 18)
    case 'address':
      return addressSlices(context, block)
    case 'image':
      return imageSlices(context, block)
    case 'chart':
      return chartSlices(context, block, 12)
    case 'pageBreak':
    case 'section': {
      const orientation = geometry.widthPt > geometry.heightPt ? 'landscape' : 'portrait'
      return [slice({ heightPt: 0, newPage: orientation, paint: () => undefined })]
    }
  }
}
