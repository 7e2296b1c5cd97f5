import type { CandidatureFacts } from '../session/sessionFacts.ts'
import { frenchAmount, frenchDecimal, frenchOrdinal, frenchPercent } from './typography.ts'

/**
 * Brick pv.dossier: what is unknown is left out, never printed empty. `short`: who and what only, for a hearing or a
 * milestone review, which ask for no money.
 */
export function dossierSentence(
  candidature: CandidatureFacts,
  rapporteur: string | null,
  extent: 'whole' | 'short',
): string {
  const identifier = candidature.identifier === '' ? '' : ` (${candidature.identifier})`
  const parts = [
    `Dossier ${candidature.number}, ${candidature.applicant}${identifier}, « ${candidature.project} ».`,
    rapporteur === null || rapporteur === '' ? '' : `Rapporteur : ${rapporteur}.`,
    ...(extent === 'short' ? [] : [moneySentence(candidature), scoreSentence(candidature)]),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function moneySentence({ eligibleBaseCents, requestedCents, taxBasis }: CandidatureFacts): string {
  const base =
    eligibleBaseCents === null
      ? ''
      : `coût éligible ${frenchAmount(eligibleBaseCents)}${taxBasis === null ? '' : ` ${taxBasis}`}`
  const rate =
    eligibleBaseCents === null || eligibleBaseCents === 0 || requestedCents === null
      ? ''
      : ` (${frenchPercent(rateOf(requestedCents, eligibleBaseCents))})`
  // The basis stands once, by the first amount it explains.
  const basis = eligibleBaseCents === null && taxBasis !== null ? ` ${taxBasis}` : ''
  const requested =
    requestedCents === null
      ? 'aide demandée non chiffrée'
      : `aide demandée ${frenchAmount(requestedCents)}${basis}${rate}`
  const text = [base, requested].filter((part) => part !== '').join(', ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** Hundredths of a percent, half up, in whole numbers. */
const rateOf = (partCents: number, baseCents: number): number =>
  Number((BigInt(partCents) * 20_000n + BigInt(baseCents)) / (2n * BigInt(baseCents)))

function scoreSentence({ score, rank }: CandidatureFacts): string {
  if (score === null) return 'Dossier non classé.'
  return `Note ${frenchDecimal(score)}/100${rank === null ? '' : `, rang ${frenchOrdinal(rank)}`}.`
}
