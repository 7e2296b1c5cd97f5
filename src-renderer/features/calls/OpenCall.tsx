import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { InputOf } from '#shared/contract/contract.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { words } from './words.ts'

/** A name is enough to open a call; everything else saves itself on its page. */
export function OpenCall({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const { act, isActing, refusal } = useAct('call.open')
  const [name, setName] = useState('')
  const [hasTried, setTried] = useState(false)
  const open = async () => {
    setTried(true)
    if (name.trim() === '') return
    const opened = await act({ ...blankCall, name: name.trim(), fiscalYear: new Date().getFullYear() })
    if (opened.ok) void navigate({ to: `/appels/${opened.value.callId}` })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void open()
  }
  return (
    <Dialog
      title={words.openTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={isActing} onPress={() => void open()}>
            {words.openAction}
          </Button>
        </>
      }
    >
      <form onSubmit={submit} noValidate>
        <TextField
          label={words.name}
          description={words.openWords}
          value={name}
          onType={setName}
          onCommit={setName}
          error={hasTried && name.trim() === '' ? words.nameMissing : null}
          maxLength={500}
          autoFocus
        />
      </form>
      <RefusalNotice refusal={refusal} />
    </Dialog>
  )
}

const blankCall: Omit<InputOf<'call.open'>, 'name' | 'fiscalYear'> = {
  scheme: '',
  opensOn: null,
  closesOn: null,
  gridId: null,
  rules: {
    envelopeCents: null,
    maxRateBasisPoints: null,
    capCents: null,
    aggregation: 'mean',
    minimumEvaluators: 1,
    gapAlertPoints: null,
    minimumScore: null,
    tieBreakers: [],
    atCutLine: 'waiting-list',
  },
}
