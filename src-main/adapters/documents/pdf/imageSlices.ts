import type { ImageBlock } from '#shared/domain/documents/model.ts'
import type { BlockContext } from './blockContext.ts'
import type { PageGeometry } from './pageStyle.ts'
import { type Slice, slice } from './slice.ts'
import { appendFigure } from './structureTree.ts'
import { slackBefore } from './textSlices.ts'

/**
 * A picture, made smaller when the page cannot hold it. One that is broken leaves no ink: only its alternative is kept,
 * for who listens to the document.
 */
export function imageSlices({ root, geometry, pictures }: BlockContext, block: ImageBlock): readonly Slice[] {
  const size = sizeOnPage(block, geometry)
  const picture = size && pictures.find(block)
  const owner = block.alternative.trim() === '' ? 'layout' : appendFigure(root, block.alternative)
  if (size === null || picture === null) {
    if (owner === 'layout') return []
    return [
      slice({
        heightPt: traceHeightPt,
        // A heading above must stay with what can be seen.
        breakAfter: false,
        paint: (canvas, topPt) => canvas.blank(owner, geometry.leftPt, topPt),
      }),
    ]
  }
  const { widthPt, heightPt } = size
  const leftPt = geometry.leftPt + slackBefore(block.align, geometry.contentWidthPt - widthPt)
  return [
    slice({
      heightPt,
      spaceBeforePt: 6,
      paint: (canvas, topPt) => canvas.picture(owner, picture, [leftPt, topPt, widthPt, heightPt]),
    }),
  ]
}

/** Next to nothing, but a page that bears it is not empty. */
const traceHeightPt = 0.1

/** null for a size that is none. */
function sizeOnPage(
  { widthPt, heightPt }: ImageBlock,
  geometry: PageGeometry,
): { readonly widthPt: number; readonly heightPt: number } | null {
  if (!(widthPt > 0 && heightPt > 0 && Number.isFinite(widthPt) && Number.isFinite(heightPt))) return null
  const scale = Math.min(1, geometry.contentWidthPt / widthPt, geometry.contentHeightPt / heightPt)
  return { widthPt: widthPt * scale, heightPt: heightPt * scale }
}
