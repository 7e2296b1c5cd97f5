import { memo, useCallback } from 'react'
import type { PhraseValues } from '#shared/domain/documents/markup/fillPhrase.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import type { CitedDossier } from '../../../ui/rich-text/citedDossier.ts'
import { SpokenField } from '../spoken/SpokenField.tsx'
import { words } from '../words.ts'
import { StepSection } from './StepSection.tsx'

/** What was said on the point, as the minutes will give it. */
export const DebateStep = memo(function DebateStep({
  sessionId,
  itemId,
  debate,
  isOpen,
  dossiers,
  values,
}: {
  sessionId: string
  itemId: string
  debate: string
  isOpen: boolean
  dossiers: readonly CitedDossier[]
  values: PhraseValues
}) {
  const { act, refusal } = useAct('session.write-debate')
  const write = useCallback((text: string) => void act({ sessionId, itemId, text }), [act, sessionId, itemId])
  return (
    <StepSection id="debate">
      <RefusalNotice refusal={refusal} />
      <SpokenField
        label={words.debate}
        isLabelHidden
        description={words.debateHint}
        value={debate}
        isReadOnly={!isOpen}
        onCommit={write}
        dossiers={dossiers}
        values={values}
      />
    </StepSection>
  )
})
