import { frenchAmount, frenchDecimal } from '#shared/domain/documents/typography.ts'
import type { RankingRowView, RankingView } from '#shared/domain/ranking/rankingView.ts'
import { type Column, showTable } from './showTable.ts'

/** The ranking with a line where the money ends, then the sums and what deserves the chair's attention. */
export function rankingText(ranking: RankingView): string {
  if (ranking.rows.length === 0) return 'Il n’y a rien à classer : l’appel n’a pas de candidature.'
  return [
    `Classement de l’appel « ${ranking.callName} »`,
    '',
    showTable(ranking.rows, columns),
    '',
    `Demandé ${frenchAmount(ranking.requestedCents)}, proposé ${frenchAmount(ranking.awardedCents)}${envelopeText(ranking)}.`,
    ...tieLines(ranking.rows),
    ...absentLines(ranking),
  ].join('\n')
}

/** The same rows for a French spreadsheet, on standard output. */
export function rankingCsv(ranking: RankingView): string {
  const header = [
    'Rang',
    'N°',
    'Demandeur',
    'Projet',
    'Département',
    'Note',
    'Demandé',
    'Proposition',
    'Montant proposé',
  ]
  const lines = ranking.rows.map((row) => [
    row.rank === null ? '' : String(row.rank),
    String(row.number),
    row.applicant,
    row.title,
    row.department,
    row.score === null ? '' : frenchDecimal(row.score),
    plainEuros(row.requestedCents),
    proposals[row.award.status],
    plainEuros(row.award.amountCents),
  ])
  return [header, ...lines].map((cells) => cells.map(csvCell).join(';')).join('\r\n')
}

const proposals: Readonly<Record<RankingRowView['award']['status'], string>> = {
  within: 'retenue',
  partial: 'retenue en partie',
  waiting: 'liste complémentaire',
  'not-selected': 'non retenue',
}

const columns: readonly Column<RankingRowView>[] = [
  {
    title: 'Rang',
    align: 'right',
    cell: (row) => (row.rank === null ? '—' : `${row.rank}${row.tiedWith.length > 0 ? '=' : ''}`),
  },
  { title: 'N°', align: 'right', cell: (row) => String(row.number) },
  { title: 'Demandeur', atMost: 38, cell: (row) => row.applicant },
  { title: 'Note', align: 'right', cell: (row) => (row.score === null ? '—' : frenchDecimal(row.score)) },
  {
    title: 'Demandé',
    align: 'right',
    cell: (row) => (row.requestedCents === null ? '—' : frenchAmount(row.requestedCents)),
  },
  { title: 'Proposé', align: 'right', cell: (row) => frenchAmount(row.award.amountCents) },
  { title: 'Proposition', cell: (row) => proposals[row.award.status] },
  { title: 'Remarques', atMost: 60, cell: (row) => remarks(row).join(', ') },
]

const remarks = (row: RankingRowView): string[] => [
  ...(row.notRanked === null ? [] : [notRankedWords[row.notRanked]]),
  ...(row.knockedOutBy.length > 0 ? [`éliminatoire : ${row.knockedOutBy.join(', ')}`] : []),
  ...(row.belowMinimum ? ['sous la note plancher'] : []),
  ...(row.decidedBy === null ? [] : ['départagée']),
  ...(row.gapAlert ? ['écart entre fiches'] : []),
  ...(row.recused.length > 0 ? [`déport : ${row.recused.join(', ')}`] : []),
]

const notRankedWords: Readonly<Record<NonNullable<RankingRowView['notRanked']>, string>> = {
  'no-sheet': 'aucune fiche déposée',
  'too-few-evaluators': 'trop peu d’évaluations',
  withdrawn: 'retirée',
  inadmissible: 'irrecevable',
  merged: 'réunie à une autre',
  sealed: 'notes scellées',
}

const envelopeText = ({ envelopeCents, remainingCents }: RankingView): string =>
  envelopeCents === null
    ? ''
    : `, enveloppe ${frenchAmount(envelopeCents)}, reste ${frenchAmount(remainingCents ?? 0)}`

function tieLines(rows: readonly RankingRowView[]): string[] {
  const groups = new Set(
    rows
      .filter((row) => row.tiedWith.length > 0)
      .map((row) => [row.number, ...row.tiedWith].sort((a, b) => a - b).join(', ')),
  )
  return [...groups].map((numbers) => `Ex æquo, à la présidence de trancher : candidatures n° ${numbers}.`)
}

const absentLines = (ranking: RankingView): string[] => [
  ...(ranking.absentMarkers.length === 0 ? [] : [`Fiches qui manquent : ${absentNames(ranking)}.`]),
  ...(ranking.orderWithoutAbsentMarkers === null
    ? []
    : [`Sans les fiches incomplètes, l’ordre serait : ${ranking.orderWithoutAbsentMarkers.join(', ')}.`]),
]

const absentNames = ({ absentMarkers }: RankingView): string =>
  absentMarkers.map(({ name, missingSheets }) => `${name} (${missingSheets})`).join(', ')

/** « 12345,00 »: no thousands separator, so that a spreadsheet reads a number. */
const plainEuros = (amountCents: number | null): string =>
  amountCents === null ? '' : `${Math.floor(amountCents / 100)},${String(amountCents % 100).padStart(2, '0')}`

/** A cell that a spreadsheet would run as a formula is kept as text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
