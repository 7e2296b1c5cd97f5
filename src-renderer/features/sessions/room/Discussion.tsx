import type { Session } from '#shared/domain/session/session.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { words } from '../words.ts'

/** What was said outside any dossier, as the minutes will give it. */
export function Discussion({ session }: { session: Session }) {
  const { act, refusal } = useAct('session.change')
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <TextField
        label={words.discussion}
        description={words.discussionHint}
        value={session.discussion}
        multiline
        isReadOnly={session.status === 'closed'}
        onCommit={(discussion) => void act({ sessionId: session.id, set: { discussion } })}
      />
    </>
  )
}
