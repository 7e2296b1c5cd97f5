import type { ListBlock, NestedList } from '#shared/domain/documents/model.ts'
import { nestedUnder } from '#shared/domain/documents/plainText.ts'
import type { BlockContext } from './blockContext.ts'
import { textStyles } from './pageStyle.ts'
import { beforeFirst, type Slice } from './slice.ts'
import { appendElement, bulletList, orderedList, type StructureElement } from './structureTree.ts'
import { textSlices } from './textSlices.ts'

/** Neither the first item nor the last one stands alone on its page. */
export const listSlices = (context: BlockContext, block: ListBlock): readonly Slice[] =>
  itemSlices(context, block, { root: context.root, indentPt: 0, spaceBeforePt: 5 })

interface Place {
  /** Where the list stands in the structure: the body of an item for a list within a list. */
  readonly root: StructureElement
  readonly indentPt: number
  readonly spaceBeforePt: number
}

function itemSlices(
  context: BlockContext,
  block: ListBlock | Omit<NestedList, 'under'>,
  { root, indentPt, spaceBeforePt }: Place,
): readonly Slice[] {
  const { measure, geometry } = context
  const list = appendElement(root, 'L', block.ordered ? orderedList : bulletList)
  const style = textStyles.body
  const last = block.items.length - 1
  const leftPt = geometry.leftPt + indentPt
  return block.items.flatMap((runs, index) => {
    const item = appendElement(list, 'LI')
    const labelOwner = appendElement(item, 'Lbl')
    const body = appendElement(item, 'LBody')
    const inner = 'type' in block ? nestedUnder(block, index) : []
    const label = measure.wrap([{ text: block.ordered ? `${index + 1}.` : '–' }], style, labelPt)[0]
    const lines = textSlices(measure, {
      runs,
      style,
      // Drawn lines join their owner after what is laid out: the text before a list has its own place.
      owner: inner.length === 0 ? body : appendElement(body, 'P'),
      leftPt: leftPt + labelPt,
      widthPt: geometry.contentWidthPt - indentPt - labelPt,
      spaceBeforePt: index === 0 ? spaceBeforePt : betweenItemsPt,
      keepWithNext: last > 0 && (index === 0 || index === last - 1),
    })
    const labelled = beforeFirst(lines, (canvas, topPt) => {
      if (label !== undefined) canvas.line(labelOwner, label, style, leftPt + 4, topPt)
    })
    const within = { root: body, indentPt: indentPt + labelPt, spaceBeforePt: betweenItemsPt }
    return [...labelled, ...inner.flatMap((nested) => itemSlices(context, nested, within))]
  })
}

const labelPt = 24
const betweenItemsPt = 2.5
