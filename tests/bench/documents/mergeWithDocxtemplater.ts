import Docxtemplater from 'docxtemplater'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import PizZip from 'pizzip'
import type { Block, DocumentModel, Runs } from '#shared/domain/documents/model.ts'
import { textOfRuns } from '#shared/domain/documents/plainText.ts'
import { printableText } from '#shared/domain/documents/printableText.ts'

/** The same words merged into a template that has our styles, heads and feet: see `minutesTemplate`. */
export function mergeWithDocxtemplater(model: DocumentModel, template: Uint8Array): Uint8Array {
  const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true })
  document.render({ blocks: model.blocks.map(dataOf) })
  return new Uint8Array(document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' }))
}

/** @param empty Word file of the same model without a block: its styles, its heads and feet. */
export function minutesTemplate(empty: Uint8Array, columnCounts: ReadonlySet<number>): Uint8Array {
  const entries = unzipSync(empty)
  const main = strFromU8(entries['word/document.xml'] ?? new Uint8Array())
  const [, head = '', section = ''] = /^(.*<w:body>).*?(<w:sectPr[ >].*)$/su.exec(main) ?? []
  const body = [
    paragraph('{#blocks}'),
    ...textParts.flatMap(([name, style]) => [
      paragraph(`{#${name}}`),
      paragraph('{text}', style),
      paragraph(`{/${name}}`),
    ]),
    paragraph('{#paragraph}'),
    '<w:p><w:r><w:t>{#runs}{#bold}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r><w:r><w:t>{/bold}{^bold}{text}{/bold}{/runs}</w:t></w:r></w:p>',
    paragraph('{/paragraph}'),
    ...[...columnCounts].flatMap((count) => [
      paragraph(`{#table${count}}`),
      table(count),
      paragraph(`{/table${count}}`),
    ]),
    paragraph('{/blocks}'),
  ]
  return zipSync({ ...entries, 'word/document.xml': strToU8(head + body.join('') + section) })
}

/** How many columns the tables of a model have; those of two without a rule included. */
export const columnCountsOf = (model: DocumentModel): ReadonlySet<number> =>
  new Set(
    model.blocks.flatMap((block) =>
      block.type === 'table' ? block.columns.length : block.type === 'keyValues' ? 2 : [],
    ),
  )

/** What is one line in one style. */
const textParts = [
  ['overline', 'Subtitle'],
  ['title', 'Title'],
  ['subtitle', 'Subtitle'],
  ['heading1', 'Heading1'],
  ['heading2', 'Heading2'],
  ['heading3', 'Heading3'],
  ['caption', 'Caption'],
  ['line', ''],
] as const

const paragraph = (text: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

function table(count: number): string {
  const cell = (text: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraph(text)}</w:tc>`
  const cells = Array.from({ length: count }, (_, index) => {
    const opening = index === 0 ? '{#rows}' : ''
    const closing = index === count - 1 ? '{/rows}' : ''
    return cell(`${opening}{c${index}}${closing}`)
  })
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>${'<w:gridCol/>'.repeat(count)}</w:tblGrid><w:tr>${cells.join('')}</w:tr></w:tbl>`
}

type Data = Readonly<Record<string, unknown>>

const text = (value: string): readonly Data[] => (value === '' ? [] : [{ text: printableText(value) }])

const rowOf = (cells: readonly string[]): Data =>
  Object.fromEntries(cells.map((cell, index) => [`c${index}`, printableText(cell)]))

const runsOf = (runs: Runs): readonly Data[] =>
  runs.map((run) => ({ text: printableText(run.text), bold: run.bold === true }))

function dataOf(block: Block): Data {
  switch (block.type) {
    case 'title':
      return { overline: text(block.overline), title: text(block.text), subtitle: text(block.subtitle) }
    case 'heading':
      return { [`heading${block.level}`]: text(block.text) }
    case 'paragraph':
      return { paragraph: [{ runs: runsOf(block.runs) }] }
    case 'list':
      return { paragraph: block.items.map((runs) => ({ runs: runsOf(runs) })) }
    case 'keyValues': {
      const rows = block.entries.map(({ key, value }) => rowOf([key, textOfRuns(value)]))
      return { table2: [{ rows }] }
    }
    case 'table': {
      const header = rowOf(block.columns.map((column) => column.header))
      const rows = block.rows.map(({ cells }) => rowOf(cells.map(textOfRuns)))
      return { caption: text(block.caption), [`table${block.columns.length}`]: [{ rows: [header, ...rows] }] }
    }
    case 'signatures':
      return {
        line: block.places.flatMap(({ capacity, name, mention }) => [capacity, name, mention].flatMap(text)),
      }
    case 'section':
    case 'pageBreak':
      return {}
    default:
      throw new Error(`minutes have no ${block.type}`)
  }
}
