import { useState } from 'react'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { words } from '../words.ts'
import { marksWords } from './words.ts'

/** A filed sheet is corrected by being opened again, with a reason that its history keeps. */
export function ReopenSheet({
  candidatureId,
  evaluatorId,
  name,
  onClose,
}: {
  candidatureId: string
  evaluatorId: string
  name: string
  onClose: () => void
}) {
  const { act, refusal, isActing } = useAct('sheet.reopen')
  const [reason, setReason] = useState('')
  const reopen = async () => {
    const reopened = await act({ candidatureId, evaluatorId, reason })
    if (reopened.ok) onClose()
  }
  return (
    <Dialog
      title={marksWords.reopen(name)}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={reason.trim() === '' || isActing}
            onPress={() => void reopen()}
          >
            {marksWords.reopenAction}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      <TextField
        label={marksWords.reopenReason}
        value={reason}
        autoFocus
        onType={setReason}
        onCommit={setReason}
      />
    </Dialog>
  )
}
