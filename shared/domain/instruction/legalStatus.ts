import type { ApplicantKind } from '../dossier/dossier.ts'

/**
 * What the law makes of an applicant: whom silence and acknowledgements protect (CRPA L100-3), how it goes before the
 * judge (CJA R414-1, R414-2), with whom an agreement is owed.
 */
export type LegalStatus =
  | 'natural-person'
  | 'association'
  /** Company, or another body of private law. */
  | 'private-body'
  | 'commune-under-3500'
  | 'public-body'
  /** A commune whose inhabitants nobody counted: its way to the judge is not known. */
  | 'commune-of-unknown-size'
  | 'unknown'

export interface ApplicantStanding {
  readonly kind: ApplicantKind
  /** SIRET or SIREN, may be empty. */
  readonly identifier: string
  readonly population: number | null
  readonly isNaturalPerson: boolean
}

/**
 * [IN1] The kind of the applicant decides; for one that is none of the known kinds, whether it applies in its own name,
 * then its SIREN: those of public bodies begin with 1 or 2. Else nobody knows, and a document asks.
 */
export function legalStatus({
  kind,
  identifier,
  population,
  isNaturalPerson,
}: ApplicantStanding): LegalStatus {
  switch (kind) {
    case 'commune':
      if (population === null) return 'commune-of-unknown-size'
      return population < 3500 ? 'commune-under-3500' : 'public-body'
    case 'epci':
    case 'departement':
    case 'region':
    case 'ccas':
      return 'public-body'
    case 'association':
      return 'association'
    case 'company':
      return 'private-body'
    case 'other':
    case 'unknown':
      if (isNaturalPerson) return 'natural-person'
      if (!/^\d/u.test(identifier.trim())) return 'unknown'
      return /^[12]/u.test(identifier.trim()) ? 'public-body' : 'private-body'
  }
}

/** « Public » of the CRPA: natural persons and bodies of private law (L100-3). Null: not known. */
export const isPrivate = (status: LegalStatus): boolean | null =>
  status === 'unknown' ? null : ['natural-person', 'association', 'private-body'].includes(status)
