import type { PhraseValues } from '#shared/domain/documents/markup/fillPhrase.ts'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { SpokenField } from '../spoken/SpokenField.tsx'
import { useCitedDossiers } from '../spoken/useCitedDossiers.ts'
import { words } from '../words.ts'

/** What was said outside any dossier, as the minutes will give it. */
export function Discussion({ view: { session, items } }: { view: Pick<SessionView, 'session' | 'items'> }) {
  const { act, refusal } = useAct('session.change')
  const dossiers = useCitedDossiers(items)
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <SpokenField
        label={words.discussion}
        description={words.discussionHint}
        value={session.discussion}
        isReadOnly={session.status === 'closed'}
        onCommit={(discussion) => void act({ sessionId: session.id, set: { discussion } })}
        dossiers={dossiers}
        values={outsideAnyDossier}
      />
    </>
  )
}

const outsideAnyDossier: PhraseValues = {
  demandeur: null,
  projet: null,
  montant_demande: null,
  rapporteur: null,
}
