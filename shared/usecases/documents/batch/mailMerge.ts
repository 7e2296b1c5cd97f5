import type { CsvCell } from '#shared/domain/documents/renderCsv.ts'
import type { Correspondent } from '#shared/domain/instruction/instruction.ts'

/** A document that was made, as the list of a mail merge names it. */
export interface MailMergeEntry {
  readonly number: number
  readonly applicant: string
  readonly project: string
  readonly amountCents: number | null
  readonly correspondent: Correspondent
  /** « Lettre d’attribution ». */
  readonly documentName: string
  readonly fileNames: { readonly pdf: string | null; readonly docx: string | null }
}

/**
 * [BA3] One line a document, for a mail merge of an office suite. As many address columns as the longest address has
 * lines, three at least, so that a model made for one batch serves the next.
 */
export function mailMergeRows(entries: readonly MailMergeEntry[]): readonly (readonly CsvCell[])[] {
  const lines = Math.max(3, ...entries.map(({ correspondent }) => addressLines(correspondent).length))
  return [
    [
      'Numéro',
      'Civilité',
      'Nom',
      'Qualité',
      'Demandeur',
      ...Array.from({ length: lines }, (_, index) => `Adresse ${index + 1}`),
      'Courriel',
      'Projet',
      'Montant',
      'Document',
      'Fichier PDF',
      'Fichier Word',
    ],
    ...entries.map(({ correspondent, ...entry }) => [
      entry.number,
      correspondent.civility === '' ? 'Madame, Monsieur' : correspondent.civility,
      correspondent.name,
      correspondent.capacity,
      entry.applicant,
      ...Array.from({ length: lines }, (_, index) => addressLines(correspondent)[index] ?? ''),
      correspondent.email,
      entry.project,
      entry.amountCents === null ? null : euros(entry.amountCents),
      entry.documentName,
      entry.fileNames.pdf,
      entry.fileNames.docx,
    ]),
  ]
}

const addressLines = ({ address }: Correspondent): readonly string[] =>
  address
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A figure for a spreadsheet: exact for any amount of a committee, written with a decimal comma. */
const euros = (amountCents: number): number => amountCents / 100
