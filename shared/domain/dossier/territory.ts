import type { ApplicantKind } from './dossier.ts'
import type { Department } from './readDepartment.ts'

export type TerritoryKind = 'commune' | 'epci' | 'departement' | 'region'

/** One authority of the national code list. */
export interface Territory {
  readonly kind: TerritoryKind
  /** INSEE code of a commune, département or région; SIREN of an EPCI. */
  readonly code: string
  readonly name: string
  /** Null where the list has none (départements, régions, some overseas collectivities). */
  readonly siren: string | null
  /** Main département; null for a région. */
  readonly department: Department | null
  readonly population: number | null
  /** `CC`, `CA`, `CU`, `METRO`, `MET69`, `EPT` for an EPCI, else null. */
  readonly nature: string | null
  readonly postalCodes: readonly string[]
}

export type TerritoryMatch =
  | {
      readonly status: 'matched'
      /** `ccas` when the applicant is the social-action centre of the territory ([DO34]). */
      readonly kind: ApplicantKind
      readonly territory: Territory
      /** SIREN of the applicant itself: never the commune's for a CCAS. */
      readonly siren: string | null
      /** Former commune that led here, or null ([DO33]). */
      readonly formerName: string | null
    }
  | { readonly status: 'ambiguous'; readonly candidates: readonly Territory[] }
  | { readonly status: 'unmatched'; readonly kind: ApplicantKind }

/** Offline look-up of authorities. Implemented by an adapter over the national code list. */
export interface TerritoryDirectory {
  /** Edition of the code officiel géographique, e.g. 2026. */
  readonly cogYear: number
  /** Whom a name written by a person designates ([DO30] to [DO35]). Never chooses among several. */
  match(applicantName: string, departmentCode: string | null): TerritoryMatch
  /** By words of a name, INSEE code, SIREN or postal code; best first, at most `limit` (20). */
  search(query: string, limit?: number): readonly Territory[]
  /** A former INSEE code of a commune leads to the current commune. */
  byCode(kind: TerritoryKind, code: string): Territory | null
  bySiren(siren: string): Territory | null
}
