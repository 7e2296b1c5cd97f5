import type { Block, DocumentModel, Runs } from '#shared/domain/documents/model.ts'
import { textOfRuns } from '#shared/domain/documents/plainText.ts'

/** What one would hand to an office suite that has no template: the words with their headings and tables. */
export const modelAsHtml = ({ title, blocks }: DocumentModel): string =>
  `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>${blocks
    .map(htmlOf)
    .join('\n')}</body></html>`

function htmlOf(block: Block): string {
  switch (block.type) {
    case 'title':
      return [element('p', block.overline), element('h1', block.text), element('p', block.subtitle)].join('')
    case 'heading':
      return element(`h${block.level + 1}`, block.text)
    case 'paragraph':
      return `<p>${runsOf(block.runs)}</p>`
    case 'list':
      return block.items.map((runs) => `<p>${runsOf(runs)}</p>`).join('')
    case 'keyValues':
      return tableOf(block.entries.map(({ key, value }) => [key, textOfRuns(value)]))
    case 'table': {
      const header = block.columns.map((column) => column.header)
      const rows = block.rows.map(({ cells }) => cells.map(textOfRuns))
      return `${element('p', block.caption)}${tableOf([header, ...rows])}`
    }
    case 'signatures':
      return block.places
        .flatMap(({ capacity, name, mention }) => [capacity, name, mention].map((text) => element('p', text)))
        .join('')
    case 'section':
    case 'pageBreak':
      return ''
    default:
      throw new Error(`minutes have no ${block.type}`)
  }
}

const element = (name: string, text: string): string =>
  text === '' ? '' : `<${name}>${escaped(text)}</${name}>`

const runsOf = (runs: Runs): string =>
  runs.map(({ text, bold }) => (bold ? `<b>${escaped(text)}</b>` : escaped(text))).join('')

const tableOf = (rows: readonly (readonly string[])[]): string =>
  `<table border="1">${rows.map((cells) => `<tr>${cells.map((cell) => element('td', cell) || '<td></td>').join('')}</tr>`).join('')}</table>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
