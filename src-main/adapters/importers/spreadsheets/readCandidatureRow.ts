import type { AmountReading, TaxBasis } from '#shared/domain/dossier/amountReading.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import type {
  ImportedCandidature,
  ImportField,
  ImportFinding,
  ImportProblem,
} from '#shared/domain/dossier/importedCandidature.ts'
import { maskContacts } from '#shared/domain/dossier/maskContacts.ts'
import { readAmount } from '#shared/domain/dossier/readAmount.ts'
import { readDate } from '#shared/domain/dossier/readDate.ts'
import { readDepartment } from '#shared/domain/dossier/readDepartment.ts'
import { readSiret } from '#shared/domain/dossier/siret.ts'
import type { CandidatureField } from './candidatureColumns.ts'
import type { CsvRow } from './csvTable.ts'
import type { ColumnMapping } from './guessColumns.ts'

/** One line of the spreadsheet, with what is missing or doubtful in it ([DO74]). */
export function readCandidatureRow(
  row: CsvRow,
  mapping: ColumnMapping<CandidatureField>,
): ImportedCandidature {
  const findings: ImportFinding[] = []
  const find = (severity: ImportFinding['severity'], field: ImportField, problem: ImportProblem) =>
    findings.push({ severity, field, problem })
  const cell = (field: CandidatureField): string | null => {
    const column = mapping.findIndex((mapped) => mapped.field === field)
    return column === -1 ? null : (row.cells[column] ?? '').trim()
  }
  const line = (field: CandidatureField & ImportField): string =>
    masked(singleSpaces(cell(field) ?? ''), field)
  const masked = (text: string, field: ImportField): string => {
    const { text: safe, removedCount } = maskContacts(text)
    if (removedCount > 0) find('to-check', field, 'contact-removed')
    return safe
  }
  const paragraphs = (field: 'description' | 'objectives'): string[] =>
    masked(cell(field) ?? '', field)
      .split('\n')
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== '')
  const amountOf = (field: 'amount' | 'total-cost' | 'eligible-base'): AmountReading | null => {
    const written = cell(field)
    if (written === null || (written === '' && field !== 'amount')) return null
    const reading = withBasis(readAmount(masked(written, field)), basisOfHeader(mapping, field))
    if (reading.status === 'to-check')
      find('to-check', field, reading.doubt === 'empty' ? 'missing' : 'unreadable')
    else if (field === 'amount' && reading.flags.includes('zero')) find('to-check', field, 'zero')
    return reading
  }

  const hasExtraCells = row.cells.slice(mapping.length).some((extra) => extra.trim() !== '')
  if (row.hasBrokenQuotes) find('error', 'line', 'broken-quotes')
  else if (hasExtraCells) find('error', 'line', 'too-many-cells')
  const applicantName = line('applicant')
  if (applicantName === '') find('error', 'applicant', 'missing')
  const title = line('title')
  if (title === '') find('error', 'title', 'missing')
  const writtenDepartment = cell('department')
  const department = readDepartment(writtenDepartment ?? '')
  if (writtenDepartment !== null && department === null) {
    find('to-check', 'department', writtenDepartment === '' ? 'missing' : 'unreadable')
  }
  const amount = amountOf('amount') ?? readAmount('')
  if (cell('amount') === null) find('to-check', 'amount', 'missing')

  return {
    lines: { first: row.line, last: row.lastLine },
    number: cell('number') || null,
    title,
    rawTitle: title,
    applicantName,
    department,
    siret: readOptional(
      cell('siret'),
      (text) => {
        const reading = readSiret(text)
        return reading.status === 'valid' ? reading.value : null
      },
      () => find('to-check', 'siret', 'unreadable'),
    ),
    description: paragraphs('description'),
    objectives: paragraphs('objectives'),
    amount,
    totalCost: amountOf('total-cost'),
    eligibleBase: amountOf('eligible-base'),
    depositedOn: readOptional(
      cell('deposited-on'),
      (text) => {
        const reading = readDate(text)
        return reading.status === 'certain' ? reading.date : null
      },
      () => find('to-check', 'deposited-on', 'unreadable'),
    ),
    contactEmail: readOptional(
      cell('contact-email'),
      (text) => (/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text) ? text : null),
      () => find('to-check', 'contact-email', 'unreadable'),
    ),
    annexes: [],
    findings,
  }
}

/** An empty cell is no finding; a cell that is written and cannot be read is one. */
function readOptional(
  written: string | null,
  read: (text: string) => string | null,
  onUnreadable: () => void,
): string | null {
  if (written === null || written === '') return null
  const value = read(written)
  if (value === null) onUnreadable()
  return value
}

/** « Montant demandé HT » says the tax basis of its whole column. */
function basisOfHeader(mapping: ColumnMapping<CandidatureField>, field: CandidatureField): TaxBasis | null {
  const header = foldForSearch(mapping.find((mapped) => mapped.field === field)?.header ?? '')
  const isBeforeTax = /\bh ?\.?t\b|\bhors taxes?\b/.test(header)
  const isAfterTax = /\bt\.?t\.?c\b|\btoutes taxes comprises\b/.test(header)
  if (isBeforeTax === isAfterTax) return null
  return isBeforeTax ? 'HT' : 'TTC'
}

const withBasis = (reading: AmountReading, taxBasis: TaxBasis | null): AmountReading =>
  reading.status === 'certain' && reading.taxBasis === null ? { ...reading, taxBasis } : reading

const singleSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim()
