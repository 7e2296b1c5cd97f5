import { useMemo } from 'react'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'
import type { CitedDossier } from '../../../ui/rich-text/richTextProps.ts'

/** The dossiers of the agenda, by number: the same list as long as it says the same, whatever else the session says. */
export function useCitedDossiers(items: readonly SessionItemView[]): readonly CitedDossier[] {
  const text = JSON.stringify(citedDossiers(items))
  return useMemo(() => JSON.parse(text) as readonly CitedDossier[], [text])
}

/** A dossier that is on the agenda twice (a hearing, then its examination) is there once. */
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
