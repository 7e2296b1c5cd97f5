import { useMemo } from 'react'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'
import type { CitedDossier } from '../../../ui/rich-text/citedDossier.ts'
import { citedDossiers } from './citedDossiers.ts'

/** The same list as long as it says the same, whatever else the session says: the debate is not drawn again for nothing. */
export function useCitedDossiers(items: readonly SessionItemView[]): readonly CitedDossier[] {
  const text = JSON.stringify(citedDossiers(items))
  return useMemo(() => JSON.parse(text) as readonly CitedDossier[], [text])
}
