import { useParams } from '@tanstack/react-router'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { DossierPage } from './DossierPage.tsx'

/** One candidature and its dossier: read, corrected field by field, with everything that was ever changed. */
export function Screen() {
  const { candidatureId = '' } = useParams({ strict: false }) as { candidatureId?: string }
  const view = useRead('candidature.get', { candidatureId })
  return <Reading read={view}>{(found) => <DossierPage key={candidatureId} view={found} />}</Reading>
}
