import { useEffect, useState } from 'react'
import type { Refusal } from '#shared/kernel/result.ts'
import { RefusalNotice } from '../bridge/RefusalNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { undoRefusedEvent } from './undoRefused.ts'
import { words } from './words.ts'

/** Why the last act cannot be taken back: another laptop has built on it, or the room has closed. */
export function UndoRefused() {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useEffect(() => {
    const show = (event: Event) => setRefusal((event as CustomEvent<Refusal>).detail)
    window.addEventListener(undoRefusedEvent, show)
    return () => window.removeEventListener(undoRefusedEvent, show)
  }, [])
  const close = () => setRefusal(null)
  return (
    <Dialog
      title={words.undoRefused}
      isOpen={refusal !== null}
      onClose={close}
      footer={
        <Button variant="primary" onPress={close} autoFocus>
          {words.understood}
        </Button>
      }
    >
      <RefusalNotice refusal={refusal} />
      {refusal?.code === 'entity.changed-meanwhile' ? <p>{words.undoRefusedWords}</p> : null}
    </Dialog>
  )
}
