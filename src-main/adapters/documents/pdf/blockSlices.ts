import type {
  Block,
  DocumentModel,
  HeadingBlock,
  ListBlock,
  TitleBlock,
} from '#shared/domain/documents/model.ts'
import { keyValueSlices } from './keyValueSlices.ts'
import { accent, type PageGeometry, pageGeometry, textStyles } from './pageStyle.ts'
import { signatureSlices } from './signatureSlices.ts'
import { type Slice, slice } from './slice.ts'
import { appendElement, bulletList, orderedList, type StructureElement } from './structureTree.ts'
import { tableSlices } from './tableSlices.ts'
import { textSlices } from './textSlices.ts'
import type { TextMeasure } from './wrapRuns.ts'

/** A heading as it was drawn, for the bookmarks. */
export interface Bookmark {
  readonly level: number
  readonly text: string
  readonly pageIndex: number
  readonly topPt: number
}

/** Turns the blocks of a model into slices; bookmarks are collected when the slices are painted. */
export function blockSlices(
  measure: TextMeasure,
  root: StructureElement,
  model: DocumentModel,
  bookmark: (mark: Bookmark) => void,
): readonly Slice[] {
  let orientation = model.orientation
  return model.blocks.flatMap((block, index) => {
    if (block.type === 'section') orientation = block.orientation
    const previous = model.blocks[index - 1]
    const next = model.blocks[index + 1]
    return slicesOf({ measure, root, geometry: pageGeometry(orientation), bookmark, previous, next }, block)
  })
}

interface Context {
  readonly measure: TextMeasure
  readonly root: StructureElement
  readonly geometry: PageGeometry
  readonly bookmark: (mark: Bookmark) => void
  readonly previous: Block | undefined
  readonly next: Block | undefined
}

function slicesOf(context: Context, block: Block): readonly Slice[] {
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
      return signatureSlices(measure, root, block, geometry, 18)
    case 'pageBreak':
    case 'section': {
      const orientation = geometry.widthPt > geometry.heightPt ? 'landscape' : 'portrait'
      return [slice({ heightPt: 0, newPage: orientation, paint: () => undefined })]
    }
  }
}

function titleSlices({ measure, root, geometry, bookmark }: Context, block: TitleBlock): readonly Slice[] {
  const place = { leftPt: geometry.leftPt, widthPt: geometry.contentWidthPt, keepWithNext: true }
  const lines = (text: string, style: keyof typeof textStyles, role: 'P' | 'H1', spaceBeforePt: number) =>
    text.trim() === ''
      ? []
      : textSlices(measure, {
          ...place,
          runs: [{ text }],
          style: textStyles[style],
          owner: appendElement(root, role),
          spaceBeforePt,
        })
  // In reading order: each call adds its element to the structure tree.
  const overline = lines(block.overline, 'overline', 'P', 0)
  const title = withBookmark(lines(block.text, 'title', 'H1', 6), { level: 1, text: block.text }, bookmark)
  const subtitle = lines(block.subtitle, 'subtitle', 'P', 3)
  const rule = slice({
    heightPt: 10,
    spaceBeforePt: 6,
    paint: (canvas, topPt) =>
      canvas.rule(geometry.leftPt, geometry.leftPt + geometry.contentWidthPt, topPt + 4, 1.4, accent),
  })
  return [...overline, ...title, ...subtitle, rule]
}

function headingSlices(context: Context, block: HeadingBlock): readonly Slice[] {
  const { measure, root, geometry, previous } = context
  const afterHeading = previous?.type === 'heading' || previous?.type === 'title'
  const slices = textSlices(measure, {
    runs: [{ text: block.text }],
    style: textStyles[`heading${block.level}`],
    owner: appendElement(root, `H${(block.level + 1) as 2 | 3 | 4}`),
    leftPt: geometry.leftPt,
    widthPt: geometry.contentWidthPt,
    spaceBeforePt: afterHeading ? 6 : { 1: 20, 2: 15, 3: 10 }[block.level],
    keepWithNext: true,
  })
  return withBookmark(slices, { level: block.level + 1, text: block.text }, context.bookmark)
}

function withBookmark(
  slices: readonly Slice[],
  heading: { readonly level: number; readonly text: string },
  bookmark: (mark: Bookmark) => void,
): readonly Slice[] {
  return slices.map((each, index) =>
    index > 0
      ? each
      : {
          ...each,
          paint: (canvas, topPt, pageIndex) => {
            bookmark({ ...heading, pageIndex, topPt })
            each.paint(canvas, topPt, pageIndex)
          },
        },
  )
}

function listSlices({ measure, root, geometry }: Context, block: ListBlock): readonly Slice[] {
  const list = appendElement(root, 'L', block.ordered ? orderedList : bulletList)
  const style = textStyles.body
  const last = block.items.length - 1
  return block.items.flatMap((runs, index) => {
    const item = appendElement(list, 'LI')
    const labelOwner = appendElement(item, 'Lbl')
    const owner = appendElement(item, 'LBody')
    const label = measure.wrap([{ text: block.ordered ? `${index + 1}.` : '–' }], style, indentPt)[0]
    const lines = textSlices(measure, {
      runs,
      style,
      owner,
      leftPt: geometry.leftPt + indentPt,
      widthPt: geometry.contentWidthPt - indentPt,
      spaceBeforePt: index === 0 ? 5 : 2.5,
      // Neither the first item nor the last one stands alone on its page.
      keepWithNext: last > 0 && (index === 0 || index === last - 1),
    })
    return lines.map(
      (each, lineIndex): Slice =>
        lineIndex > 0 || label === undefined
          ? each
          : {
              ...each,
              paint: (canvas, topPt, pageIndex) => {
                canvas.line(labelOwner, label, style, geometry.leftPt + 4, topPt)
                each.paint(canvas, topPt, pageIndex)
              },
            },
    )
  })
}

const indentPt = 24
