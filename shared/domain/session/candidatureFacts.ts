import { toFixedHalfUp } from '#shared/kernel/rational.ts'
import type { Candidature } from '../candidature/candidature.ts'
import type { FactsInput } from './factsInput.ts'
import type { CandidatureFacts } from './sessionFacts.ts'

/** [SE12] A candidature as every document names it. The dossier exists (`missingFacts`). */
export function candidatureFacts(
  candidature: Candidature,
  input: Pick<FactsInput, 'dossiers' | 'ranking'>,
): CandidatureFacts {
  const dossier = input.dossiers.find((one) => one.id === candidature.dossierId)
  const row = input.ranking?.rows.find((one) => one.candidatureId === candidature.id)
  const applicant = dossier?.applicant
  const department = applicant?.department
  return {
    number: candidature.number,
    applicant: applicant?.name ?? '',
    identifier: applicant?.siret ?? applicant?.siren ?? '',
    department: department ? `${department.name} (${department.code})` : '',
    project: dossier?.title ?? '',
    eligibleBaseCents: candidature.eligibleBaseCents,
    taxBasis: candidature.taxBasis,
    requestedCents: candidature.requestedCents,
    score: row?.rank != null && row.score.total ? toFixedHalfUp(row.score.total, 2) : null,
    rank: row?.rank ?? null,
  }
}
