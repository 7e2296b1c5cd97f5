import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import { sortKey } from '#shared/domain/dossier/sortKey.ts'
import type { candidatureList } from './candidatureListTable.ts'

export type CandidatureListRow = Omit<typeof candidatureList.$inferSelect, 'place'>

/** One line of the list, from the two states it shows. */
export function candidatureListRow(candidature: Candidature, dossier: Dossier): CandidatureListRow {
  const { applicant, title } = dossier
  return {
    candidatureId: candidature.id,
    dossierId: dossier.id,
    callId: candidature.callId,
    number: candidature.number,
    applicant: applicant.name,
    applicantKey: sortKey(applicant.name),
    title,
    titleKey: sortKey(title),
    department: applicant.department?.code ?? '',
    requestedCents: candidature.requestedCents,
    status: candidature.status,
    toCheck: JSON.stringify(candidature.toCheck),
    hasChecks: candidature.toCheck.length > 0 ? 1 : 0,
    mergedInto: candidature.mergedInto,
  }
}

/** Every word by which a candidature is found, folded as searches are. */
export function candidatureSearchText(candidature: Candidature, dossier: Dossier): string {
  const { applicant, title } = dossier
  return foldForSearch(
    [
      String(candidature.number),
      applicant.name,
      title,
      applicant.department?.name ?? '',
      applicant.department?.code ?? '',
      applicant.siren ?? '',
      applicant.siret ?? '',
      dossier.description,
      dossier.objectives,
    ].join('\n'),
  )
}
