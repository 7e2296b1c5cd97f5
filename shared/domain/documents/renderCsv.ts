/** A text, a number (written with a decimal comma), or nothing. */
export type CsvCell = string | number | null

/**
 * A table for French spreadsheets [CS1]: BOM, `;`, CRLF, decimal comma. A text that a spreadsheet would run as a
 * formula is preceded by an apostrophe. No-break spaces become plain ones: a spreadsheet would not read a figure.
 */
export function renderCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(';')}\r\n`).join('')}`
}

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  return quoted(neutralised(cell.toWellFormed().replace(/[\u00A0\u202F]/gu, ' ')))
}

/** The full-width signs are formulas too, to some spreadsheets. */
const neutralised = (text: string): string =>
  /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u.test(text) ? `'${text}` : text

const quoted = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
