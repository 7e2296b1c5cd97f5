import type { ImportOutcome } from '#shared/contract/answers.ts'
import { counted, frenchAmount } from '#shared/domain/documents/typography.ts'
import type { DuplicatePair, ImportPreview, ImportPreviewLine } from '#shared/domain/dossier/importPreview.ts'
import { checkWord } from './checkWord.ts'
import { showTable } from './showTable.ts'

/** @param newCall name of the call that the import would create, or null. */
export function showImportPreview(preview: ImportPreview, newCall: string | null): string {
  const shown =
    preview.lines.length < preview.toImport ? `, dont voici les ${preview.lines.length} premières` : ''
  return [
    `Essai sans rien écrire : ${counted(preview.toImport, 'candidature viendrait', 'candidatures viendraient')}${shown}.`,
    ...(newCall === null ? [] : [`L’appel « ${newCall} » serait créé.`]),
    '',
    showTable(preview.lines, previewColumns),
    '',
    ...mappingLines(preview),
    ...checkLines(preview.toCheck),
    ...skippedLines(preview.skipped),
    ...errorLines(preview.errors),
    ...duplicateLines(preview.duplicates),
  ]
    .join('\n')
    .trimEnd()
}

/** @param newCall name of the call that the import created, or null. */
export function showImportOutcome(outcome: ImportOutcome, newCall: string | null): string {
  return [
    ...(newCall === null ? [] : [`L’appel « ${newCall} » n’existait pas : il a été créé.`]),
    `${counted(outcome.imported, 'candidature importée', 'candidatures importées')}.`,
    ...checkLines(outcome.toCheck),
    ...skippedLines(outcome.skipped),
    ...errorLines(outcome.errors),
    ...duplicateLines(outcome.duplicates),
    'Pour revenir en arrière : « delibere undo FICHIER ».',
  ].join('\n')
}

const previewColumns = [
  { title: 'Ligne', align: 'right', cell: (line: ImportPreviewLine) => String(line.line) },
  { title: 'Demandeur', atMost: 34, cell: (line: ImportPreviewLine) => line.applicant },
  {
    title: 'Territoire reconnu',
    atMost: 28,
    cell: (line: ImportPreviewLine) => line.matchedTerritory ?? '—',
  },
  { title: 'Projet', atMost: 44, cell: (line: ImportPreviewLine) => line.title },
  {
    title: 'Demandé',
    align: 'right',
    cell: (line: ImportPreviewLine) =>
      line.requestedCents === null ? `? ${line.amountAsWritten}`.trim() : frenchAmount(line.requestedCents),
  },
  {
    title: 'À vérifier',
    atMost: 30,
    cell: (line: ImportPreviewLine) => line.flags.map(checkWord).join(', '),
  },
] as const

const mappingLines = ({ mapping }: ImportPreview): string[] =>
  mapping.map(
    ({ header, field }) => `Colonne « ${header} » : ${field === null ? 'ignorée' : fieldWord(field)}`,
  )

const checkLines = (toCheck: number): string[] =>
  toCheck === 0 ? [] : [`${counted(toCheck, 'candidature est', 'candidatures sont')} à vérifier.`]

const skippedLines = (skipped: ImportOutcome['skipped']): string[] =>
  Object.entries(skipped).map(([reason, count]) => `Laissé de côté : ${reason} (${count}).`)

const errorLines = (errors: ImportOutcome['errors']): string[] =>
  errors.map(({ line, message }) => `Ligne ${line} : ${message}`)

const duplicateLines = (duplicates: readonly DuplicatePair[]): string[] =>
  duplicates.map(
    ({ first, second }) => `Doublon probable, à vous de juger : ${first.label} / ${second.label}`,
  )

/** The field in French, then the code that a mapping file uses. */
const fieldWord = (field: string): string =>
  Object.hasOwn(fieldWords, field) ? `${fieldWords[field]} (${field})` : field

const fieldWords: Readonly<Record<string, string>> = {
  number: 'numéro',
  applicant: 'demandeur',
  title: 'intitulé',
  amount: 'montant demandé',
  'total-cost': 'coût total',
  'eligible-base': 'dépense éligible',
  siret: 'SIRET',
  department: 'département',
  description: 'description',
  objectives: 'objectifs',
  'deposited-on': 'date de dépôt',
  'contact-email': 'courriel, retiré à l’import',
}
