import type { Cents } from '#shared/kernel/cents.ts'
import type { AgreementNeed } from '../documents/documentBoard.ts'
import { frenchAmount } from '../documents/typography.ts'
import type { LegalStatus } from './legalStatus.ts'

export interface AgreementInput {
  readonly status: LegalStatus
  /** What is given, or asked while nothing is; null when unknown. */
  readonly amountCents: Cents | null
  /** ISO date of the act, or of today before it. */
  readonly date: string
}

/**
 * [IN3] R-01: an agreement is owed when a body of private law receives *more* than the threshold of the year. None is
 * asked of a public body or of a person who acts alone; it is only advised, above the same amount.
 */
export function agreementNeed({ status, amountCents, date }: AgreementInput): AgreementNeed {
  const threshold = agreementThresholdOn(date)
  if (threshold === null || amountCents === null)
    return { level: 'not-required', sentence: 'Aucun montant n’appelle de convention à ce jour.' }
  const limit = frenchAmount(threshold.amountCents)
  if (amountCents <= threshold.amountCents)
    return {
      level: 'not-required',
      sentence: `Aucune convention n’est obligatoire : l’aide ne dépasse pas ${limit}. Ce seuil s’apprécie sur l’année, toutes aides de la même autorité confondues (${threshold.text}).`,
    }
  switch (status) {
    case 'association':
    case 'private-body':
      return {
        level: 'required',
        sentence: `Une convention est obligatoire : l’aide à un organisme de droit privé dépasse ${limit} (${threshold.text}).`,
      }
    case 'unknown':
      return {
        level: 'recommended',
        sentence: `Une convention est obligatoire si le demandeur est un organisme de droit privé, car l’aide dépasse ${limit} (${threshold.text}). Précisez la nature du demandeur.`,
      }
    default:
      return {
        level: 'recommended',
        sentence: `Aucune convention n’est obligatoire : le seuil de ${limit} ne concerne que les organismes de droit privé (${threshold.text}). Elle reste recommandée à ce montant.`,
      }
  }
}

export interface AgreementThreshold {
  readonly amountCents: number
  readonly text: string
  /** ISO dates, both included; null when open. */
  readonly validFrom: string
  readonly validTo: string | null
}

/** Dated parameter: a new amount closes the row and adds one. Law read in its text [V], amount in secondary pages [S]. */
export const agreementThresholds: readonly AgreementThreshold[] = [
  {
    amountCents: 2_300_000,
    text: 'loi n° 2000-321 du 12 avril 2000, article 10 ; décret n° 2001-495 du 6 juin 2001, article 1er',
    validFrom: '2001-06-10',
    validTo: null,
  },
]

export const agreementThresholdOn = (date: string): AgreementThreshold | null =>
  agreementThresholds.find(
    ({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo),
  ) ?? null
