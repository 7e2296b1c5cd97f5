import { type ImportedCandidature, isImportable } from '#shared/domain/dossier/importedCandidature.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { type CandidatureField, candidatureColumns } from './spreadsheets/candidatureColumns.ts'
import { type CsvTable, openCsvTable } from './spreadsheets/csvTable.ts'
import { type ColumnMapping, givenColumns, guessColumns, isKnownHeader } from './spreadsheets/guessColumns.ts'
import { readCandidatureRow } from './spreadsheets/readCandidatureRow.ts'

export interface CsvReading extends Pick<CsvTable, 'encoding' | 'delimiter'> {
  /** The mapping that was used, guessed or given, to be shown. */
  readonly mapping: ColumnMapping<CandidatureField>
  /** Batches of a few milliseconds each. Stopping early is cancelling: reading stores nothing ([DO73]). */
  batches(): Generator<CsvBatch, void, void>
}

export interface CsvBatch {
  readonly candidatures: readonly ImportedCandidature[]
  /** Characters read so far, and in all. */
  readonly done: number
  readonly total: number
}

export interface CsvOptions {
  /** By header, the field it feeds or null; a null mapping is guessed from the names of the columns. */
  readonly mapping: Readonly<Record<string, string | null>> | null
}

/**
 * Reads a spreadsheet of candidatures ([DO70] to [DO74]). Refusal: `input.invalid` with a French reason, when the bytes
 * are not text, hold nothing, or when no column can be the applicant.
 */
export function readCsv(bytes: Uint8Array, options: CsvOptions): Result<CsvReading> {
  const given = options.mapping
  const table = openCsvTable(bytes, (header) =>
    given === null ? isKnownHeader(candidatureColumns, header) : Object.keys(given).includes(header.trim()),
  )
  if (!table.ok) return table
  const { encoding, delimiter, headers, slices } = table.value
  const mapping =
    given === null
      ? guessColumns(headers, candidatureColumns)
      : givenColumns(headers, candidatureColumns, given)
  if (!mapping.some(({ field }) => field === 'applicant')) {
    return refuse('input.invalid', {
      reason: `aucune colonne ne désigne le demandeur parmi ${headers
        .slice(0, 12)
        .map((header) => `« ${header} »`)
        .join(', ')}`,
    })
  }
  return ok({
    encoding,
    delimiter,
    mapping,
    *batches() {
      const seenNumbers = new Set<string>()
      for (const slice of slices()) {
        const candidatures = slice.rows
          .map((row) => readCandidatureRow(row, mapping))
          .map((candidature) => withoutRepeatedNumber(candidature, seenNumbers))
        yield { candidatures, done: slice.done, total: slice.total }
      }
    },
  })
}

/** Marks and paper name candidatures by their number: two lines with the same one cannot both have it ([DO74]). */
function withoutRepeatedNumber(
  candidature: ImportedCandidature,
  seenNumbers: Set<string>,
): ImportedCandidature {
  if (candidature.number === null || !isImportable(candidature)) return candidature
  const number = candidature.number.replace(/^0+(?=\d)/, '')
  const isRepeated = seenNumbers.has(number)
  seenNumbers.add(number)
  if (!isRepeated) return candidature
  const repeated = { severity: 'error', field: 'number', problem: 'repeated' } as const
  return { ...candidature, findings: [...candidature.findings, repeated] }
}
