import type { SessionSummary } from '#shared/contract/answers.ts'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { CandidatureRow } from '#shared/domain/candidature/candidatureList.ts'
import { counted, frenchAmount, frenchDate } from '#shared/domain/documents/typography.ts'
import { checkWord } from './checkWord.ts'
import { sessionStatusWords } from './read/words.ts'
import { type Column, showTable } from './showTable.ts'

type CallRow = OutputOf<'call.list'>[number]

export function callListText(calls: readonly CallRow[]): string {
  if (calls.length === 0)
    return 'Il n’y a pas encore d’appel. Ouvrez-en un avec « delibere call FICHIER add » ou par un import.'
  return showTable(calls, callColumns)
}

export function candidatureListText(rows: readonly CandidatureRow[]): string {
  if (rows.length === 0) return 'Il n’y a pas encore de candidature. Importez-en avec « delibere import ».'
  const total = rows.reduce((sum, row) => sum + (row.requestedCents ?? 0), 0)
  return `${showTable(rows, candidatureColumns)}\n\n${counted(rows.length, 'candidature', 'candidatures')}, ${frenchAmount(total)} demandés.`
}

/** Expects sessions in the order of their numbers. */
export function sessionListText(sessions: readonly SessionSummary[]): string {
  if (sessions.length === 0)
    return 'Il n’y a pas encore de séance. Prévoyez-en une avec « delibere session FICHIER plan ».'
  return showTable(
    sessions.map((session, index) => ({ ...session, position: index + 1 })),
    sessionColumns,
  )
}

const callColumns: readonly Column<CallRow>[] = [
  { title: 'Appel', atMost: 52, cell: ({ call }) => call.name },
  { title: 'Exercice', cell: ({ call }) => String(call.fiscalYear) },
  { title: 'Candidatures', align: 'right', cell: (row) => String(row.candidatures) },
  { title: 'Demandé', align: 'right', cell: (row) => frenchAmount(row.requestedCents) },
  {
    title: 'Enveloppe',
    align: 'right',
    cell: ({ call }) => (call.rules.envelopeCents === null ? '—' : frenchAmount(call.rules.envelopeCents)),
  },
  { title: 'Grille', atMost: 40, cell: (row) => row.gridLabel ?? '—' },
]

const statusWords = { submitted: '', withdrawn: 'retirée', inadmissible: 'irrecevable' } as const

const candidatureColumns: readonly Column<CandidatureRow>[] = [
  { title: 'N°', align: 'right', cell: (row) => String(row.number) },
  { title: 'Demandeur', atMost: 40, cell: (row) => row.applicant },
  { title: 'Projet', atMost: 50, cell: (row) => row.title },
  { title: 'Dép.', cell: (row) => row.department },
  {
    title: 'Demandé',
    align: 'right',
    cell: (row) => (row.requestedCents === null ? '?' : frenchAmount(row.requestedCents)),
  },
  {
    title: 'État',
    cell: (row) => (row.mergedInto === null ? statusWords[row.status] : 'réunie à une autre'),
  },
  { title: 'À vérifier', cell: (row) => row.toCheck.map(checkWord).join(', ') },
]

const sessionColumns: readonly Column<SessionSummary & { readonly position: number }>[] = [
  { title: 'N°', align: 'right', cell: (row) => String(row.position) },
  { title: 'Date', cell: (row) => frenchDate(row.date) },
  { title: 'Appel', atMost: 44, cell: (row) => row.callName },
  { title: 'Lieu', atMost: 30, cell: (row) => row.place },
  { title: 'État', cell: (row) => sessionStatusWords[row.status] },
  { title: 'Points décidés', align: 'right', cell: (row) => `${row.decided}/${row.items}` },
  { title: 'Procès-verbal', cell: (row) => row.number ?? '—' },
]
