import { memo, useEffect, useRef } from 'react'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { ActionMenu } from '../../../ui/ActionMenu.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { words } from '../words.ts'
import { StepSection } from './StepSection.tsx'
import { readyPhrases, stepWords } from './words.ts'

/** What was said, as the minutes will give it; sentences of every meeting are there to be added. */
export const DebateStep = memo(function DebateStep({
  sessionId,
  itemId,
  debate,
  isOpen,
}: {
  sessionId: string
  itemId: string
  debate: string
  isOpen: boolean
}) {
  const { act, refusal } = useAct('session.write-debate')
  const typed = useRef(debate)
  useEffect(() => {
    typed.current = debate
  }, [debate])
  const write = (text: string) => {
    typed.current = text
    void act({ sessionId, itemId, text })
  }
  // What is being typed may not be recorded yet: a phrase goes after it, never over it.
  const add = (phrase: string) => {
    const before = typed.current.trimEnd()
    write(before === '' ? phrase : `${before}${/\n$/.test(typed.current) ? '\n' : ' '}${phrase}`)
  }
  return (
    <StepSection
      id="debate"
      beside={
        isOpen ? (
          <ActionMenu
            label={stepWords.phrases}
            menuLabel={stepWords.phrases}
            actions={readyPhrases.map((phrase) => ({ key: phrase, label: phrase, run: () => add(phrase) }))}
          />
        ) : undefined
      }
    >
      <RefusalNotice refusal={refusal} />
      <TextField
        label={words.debate}
        isLabelHidden
        description={words.debateHint}
        value={debate}
        multiline
        rows={2}
        isReadOnly={!isOpen}
        onType={(text) => {
          typed.current = text
        }}
        onCommit={write}
      />
    </StepSection>
  )
})
