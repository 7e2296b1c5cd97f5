import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { CorrespondentRow } from '#shared/usecases/ports.ts'
import { type CsvRow, openCsvTable } from './spreadsheets/csvTable.ts'
import { type ColumnNames, guessColumns, isKnownHeader } from './spreadsheets/guessColumns.ts'

type CorrespondentField = 'number' | 'civility' | 'name' | 'capacity' | 'address' | 'email' | 'receivedOn'

/**
 * Reads a spreadsheet of correspondents: one row a candidature, known by its number; the address in one cell of several
 * lines or in columns « Adresse 1 », « Adresse 2 »… A list made for a mail merge reads back. Same tolerance as for
 * candidatures ([DO70], [DO71]). Refusal: `input.invalid` with a French reason.
 */
export function readCorrespondentsCsv(bytes: Uint8Array): Result<readonly CorrespondentRow[]> {
  const table = openCsvTable(
    bytes,
    (header) => isKnownHeader(correspondentColumns, header) || addressLine.test(header),
  )
  if (!table.ok) return table
  const mapping = guessColumns(table.value.headers, correspondentColumns)
  const placeOf = (field: CorrespondentField): number => mapping.findIndex((mapped) => mapped.field === field)
  const addressPlaces = table.value.headers.flatMap((header, place) =>
    addressLine.test(header) || place === placeOf('address') ? [place] : [],
  )
  if (placeOf('number') === -1)
    return refuse('input.invalid', { reason: 'il manque la colonne « Numéro » de la candidature' })
  const rows: CorrespondentRow[] = []
  for (const slice of table.value.slices())
    for (const row of slice.rows) {
      if (row.cells.every((cell) => cell.trim() === '')) continue
      const cell = (field: CorrespondentField): string => cellAt(row, placeOf(field))
      rows.push({
        line: row.line,
        number: cell('number')
          .replace(/^n ?° ?/iu, '')
          .replace(/^(\d+)[.,]0+$/u, '$1'),
        civility: cell('civility'),
        name: cell('name'),
        capacity: cell('capacity'),
        address: addressPlaces
          .flatMap((place) => (row.cells[place] ?? '').split(/\r?\n/u))
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .join('\n'),
        email: cell('email'),
        receivedOn: cell('receivedOn'),
        isBroken: row.hasBrokenQuotes,
      })
    }
  return ok(rows)
}

const addressLine = /^adresse(?: (?:postale|ligne))? ?\d$/iu

const correspondentColumns: ColumnNames<CorrespondentField> = {
  number: [
    /^(?:n|no|num|numero|number)$/,
    /^(?:(?:n|no|num|numero) (?:de |du |de la )?)?(?:candidature|dossier)(?: (?:n|no|num|numero))?$/,
  ],
  civility: [/^(?:civilite|titre|civ)$/],
  name: [/^(?:nom|nom complet|prenom et nom|nom et prenom|representant|correspondant|destinataire)$/],
  capacity: [/^(?:qualite|fonction)$/],
  address: [/^adresse(?: postale)?$/],
  email: [/^(?:courriel|e ?mail|mail|adresse (?:e ?mail|electronique|mail))$/],
  receivedOn: [/^(?:recue?(?: le)?|date de (?:reception|depot)|deposee? le)$/],
}

const cellAt = (row: CsvRow, place: number): string =>
  (row.cells[place] ?? '').replace(/[^\S\n]+/gu, ' ').trim()
