import { useState } from 'react'
import type { RoomReturn, RoomState } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Spinner } from '../../../ui/Spinner.tsx'
import { lagOf } from '../lagOf.ts'
import { words } from '../words.ts'

/** What closing does, who has not received everything, and what happens next. */
export function CloseRoom({ room, onClose }: { room: RoomState; onClose: () => void }) {
  const { act, isActing, refusal } = useAct('room.close')
  const [standing, setStanding] = useState<RoomReturn>('returned')
  const late = room.people.filter((person) => !person.isHub && lagOf(person, room.people) !== 0).length
  const close = async () => {
    const closed = await act({})
    if (!closed.ok) return
    announce(words[closed.value.standing])
    if (closed.value.standing === 'returned') onClose()
    else setStanding(closed.value.standing)
  }
  if (standing !== 'returned') {
    return (
      <Dialog
        title={words.closeTitle}
        isOpen
        onClose={onClose}
        footer={
          <Button variant="primary" onPress={onClose} autoFocus>
            {words.noted}
          </Button>
        }
      >
        <Notice tone="reserved">{words[standing]}</Notice>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={words.closeTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.back}</Button>
          <Button variant="primary" isDisabled={isActing} onPress={() => void close()}>
            {words.closeAction}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      {late === 0 ? null : <Notice tone="reserved">{words.closeBehind(late)}</Notice>}
      <p>{words.closeWords}</p>
      <p>{words.closeNext}</p>
      {isActing ? <Spinner>{words.closing}</Spinner> : null}
    </Dialog>
  )
}
