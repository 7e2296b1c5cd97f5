import pdfmake from 'pdfmake'
import type { FontBytes } from '#main/adapters/documents/pdf/fontFamily.ts'
import type { Block, DocumentModel, Runs } from '#shared/domain/documents/model.ts'
import { printableText } from '#shared/domain/documents/printableText.ts'

/** As its guide tells: one definition, styles, tables with their rules. No tags: it has none. */
export async function drawWithPdfmake(model: DocumentModel, fonts: FontBytes): Promise<Uint8Array> {
  for (const [name, bytes] of Object.entries(fonts))
    pdfmake.virtualfs.writeFileSync(`${name}.ttf`, Buffer.from(bytes))
  pdfmake.setFonts({
    Source: {
      normal: 'regular.ttf',
      bold: 'bold.ttf',
      italics: 'italic.ttf',
      bolditalics: 'semiboldItalic.ttf',
    },
  })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [62, 62, 62, 76],
      language: model.language,
      info: { title: model.title, author: model.author },
      defaultStyle: { font: 'Source', fontSize: 10 },
      content: model.blocks.flatMap(contentOf),
    })
    .getBuffer()
}

type Content = Readonly<Record<string, unknown>>

const line = (text: string, style: Content = {}): Content => ({
  text: printableText(text),
  margin: [0, 0, 0, 4],
  ...style,
})

const runsOf = (runs: Runs): readonly Content[] =>
  runs.map(({ text, bold = false, italic = false }) => ({ text: printableText(text), bold, italics: italic }))

function contentOf(block: Block): readonly Content[] {
  switch (block.type) {
    case 'title':
      return [
        line(block.overline, { fontSize: 9 }),
        line(block.text, { fontSize: 20, bold: true }),
        line(block.subtitle, { fontSize: 12 }),
      ]
    case 'heading':
      return [line(block.text, { fontSize: 16 - 2 * block.level, bold: true, outline: true })]
    case 'paragraph':
      return [{ text: runsOf(block.runs), margin: [0, 0, 0, 4] }]
    case 'list':
      return block.items.map((runs) => ({ text: runsOf(runs), margin: [14, 0, 0, 0] }))
    case 'keyValues':
      return [
        {
          layout: 'noBorders',
          table: {
            dontBreakRows: true,
            widths: ['30%', '*'],
            body: block.entries.map(({ key, value }) => [line(key), { text: runsOf(value) }]),
          },
        },
      ]
    case 'table': {
      const shares = block.columns.reduce((sum, { share }) => sum + share, 0)
      return [
        line(block.caption, { bold: true }),
        {
          fontSize: 9,
          table: {
            dontBreakRows: true,
            widths: block.columns.map(({ share }) => `${(100 * share) / shares}%`),
            body: [
              block.columns.map(({ header }) => line(header, { bold: true })),
              ...block.rows.map(({ cells }) => cells.map((runs) => ({ text: runsOf(runs) }))),
            ],
          },
        },
      ]
    }
    case 'signatures':
      return block.places.flatMap(({ capacity, name, mention }) =>
        [capacity, name, mention].filter((text) => text !== '').map((text) => line(text)),
      )
    case 'pageBreak':
      return [{ text: '', pageBreak: 'before' }]
    case 'section':
      return [{ text: '', pageOrientation: block.orientation, pageBreak: 'before' }]
    default:
      throw new Error(`minutes have no ${block.type}`)
  }
}
