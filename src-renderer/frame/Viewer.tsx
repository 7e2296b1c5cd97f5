import { useState } from 'react'
import { RefusalNotice } from '../bridge/RefusalNotice.tsx'
import { useAct } from '../bridge/useAct.ts'
import { useRead } from '../bridge/useRead.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import style from './Frame.module.css'
import { words } from './words.ts'

/** The member whose laptop it is; on one that was lent, also the way back to the secretary. */
export function Viewer({ name }: { name: string }) {
  const sync = useRead('sync.state', {})
  // On a lent laptop the sharing is not the member's to ask about: the host refuses.
  if (sync.refusal === null)
    return <span className={style.viewer}>{sync.value === undefined ? null : name}</span>
  return <LentTo name={name} />
}

/** By the passphrase of the file. */
function LentTo({ name }: { name: string }) {
  const [isAsking, setAsking] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const { act, refusal, isActing, forget } = useAct('view.take-back')
  const takeBack = async () => {
    const taken = await act({ passphrase })
    setPassphrase('')
    if (taken.ok) setAsking(false)
  }
  const close = () => {
    forget()
    setPassphrase('')
    setAsking(false)
  }
  return (
    <span className={style.viewer}>
      <strong>{words.handedTo(name)}</strong>
      <Button variant="quiet" onPress={() => setAsking(true)}>
        {words.takeBack}
      </Button>
      <Dialog
        title={words.takeBack}
        isOpen={isAsking}
        onClose={close}
        footer={
          <>
            <Button onPress={close}>{words.cancel}</Button>
            <Button
              variant="primary"
              isDisabled={isActing || passphrase === ''}
              onPress={() => void takeBack()}
            >
              {words.takeBack}
            </Button>
          </>
        }
      >
        <RefusalNotice refusal={refusal} />
        <p>{words.takeBackHint}</p>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void takeBack()
          }}
        >
          <TextField
            label={words.passphrase}
            value={passphrase}
            isSecret
            autoFocus
            onType={setPassphrase}
            onCommit={setPassphrase}
          />
        </form>
      </Dialog>
    </span>
  )
}
