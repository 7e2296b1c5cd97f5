import type { AddressBlock } from '#shared/domain/documents/model.ts'
import type { BlockContext } from './blockContext.ts'
import { textStyles } from './pageStyle.ts'
import type { Slice } from './slice.ts'
import { appendElement } from './structureTree.ts'
import { textSlices } from './textSlices.ts'

/**
 * The right half of the page. On the first page of an upright letter the lines stand in what the window of a DL envelope
 * shows of a sheet folded in three, wherever it slides: from 45 to 79 mm from the top, from 100 to 190 mm from the left.
 */
export function addressSlices(
  { measure, root, geometry }: BlockContext,
  block: AddressBlock,
): readonly Slice[] {
  const leftPt = geometry.widthPt / 2
  const widthPt = geometry.leftPt + geometry.contentWidthPt - leftPt
  const isUpright = geometry.heightPt > geometry.widthPt
  const lines = block.lines.flatMap((runs) =>
    textSlices(measure, {
      runs,
      style: textStyles.address,
      owner: appendElement(root, 'P'),
      leftPt,
      widthPt,
      spaceBeforePt: 0,
      keepWithNext: true,
    }),
  )
  return lines.map((each, index) => ({
    ...each,
    spaceBeforePt: index === 0 ? 10 : 0,
    notAbovePt: index === 0 && isUpright ? windowTopPt : 0,
    heightPt: each.heightPt + (index === lines.length - 1 ? spaceAfterPt : 0),
    breakAfter: index === lines.length - 1,
  }))
}

/** 46 mm: one below the edge of the window. */
const windowTopPt = 130.4
const spaceAfterPt = 14
