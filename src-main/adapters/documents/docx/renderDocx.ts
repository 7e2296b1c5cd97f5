import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import { footer } from '#shared/domain/documents/footer.ts'
import type { Block, DocumentModel, Orientation } from '#shared/domain/documents/model.ts'
import { printableText } from '#shared/domain/documents/printableText.ts'
import { stableDocx } from './stableDocx.ts'
import { dashedList, numberedList, wordBlocks } from './wordBlocks.ts'
import { hairlineColor, paragraphStyleIds, wordStyles } from './wordStyles.ts'

/** Writes a model as a Word file with real styles. Same model, same bytes (P5). */
export async function renderDocx(model: DocumentModel): Promise<Uint8Array> {
  let listInstance = 0
  const document = new Document({
    title: printableText(model.title),
    creator: printableText(model.author),
    lastModifiedBy: 'Délibéré',
    styles: wordStyles,
    numbering: {
      config: [
        listLevel(numberedList, LevelFormat.DECIMAL, '%1.'),
        listLevel(dashedList, LevelFormat.BULLET, '–'),
      ],
    },
    customProperties: [
      { name: 'delibere:kind', value: model.kind },
      { name: 'delibere:number', value: printableText(model.number) },
      { name: 'delibere:factsDigest', value: printableText(model.factsDigest) },
    ],
    sections: sectionsOf(model).map((section, index) => {
      const widthTwips = contentWidthTwips(section.orientation)
      return {
        properties: {
          titlePage: index === 0,
          page: {
            size: { width: shortTwips, height: longTwips, orientation: orientations[section.orientation] },
            margin: { top: 1320, bottom: 1520, left: sideTwips, right: sideTwips, header: 680, footer: 640 },
          },
        },
        headers: { default: runningHead(model), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: pageFoot(model, widthTwips), first: pageFoot(model, widthTwips) },
        children: section.blocks.flatMap((block) => wordBlocks(block, listInstance++, widthTwips)),
      } satisfies ISectionOptions
    }),
  })
  return stableDocx(new Uint8Array(await Packer.toArrayBuffer(document)), model.frozenAt)
}

/** A4 in twentieths of a point; docx swaps them in landscape. */
const shortTwips = 11_906
const longTwips = 16_838
const sideTwips = 1240

const orientations = { portrait: PageOrientation.PORTRAIT, landscape: PageOrientation.LANDSCAPE } as const

const contentWidthTwips = (orientation: Orientation): number =>
  (orientation === 'portrait' ? shortTwips : longTwips) - 2 * sideTwips

interface Section {
  readonly orientation: Orientation
  readonly blocks: Block[]
}

function sectionsOf(model: DocumentModel): readonly Section[] {
  const sections: Section[] = [{ orientation: model.orientation, blocks: [] }]
  for (const block of model.blocks) {
    if (block.type === 'section') sections.push({ orientation: block.orientation, blocks: [] })
    else sections.at(-1)?.blocks.push(block)
  }
  // A document that begins with a section has no blank first page.
  const filled = sections.filter((section) => section.blocks.length > 0)
  return filled.length > 0 ? filled : sections.slice(0, 1)
}

const listLevel = (
  reference: string,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
) => ({
  reference,
  levels: [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 480, hanging: 400 } } },
    },
  ],
})

const runningHead = (model: DocumentModel): Header =>
  new Header({
    children: [
      new Paragraph({
        style: paragraphStyleIds.furniture,
        border: { bottom: { style: BorderStyle.SINGLE, size: 3, color: hairlineColor, space: 4 } },
        children: [new TextRun(printableText(model.runningHead))],
      }),
    ],
  })

function pageFoot(model: DocumentModel, widthTwips: number): Footer {
  const { act, digest } = footer(model)
  return new Footer({
    children: [
      new Paragraph({
        style: paragraphStyleIds.furniture,
        border: { top: { style: BorderStyle.SINGLE, size: 3, color: hairlineColor, space: 4 } },
        tabStops: [{ type: TabStopType.RIGHT, position: widthTwips }],
        children: [
          new TextRun(printableText(act)),
          new TextRun({
            children: ['\tPage\u00A0', PageNumber.CURRENT, '\u00A0/\u00A0', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
      new Paragraph({ style: paragraphStyleIds.furniture, children: [new TextRun(printableText(digest))] }),
    ],
  })
}
