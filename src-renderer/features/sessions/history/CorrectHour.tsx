import { useState } from 'react'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { words } from '../words.ts'
import type { HourLine } from './hourLines.ts'
import { keyedHour } from './keyedHour.ts'
import { historyWords } from './words.ts'

/** An hour noted wrongly, put right with a reason. */
export function CorrectHour({
  sessionId,
  line,
  onClose,
}: {
  sessionId: string
  line: HourLine
  onClose: () => void
}) {
  const { act, refusal, isActing } = useAct('session.correct-hour')
  const [text, setText] = useState(line.at)
  const [reason, setReason] = useState('')
  const at = keyedHour(text, line.at)
  const correct = async () => {
    if (at === null) return
    const corrected = await act({ sessionId, what: line.what, at, reason })
    if (corrected.ok) onClose()
  }
  return (
    <Dialog
      title={historyWords.correctTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={at === null || at === line.at || reason.trim() === '' || isActing}
            onPress={() => void correct()}
          >
            {historyWords.correctAction}
          </Button>
        </>
      }
    >
      <p>
        {line.label}, {line.at}. {historyWords.correctHint}
      </p>
      <RefusalNotice refusal={refusal} />
      <TextField
        label={historyWords.correctHour}
        value={text}
        error={at === null ? historyWords.hourWrong : null}
        autoFocus
        onType={setText}
        onCommit={setText}
      />
      <TextField label={historyWords.correctReason} value={reason} onType={setReason} onCommit={setReason} />
    </Dialog>
  )
}
