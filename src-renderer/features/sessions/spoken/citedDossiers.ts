import type { SessionItemView } from '#shared/domain/session/sessionView.ts'
import type { CitedDossier } from '../../../ui/rich-text/citedDossier.ts'

/** The dossiers of the agenda by number; one that is there twice (a hearing, then its examination) comes once. */
export const citedDossiers = (
  items: readonly Pick<SessionItemView, 'number' | 'applicant'>[],
): readonly CitedDossier[] =>
  [
    ...new Map(
      items.flatMap(({ number, applicant }) => (number === null ? [] : [[number, applicant] as const])),
    ),
  ]
    .map(([number, name]) => ({ number, name }))
    .toSorted((one, other) => one.number - other.number)
