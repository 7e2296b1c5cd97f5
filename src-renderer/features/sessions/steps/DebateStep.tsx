import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { words } from '../words.ts'
import style from './ItemPanel.module.css'
import type { StepProps } from './step.ts'

/** What was said, as the minutes will give it. */
export function DebateStep({ view, recorded }: StepProps) {
  const { session } = view
  const { act, refusal } = useAct('session.write-debate')
  return (
    <section className={style.step}>
      <RefusalNotice refusal={refusal} />
      <TextField
        label={words.debate}
        description={words.debateHint}
        value={recorded.debate}
        multiline
        isReadOnly={session.status !== 'open'}
        onCommit={(text) => void act({ sessionId: session.id, itemId: recorded.id, text })}
      />
    </section>
  )
}
