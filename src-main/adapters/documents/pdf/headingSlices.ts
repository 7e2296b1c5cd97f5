import type { HeadingBlock, TitleBlock } from '#shared/domain/documents/model.ts'
import type { BlockContext } from './blockContext.ts'
import type { Bookmark } from './landmarks.ts'
import { accent, textStyles } from './pageStyle.ts'
import { beforeFirst, type Slice, slice } from './slice.ts'
import { appendElement } from './structureTree.ts'
import { textSlices } from './textSlices.ts'

/** Small line, title, subtitle and the thick rule under them. */
export function titleSlices(context: BlockContext, block: TitleBlock): readonly Slice[] {
  const { measure, root, geometry, outline } = context
  const place = { leftPt: geometry.leftPt, widthPt: geometry.contentWidthPt, keepWithNext: true }
  const lines = (
    text: string,
    style: keyof typeof textStyles,
    role: () => 'P' | 'H1' | 'H2' | 'H3' | 'H4',
    spaceBeforePt: number,
  ) =>
    text.trim() === ''
      ? []
      : textSlices(measure, {
          ...place,
          runs: [{ text }],
          style: textStyles[style],
          owner: appendElement(root, role()),
          spaceBeforePt,
        })
  // In reading order: each call adds its element to the structure tree.
  const overline = lines(block.overline, 'overline', () => 'P', 0)
  const title = lines(block.text, 'title', () => outline(0).role, 6)
  const subtitle = lines(block.subtitle, 'subtitle', () => 'P', 3)
  const rule = slice({
    heightPt: 10,
    spaceBeforePt: 6,
    paint: (canvas, topPt) =>
      canvas.rule(geometry.leftPt, geometry.leftPt + geometry.contentWidthPt, topPt + 4, 1.4, accent),
  })
  return [...overline, ...withBookmark(context, title, { level: 1, text: block.text }), ...subtitle, rule]
}

/** A heading stays with what follows it; its number, if any, is the label of what follows on its lines. */
export function headingSlices(context: BlockContext, block: HeadingBlock): readonly Slice[] {
  const { measure, root, geometry, previous } = context
  const afterHeading = previous?.type === 'heading' || previous?.type === 'title'
  if (block.text.trim() === '') return []
  const { role, number } = context.outline(block.level)
  const style = textStyles[`heading${block.level}`]
  const owner = appendElement(root, role)
  const label =
    number === '' ? undefined : measure.wrap([{ text: number }], style, geometry.contentWidthPt)[0]
  const labelOwner = label && appendElement(owner, 'Lbl')
  const indentPt = label === undefined ? 0 : label.widthPt + 0.6 * style.sizePt
  const slices = textSlices(measure, {
    runs: [{ text: block.text }],
    style,
    owner,
    leftPt: geometry.leftPt + indentPt,
    widthPt: geometry.contentWidthPt - indentPt,
    spaceBeforePt: afterHeading ? 6 : { 1: 20, 2: 15, 3: 10 }[block.level],
    keepWithNext: true,
  })
  const labelled = beforeFirst(slices, (canvas, topPt) => {
    if (label !== undefined && labelOwner !== undefined)
      canvas.line(labelOwner, label, style, geometry.leftPt, topPt)
  })
  const text = number === '' ? block.text : `${number} ${block.text}`
  return withBookmark(context, labelled, { level: block.level + 1, text })
}

const withBookmark = (
  { landmarks }: BlockContext,
  slices: readonly Slice[],
  heading: Pick<Bookmark, 'level' | 'text'>,
): readonly Slice[] =>
  beforeFirst(slices, ({ pageIndex }, topPt) => {
    landmarks.bookmarks.push({ ...heading, pageIndex, topPt })
  })
