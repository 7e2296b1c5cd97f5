/** One project of one applicant, whole. */
export interface Dossier {
  readonly id: string
  readonly title: string
  readonly applicant: Applicant
  readonly description: string
  readonly objectives: string
  /** Titles of the pieces that the source lists. */
  readonly annexes: readonly string[]
  /** Where it comes from, for a human: file name and line, or empty when typed. */
  readonly source: string
}

export interface Applicant {
  readonly name: string
  readonly kind: ApplicantKind
  /** INSEE code of the commune, SIREN of the EPCI, code of the département or région; null when unmatched. */
  readonly territoryCode: string | null
  readonly siren: string | null
  readonly siret: string | null
  readonly population: number | null
  readonly department: { readonly code: string; readonly name: string } | null
}

export type ApplicantKind =
  | 'commune'
  | 'epci'
  | 'departement'
  | 'region'
  | 'ccas'
  | 'association'
  | 'company'
  | 'other'
  | 'unknown'
