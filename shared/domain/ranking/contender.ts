import type { Candidature } from '../candidature/candidature.ts'
import type { CandidatureScore } from './ranking.ts'

/** A candidature with what decides its place. */
export interface Contender {
  readonly candidature: Candidature
  readonly score: CandidatureScore
  /** Inhabitants of the applicant's territory; null when unknown. */
  readonly population: number | null
  /** Code of the applicant's département; null when unknown. */
  readonly departmentCode: string | null
}
