import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { words } from './words.ts'

/** A filed sheet is taken back with a reason, which stays in its history. */
export function ReopenDialog({
  onClose,
  onReopen,
}: {
  onClose: () => void
  onReopen: (reason: string) => Promise<void>
}) {
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={words.reopen}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.goBack}</Button>
          <Button variant="primary" isDisabled={reason.trim() === ''} onPress={() => void onReopen(reason)}>
            {words.reopenConfirm}
          </Button>
        </>
      }
    >
      <TextField
        label={words.reopenReason}
        description={words.reopenHint}
        value={reason}
        onType={setReason}
        onCommit={setReason}
        autoFocus
      />
    </Dialog>
  )
}
