import { frenchDecimal } from '#shared/domain/documents/typography.ts'
import type { RankingRowView } from '#shared/domain/ranking/rankingView.ts'
import { words } from './words.ts'

/**
 * [UI5] The ranking as lines of cells separated by tabs, as spreadsheets paste them. A cell that a spreadsheet would take for a
 * formula is preceded by an apostrophe.
 */
export function tableAsText(rows: readonly RankingRowView[]): string {
  const header = [
    words.rank,
    words.number,
    'Demandeur',
    'Projet',
    words.score,
    words.requested,
    words.proposed,
  ]
  const lines = rows.map((row) => [
    row.rank === null ? '' : String(row.rank),
    String(row.number),
    row.applicant,
    row.title,
    row.score === null ? '' : frenchDecimal(row.score),
    euros(row.requestedCents),
    euros(row.award.amountCents),
  ])
  return [header, ...lines].map((cells) => cells.map(plainCell).join('\t')).join('\r\n')
}

const plainCell = (text: string): string => {
  const oneLine = text.replace(/[\t\r\n]+/g, ' ')
  return /^[=+\-@]/.test(oneLine) ? `'${oneLine}` : oneLine
}

const euros = (cents: number | null): string =>
  cents === null ? '' : `${Math.trunc(cents / 100)},${String(Math.abs(cents % 100)).padStart(2, '0')}`
