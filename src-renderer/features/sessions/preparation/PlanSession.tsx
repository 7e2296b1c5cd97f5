import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Call } from '#shared/domain/call/call.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { HourField } from '../../../ui/HourField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { nowHere } from '../nowHere.ts'
import style from '../SessionRoom.module.css'
import { words } from '../words.ts'
import { words as preparationWords } from './words.ts'

/** Date, place and convocation of a session to come. */
export function PlanSession({ calls, onClose }: { calls: readonly Call[]; onClose: () => void }) {
  const committee = useRead('committee.get', {})
  const { act, refusal, isActing } = useAct('session.plan')
  const navigate = useNavigate()
  const [callId, setCallId] = useState(calls.at(-1)?.id ?? '')
  const [date, setDate] = useState(() => nowHere().date)
  const [typedPlace, setPlace] = useState<string | null>(null)
  const [startsAt, setStartsAt] = useState<string | null>(null)
  const [convokedOn, setConvokedOn] = useState<string | null>(null)
  const [author, setAuthor] = useState('')
  const [secondConvocation, setSecondConvocation] = useState(false)
  const place = typedPlace ?? committee.value?.place ?? ''
  const plan = async () => {
    const planned = await act({
      callId,
      date,
      startsAt,
      place,
      secondConvocation,
      convocation: convokedOn === null ? null : { date: convokedOn, author },
    })
    if (!planned.ok) return
    onClose()
    void navigate({ to: '/seances/$sessionId', params: { sessionId: planned.value.sessionId } })
  }
  return (
    <Dialog
      title={words.planTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={isActing || callId === ''} onPress={() => void plan()}>
            {words.planAction}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      <Select
        label={words.call}
        description={words.planHint}
        value={callId}
        options={calls.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setCallId}
      />
      <div className={style.pair}>
        <DateField
          label={words.date}
          value={date}
          isRequired
          onCommit={(next) => next !== null && setDate(next)}
        />
        <HourField label={preparationWords.startsAt} value={startsAt} onCommit={setStartsAt} />
        <TextField label={words.place} value={place} onType={setPlace} onCommit={setPlace} />
        <DateField label={words.convocationDate} value={convokedOn} onCommit={setConvokedOn} />
        <TextField label={words.convocationAuthor} value={author} onType={setAuthor} onCommit={setAuthor} />
      </div>
      <Checkbox
        isSelected={secondConvocation}
        description={words.secondConvocationHint}
        onChange={setSecondConvocation}
      >
        {words.secondConvocation}
      </Checkbox>
    </Dialog>
  )
}
