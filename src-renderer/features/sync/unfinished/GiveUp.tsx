import { useState } from 'react'
import type { UnfinishedRoom } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { words as syncWords } from '../words.ts'
import { laptopInWords, sessionInWords } from './roomInWords.ts'
import { words } from './words.ts'

/** Says what giving up the laptop of a room means, asks why, then does it. */
export function GiveUp({
  room,
  onDone,
  onClose,
}: {
  room: UnfinishedRoom
  onDone: () => void
  onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const [hasTried, setTried] = useState(false)
  const { act, isActing, refusal } = useAct('room.give-up')
  const isMissing = reason.trim() === ''
  const giveUp = async () => {
    setTried(true)
    if (isMissing) return
    const given = await act({ lease: room.lease, reason: reason.trim() })
    if (!given.ok) return
    announce(words.givenUp)
    onDone()
    onClose()
  }
  return (
    <Dialog
      title={words.giveUpTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{syncWords.back}</Button>
          <Button variant="danger" isDisabled={isActing} onPress={() => void giveUp()}>
            {words.giveUpAction}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      <p>
        <strong>{sessionInWords(room)}</strong>
        <br />
        {words.heldBy(laptopInWords(room.hub))}
      </p>
      {words.giveUpWords.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <TextField
        label={words.reason}
        description={words.reasonHint}
        value={reason}
        error={hasTried && isMissing ? words.reasonMissing : null}
        onType={setReason}
        onCommit={setReason}
        maxLength={500}
        autoFocus
      />
    </Dialog>
  )
}
