import { frenchAmount, frenchOrdinal } from '#shared/domain/documents/typography.ts'

export interface NamedCandidature {
  readonly number: number
  readonly rank: number | null
}

/** « n° 4 (2e rang, 48 000,00 €) »; without rank « n° 4 (non classée, …) ». */
export function candidatureInWords({ number, rank }: NamedCandidature, amountCents?: number): string {
  const place = rank === null ? 'non classée' : `${frenchOrdinal(rank)} rang`
  const amount = amountCents === undefined ? '' : `, ${frenchAmount(amountCents)}`
  return `n° ${number} (${place}${amount})`
}
