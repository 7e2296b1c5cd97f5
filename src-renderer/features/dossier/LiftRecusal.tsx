import { useState } from 'react'
import type { Recusal } from '#shared/domain/committee/committee.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { words } from './words.ts'

export interface LiftRecusalProps {
  readonly recusal: Recusal
  readonly memberName: string
  readonly onClose: () => void
}

export function LiftRecusal({ recusal, memberName, onClose }: LiftRecusalProps) {
  const { act, isActing, refusal } = useAct('recusal.lift')
  const [reason, setReason] = useState('')
  const [hasTried, setTried] = useState(false)
  const lift = async () => {
    setTried(true)
    if (reason.trim() === '') return
    const { candidatureId, memberId } = recusal
    const lifted = await act({ candidatureId, memberId, reason: reason.trim() })
    if (lifted.ok) onClose()
  }
  return (
    <Dialog
      title={words.liftTitle(memberName)}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={isActing} onPress={() => void lift()}>
            {words.liftAction}
          </Button>
        </>
      }
    >
      <p>{words.liftWords}</p>
      <TextField
        label={words.reason}
        value={reason}
        onType={setReason}
        onCommit={setReason}
        error={hasTried && reason.trim() === '' ? words.missing : null}
        maxLength={2_000}
        autoFocus
      />
      <RefusalNotice refusal={refusal} />
    </Dialog>
  )
}
