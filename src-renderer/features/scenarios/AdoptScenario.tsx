import { useState } from 'react'
import type { ScenarioView } from '#shared/domain/envelope/scenarioView.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { useRead } from '../../bridge/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatDate } from '../../ui/formatDate.ts'
import { Select } from '../../ui/Select.tsx'
import { words } from './words.ts'

/** The amounts become those proposed in session; the session that adopts them is named in its minutes. */
export function AdoptScenario({
  callId,
  scenario,
  onClose,
}: {
  callId: string
  scenario: ScenarioView
  onClose: () => void
}) {
  const { act, refusal, isActing } = useAct('scenario.adopt')
  const sessions = useRead('session.list', {}).value ?? []
  const running = sessions.filter((session) => session.callId === callId && session.status !== 'closed')
  const [chosen, setChosen] = useState<string | null>(null)
  const sessionId = chosen ?? running.find(({ status }) => status === 'open')?.id ?? ''
  const adopt = async () => {
    const adopted = await act({ scenarioId: scenario.id, sessionId: sessionId === '' ? null : sessionId })
    if (adopted.ok) onClose()
  }
  return (
    <Dialog
      title={words.adoptTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={isActing} onPress={() => void adopt()}>
            {words.adoptAction}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      <p>{words.adoptHint}</p>
      <Select
        label={words.adoptedIn}
        value={sessionId}
        options={[
          { value: '', label: words.outside },
          ...running.map(({ id, date }) => ({ value: id, label: formatDate(date) })),
        ]}
        onChange={setChosen}
      />
    </Dialog>
  )
}
