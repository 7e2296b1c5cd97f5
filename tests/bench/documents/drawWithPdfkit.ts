import { createRequire } from 'node:module'
import PDFDocument, { type PdfKitElement } from 'pdfkit'
import { footer } from '#shared/domain/documents/footer.ts'
import type { Block, DocumentModel, Runs } from '#shared/domain/documents/model.ts'
import { textOfRuns } from '#shared/domain/documents/plainText.ts'
import { printableText } from '#shared/domain/documents/printableText.ts'

/**
 * As its guide tells: text that flows, its own tables, tags, an outline, and feet put on buffered pages at the end. Fonts are
 * named by their path: of a font given as bytes, its tables open the file again at each cell, which takes four times longer.
 */
export async function drawWithPdfkit(model: DocumentModel): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: 62, bottom: 76, left: 62, right: 62 },
    pdfVersion: '1.7',
    tagged: true,
    lang: model.language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: model.title, Author: model.author },
  })
  const written = bytesOf(document)
  const root = document.struct('Document')
  document.addStructure(root)
  for (const block of model.blocks) drawBlock(document, root, block)
  root.end()
  drawFeet(document, model)
  document.end()
  return written
}

function drawBlock(document: PDFDocument, root: PdfKitElement, block: Block): void {
  const line = (tag: string, text: string, font: string, size: number) => {
    if (text === '') return
    root.add(document.struct(tag, [() => document.font(font).fontSize(size).text(printableText(text))]))
    document.moveDown(0.4)
  }
  switch (block.type) {
    case 'title':
      line('P', block.overline, faces.regular, 9)
      line('H1', block.text, faces.bold, 20)
      line('P', block.subtitle, faces.regular, 12)
      return
    case 'heading':
      document.outline.addItem(block.text)
      line(`H${block.level + 1}`, block.text, faces.bold, 16 - 2 * block.level)
      return
    case 'paragraph':
      root.add(document.struct('P', [() => drawRuns(document, block.runs)]))
      document.moveDown(0.4)
      return
    case 'list':
      for (const runs of block.items) {
        const item = document.struct('LBody', [() => drawRuns(document, runs)])
        root.add(document.struct('L', [document.struct('LI', [item])]))
      }
      return
    case 'keyValues':
      drawTable(
        document,
        root,
        block.entries.map(({ key, value }) => [key, textOfRuns(value)]),
        ['30%', '70%'],
      )
      return
    case 'table': {
      line('P', block.caption, faces.bold, 10)
      const shares = block.columns.reduce((sum, { share }) => sum + share, 0)
      const header = block.columns.map((each) => each.header)
      const rows = block.rows.map(({ cells }) => cells.map(textOfRuns))
      drawTable(
        document,
        root,
        [header, ...rows],
        block.columns.map(({ share }) => `${(100 * share) / shares}%`),
      )
      return
    }
    case 'signatures':
      for (const { capacity, name, mention } of block.places)
        for (const text of [capacity, name, mention]) line('P', text, faces.regular, 10)
      return
    case 'pageBreak':
      document.addPage()
      return
    case 'section':
      document.addPage({ size: 'A4', layout: block.orientation })
      return
    default:
      throw new Error(`minutes have no ${block.type}`)
  }
}

function drawRuns(document: PDFDocument, runs: Runs): void {
  document.fontSize(10)
  runs.forEach(({ text, bold, italic }, index) => {
    document
      .font(bold ? faces.bold : italic ? faces.italic : faces.regular)
      .text(printableText(text), { continued: index < runs.length - 1 })
  })
}

function drawTable(
  document: PDFDocument,
  root: PdfKitElement,
  rows: readonly (readonly string[])[],
  columnStyles: readonly string[],
): void {
  if (rows.length === 0) return
  document.font(faces.regular).fontSize(9)
  document.table({
    data: rows.map((cells) => cells.map(printableText)),
    columnStyles: [...columnStyles],
    defaultStyle: { border: 0.5, padding: 3 },
    structParent: root,
  })
  document.moveDown(0.6)
}

/** Outside of the text, for those who read it and for who reads it aloud. */
function drawFeet(document: PDFDocument, model: DocumentModel): void {
  const { act, digest } = footer(model)
  const { start, count } = document.bufferedPageRange()
  for (let index = start; index < start + count; index++) {
    document.switchToPage(index)
    document.page.margins.bottom = 0
    document.markContent('Artifact', { type: 'Pagination' })
    document.font(faces.regular).fontSize(8)
    document.text(`${act} · Page ${index + 1} / ${count}`, 62, 784, { lineBreak: false })
    document.text(digest, 62, 796, { lineBreak: false })
    document.endMarkedContent()
  }
}

async function bytesOf(document: PDFDocument): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of document) parts.push(part as Uint8Array)
  return Buffer.concat(parts)
}

const require = createRequire(import.meta.url)
const face = (name: string): string => require.resolve(`@expo-google-fonts/source-sans-3/${name}.ttf`)
const faces = {
  regular: face('400Regular/SourceSans3_400Regular'),
  italic: face('400Regular_Italic/SourceSans3_400Regular_Italic'),
  bold: face('700Bold/SourceSans3_700Bold'),
}
