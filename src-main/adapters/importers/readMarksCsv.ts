import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { MarkRow } from '#shared/usecases/ports.ts'
import { type CsvRow, openCsvTable } from './spreadsheets/csvTable.ts'
import {
  type ColumnMapping,
  type ColumnNames,
  guessColumns,
  isKnownHeader,
} from './spreadsheets/guessColumns.ts'

export type MarkField = 'member' | 'candidature-number' | 'criterion-code' | 'value' | 'comment'

export interface MarksReading {
  readonly mapping: ColumnMapping<MarkField>
  readonly rows: readonly MarkRow[]
  readonly errors: readonly { readonly line: number; readonly problem: MarkRowProblem }[]
}

export type MarkRowProblem = 'candidature-missing' | 'criterion-missing' | 'broken-quotes' | 'too-many-cells'

/**
 * Reads a spreadsheet of marks: one row is a member, a candidature number, a criterion code, a value, a comment. Same
 * tolerance as for candidatures ([DO70], [DO71]). Refusal: `input.invalid` with a French reason, when the bytes are not
 * text or a needed column is missing.
 */
export function readMarksCsv(bytes: Uint8Array): Result<MarksReading> {
  const table = openCsvTable(bytes, (header) => isKnownHeader(markColumns, header))
  if (!table.ok) return table
  if (looksLikeMarks(table.value.headers)) return readWithoutHeader(bytes, table.value.delimiter)
  const mapping = guessColumns(table.value.headers, markColumns)
  const missing = neededColumns.filter(([field]) => !mapping.some((mapped) => mapped.field === field))
  if (missing.length > 0) {
    return refuse('input.invalid', {
      reason: `il manque la colonne ${missing.map(([, name]) => name).join(', ')}`,
    })
  }
  const rows: MarkRow[] = []
  const errors: { line: number; problem: MarkRowProblem }[] = []
  for (const slice of table.value.slices()) {
    for (const csvRow of slice.rows) {
      const row = markRow(csvRow, mapping)
      const problem = problemOf(csvRow, row, mapping.length)
      if (problem === null) rows.push(row)
      else errors.push({ line: csvRow.line, problem })
    }
  }
  return ok({ mapping, rows, errors })
}

/** A first row that is already a mark: its second cell is a candidature number. */
const looksLikeMarks = (cells: readonly string[]): boolean =>
  cells.length >= 4 && /^(?:n ?° ?)?\d+(?:[.,]0)?$/i.test(cells[1] ?? '')

/** The columns are then those of the documented order, and every line keeps the number it has in the file. */
function readWithoutHeader(bytes: Uint8Array, delimiter: string): Result<MarksReading> {
  const header = ['membre', 'candidature', 'critere', 'note', 'commentaire'].join(delimiter)
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = hasMark ? bytes.subarray(3) : bytes
  const read = readMarksCsv(Buffer.concat([Buffer.from(`${header}\n`), body]))
  if (!read.ok) return read
  const { mapping, rows, errors } = read.value
  return ok({
    mapping,
    rows: rows.map((row) => ({ ...row, line: row.line - 1 })),
    errors: errors.map((error) => ({ ...error, line: error.line - 1 })),
  })
}

const neededColumns: readonly (readonly [MarkField, string])[] = [
  ['candidature-number', '« n° de candidature »'],
  ['criterion-code', '« critère »'],
  ['value', '« note »'],
]

const markColumns: ColumnNames<MarkField> = {
  member: [
    /^(?:nom (?:du |de l |de la )?)?(?:membre|evaluateur|evaluatrice|rapporteur|rapporteure|jure|juree|jury|member|evaluator|reviewer)(?: .*)?$/,
    /^(?:nom|utilisateur|auteur)$/,
  ],
  'candidature-number': [
    /^(?:(?:n|no|num|numero) (?:de |du |de la )?)?(?:candidature|dossier|projet|demande)(?: (?:n|no|num|numero|number|id))?$/,
    /^(?:n|no|num|numero|number)$/,
  ],
  'criterion-code': [/^(?:code (?:du |de )?)?(?:critere|criteres|criterion|criteria)(?: code)?$/, /^code$/],
  value: [/^(?:note|valeur|value|mark|score|points?|evaluation|appreciation)(?: .*)?$/],
  comment: [/^(?:commentaires?|comments?|observations?|remarques?|motifs?|justifications?|avis)(?: .*)?$/],
}

function markRow(row: CsvRow, mapping: ColumnMapping<MarkField>): MarkRow {
  const cell = (field: MarkField): string =>
    (row.cells[mapping.findIndex((mapped) => mapped.field === field)] ?? '').replace(/[^\S\n]+/g, ' ').trim()
  return {
    line: row.line,
    member: cell('member'),
    // Spreadsheets write 12.0 for 12.
    candidatureNumber: cell('candidature-number')
      .replace(/^(?:n ?°|no\.?|#) ?/i, '')
      .replace(/^(\d+)[.,]0+$/, '$1'),
    criterionCode: cell('criterion-code'),
    value: cell('value'),
    comment: cell('comment'),
  }
}

function problemOf(csvRow: CsvRow, row: MarkRow, columnCount: number): MarkRowProblem | null {
  if (csvRow.hasBrokenQuotes) return 'broken-quotes'
  if (csvRow.cells.slice(columnCount).some((extra) => extra.trim() !== '')) return 'too-many-cells'
  if (row.candidatureNumber === '') return 'candidature-missing'
  return row.criterionCode === '' ? 'criterion-missing' : null
}
