import { foldForSearch } from '../dossier/foldForSearch.ts'
import type { Restriction } from './envelope.ts'

/** What a restriction reads of a candidature. */
export interface FundingFacts {
  /** Empty when the call has no themes. */
  readonly theme: string
  /** Code of the applicant's département; null when unknown. */
  readonly departmentCode: string | null
}

/**
 * [EN8] Whether a restriction admits a candidature; without restriction everything is admitted. Themes are compared
 * without case nor accents, as somebody typed them. An unknown theme or département is admitted nowhere reserved.
 */
export function admits(restriction: Restriction | null, facts: FundingFacts): boolean {
  if (restriction === null) return true
  if (restriction.kind === 'territory')
    return facts.departmentCode !== null && restriction.values.includes(facts.departmentCode)
  const theme = foldForSearch(facts.theme)
  return theme !== '' && restriction.values.some((value) => foldForSearch(value) === theme)
}
