import Papa from 'papaparse'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { type DecodedText, decodeText } from '../decodeText.ts'

/** A spreadsheet exported as text, its rows read slice by slice. */
export interface CsvTable {
  readonly encoding: DecodedText['encoding']
  readonly delimiter: Delimiter
  /** As shown; a header met twice becomes « Montant (2) », an empty one « Colonne 3 ». */
  readonly headers: readonly string[]
  /** Each slice is short (a few milliseconds): the host breathes between two. */
  slices(): Generator<CsvSlice, void, void>
}

export type Delimiter = ';' | ',' | '\t'

export interface CsvSlice {
  readonly rows: readonly CsvRow[]
  /** Characters read so far, and in all. */
  readonly done: number
  readonly total: number
}

export interface CsvRow {
  /** Line of the file where the row begins, from 1. */
  readonly line: number
  readonly lastLine: number
  readonly cells: readonly string[]
  /** A quotation mark was opened and never closed. */
  readonly hasBrokenQuotes: boolean
}

/** How much text is read at once: about 100 rows of an ordinary export. */
const sliceLength = 32_768

/**
 * Opens a CSV of any common kind ([DO70]). The header is the first row of the top ten where two cells are known to
 * `isKnownHeader`, else the first row that is not blank: exports often begin with a title. Refusal: `input.invalid`.
 */
export function openCsvTable(
  bytes: Uint8Array,
  isKnownHeader: (header: string) => boolean,
): Result<CsvTable> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const text = decoded.value.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const declared = /^"?sep=([;,\t])"?\n/i.exec(text)
  const start = { offset: declared?.[0].length ?? 0, line: declared ? 2 : 1 }
  const delimiter = (declared?.[1] as Delimiter | undefined) ?? guessDelimiter(text.slice(0, sliceLength))
  const top = rowsOfTop(text, delimiter, start)
  const written = top.filter(({ row }) => row.cells.some((cell) => cell.trim() !== ''))
  const headerRow =
    written.slice(0, 10).find(({ row }) => row.cells.filter((cell) => isKnownHeader(cell)).length >= 2) ??
    written[0]
  if (!headerRow) return refuse('input.invalid', { reason: 'ce document est vide' })
  const body = { offset: headerRow.endOffset, line: headerRow.row.lastLine + 1 }
  return ok({
    encoding: decoded.value.encoding,
    delimiter,
    headers: distinctHeaders(headerRow.row.cells),
    slices: () => readSlices(text, delimiter, body),
  })
}

interface Position {
  readonly offset: number
  readonly line: number
}

/** Rows of the first slice with the place where each ends: the header is read apart, one row at a time. */
function rowsOfTop(
  text: string,
  delimiter: Delimiter,
  start: Position,
): { row: CsvRow; endOffset: number }[] {
  const found: { row: CsvRow; endOffset: number }[] = []
  let position = start
  while (position.offset < text.length && found.length < 30) {
    const { rows, next } = readRows(text, delimiter, position, sliceLength, 1)
    for (const row of rows) found.push({ row, endOffset: next.offset })
    position = next
  }
  return found
}

function* readSlices(text: string, delimiter: Delimiter, start: Position): Generator<CsvSlice, void, void> {
  let position = start
  while (position.offset < text.length) {
    const { rows, next } = readRows(text, delimiter, position, sliceLength)
    position = next
    yield {
      rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
      done: next.offset,
      total: text.length,
    }
  }
}

function readRows(
  text: string,
  delimiter: Delimiter,
  from: Position,
  length: number,
  atMost = 0,
): { readonly rows: readonly CsvRow[]; readonly next: Position } {
  const isLast = from.offset + length >= text.length
  const piece = text.slice(from.offset, from.offset + length)
  // The fast mode (no quotation mark in the piece) misplaces the cursor when rows are left for the next piece.
  const parser = new Papa.Parser({ delimiter, newline: '\n', preview: atMost, fastMode: false })
  const result = parser.parse(piece, 0, !isLast) as Papa.ParseResult<string[]>
  const consumed = result.meta.cursor
  // The row is longer than the piece (a long quoted text): take more.
  if (!isLast && (result.data.length === 0 || consumed === 0))
    return readRows(text, delimiter, from, length * 4, atMost)
  const brokenRows = new Set(result.errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row))
  let line = from.line
  const rows = result.data.map((cells, index): CsvRow => {
    const first = line
    line += 1 + cells.reduce((count, cell) => count + (cell.match(/\n/g)?.length ?? 0), 0)
    return { line: first, lastLine: line - 1, cells, hasBrokenQuotes: brokenRows.has(index) }
  })
  const isFinished = isLast && (atMost === 0 || result.data.length < atMost)
  return { rows, next: { offset: isFinished ? text.length : from.offset + Math.max(consumed, 1), line } }
}

/** The candidate that is most frequent outside quotation marks in the first lines. */
function guessDelimiter(text: string): Delimiter {
  const unquoted = text
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 10)
  const candidates: readonly Delimiter[] = [';', '\t', ',']
  const scoreOf = (delimiter: Delimiter) => {
    const counts = unquoted.map((line) => line.split(delimiter).length - 1)
    // Decimal commas make the count vary from line to line, columns do not.
    const isRegular = counts.length > 0 && counts.every((count) => count === counts[0])
    return {
      delimiter,
      weight: (counts[0] ?? 0) * (isRegular ? 2 : 1) + (counts.reduce((a, b) => a + b, 0) > 0 ? 0.1 : 0),
    }
  }
  return candidates.map(scoreOf).reduce((best, score) => (score.weight > best.weight ? score : best))
    .delimiter
}

function distinctHeaders(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return trimTrailingEmpty(cells).map((cell, index) => {
    const label = cell.replace(/\s+/g, ' ').trim() || `Colonne ${index + 1}`
    const key = foldForSearch(label)
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? label : `${label} (${count})`
  })
}

const trimTrailingEmpty = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)
