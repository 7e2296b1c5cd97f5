import type { FundingFacts } from '../envelope/admits.ts'
import type { FactsInput } from './factsInput.ts'

/** What reserves and ceilings read of a candidature; of a point without one, nothing is known. */
export function fundingFactsOf(
  candidatureId: string | null,
  input: Pick<FactsInput, 'candidatures' | 'dossiers'>,
): FundingFacts {
  const candidature = input.candidatures.find(({ id }) => id === candidatureId)
  const dossier = input.dossiers.find(({ id }) => id === candidature?.dossierId)
  return { theme: candidature?.theme ?? '', departmentCode: dossier?.applicant.department?.code ?? null }
}
