import { Document, type Footer, Header, type ISectionOptions, Packer, PageOrientation, Paragraph } from 'docx'
import type { Block, DocumentModel, Orientation } from '#shared/domain/documents/model.ts'
import { printableText } from '#shared/domain/documents/printableText.ts'
import { stableDocx } from './stableDocx.ts'
import { wordBlocks } from './wordBlocks.ts'
import { pageFoot, runningHead } from './wordFurniture.ts'
import { wordNumbering } from './wordNumbering.ts'
import { wordStyles } from './wordStyles.ts'

/** What another file, which has its own pages, asks of the rendering. Lengths in twentieths of a point. */
export interface WordLayout {
  contentTwips(orientation: Orientation): number
  foot(widthTwips: number): Footer
  readonly properties: readonly { readonly name: string; readonly value: string }[]
}

/** Writes a model as a Word file with real styles. Same model, same bytes (P5). */
export async function renderDocx(
  model: DocumentModel,
  layout: WordLayout = ownLayout(model),
): Promise<Uint8Array> {
  let listInstance = 0
  const numberedHeadings = model.numberedHeadings === true
  const document = new Document({
    title: printableText(model.title),
    creator: printableText(model.author),
    lastModifiedBy: 'Délibéré',
    styles: wordStyles(numberedHeadings),
    numbering: wordNumbering(model.blocks, numberedHeadings),
    customProperties: layout.properties,
    sections: sectionsOf(model).map((section, index) => {
      const widthTwips = layout.contentTwips(section.orientation)
      const foot = () => layout.foot(widthTwips)
      return {
        properties: {
          titlePage: index === 0,
          page: {
            size: { width: shortTwips, height: longTwips, orientation: orientations[section.orientation] },
            margin: { top: 1320, bottom: 1520, left: sideTwips, right: sideTwips, header: 680, footer: 640 },
          },
        },
        headers: {
          default: runningHead(model.runningHead),
          first: new Header({ children: [new Paragraph({})] }),
        },
        footers: { default: foot(), first: foot() },
        children: section.blocks.flatMap((block) => wordBlocks(block, listInstance++, widthTwips)),
      } satisfies ISectionOptions
    }),
  })
  return stableDocx(new Uint8Array(await Packer.toArrayBuffer(document)), model.frozenAt)
}

const ownLayout = (model: DocumentModel): WordLayout => ({
  contentTwips: ownContentTwips,
  foot: (widthTwips) => pageFoot(model, widthTwips, sideTwips),
  properties: identityProperties(model),
})

/** By these a verifier knows the document again [DC5]. */
export const identityProperties = (model: DocumentModel): WordLayout['properties'] => [
  { name: 'delibere:kind', value: model.kind },
  { name: 'delibere:number', value: printableText(model.number) },
  { name: 'delibere:factsDigest', value: printableText(model.factsDigest) },
]

export const ownContentTwips = (orientation: Orientation): number =>
  (orientation === 'portrait' ? shortTwips : longTwips) - 2 * sideTwips

/** A4 in twentieths of a point; docx swaps them in landscape. */
const shortTwips = 11_906
const longTwips = 16_838
const sideTwips = 1240

const orientations = { portrait: PageOrientation.PORTRAIT, landscape: PageOrientation.LANDSCAPE } as const

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
