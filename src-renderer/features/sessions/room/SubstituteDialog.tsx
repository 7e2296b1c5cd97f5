import { useState } from 'react'
import type { Member } from '#shared/domain/committee/committee.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Select } from '../../../ui/Select.tsx'
import { personName } from '../personName.ts'
import { roomWords } from './words.ts'

/** Which of the substitutes of an absent member sits in their place. */
export function SubstituteDialog({
  sessionId,
  full,
  substitutes,
  onClose,
}: {
  sessionId: string
  full: Member
  substitutes: readonly Member[]
  onClose: () => void
}) {
  const { act, refusal, isActing } = useAct('session.substitute')
  const [chosen, setChosen] = useState(substitutes.length === 1 ? (substitutes[0]?.id ?? null) : null)
  const seat = async () => {
    const seated = await act({ sessionId, memberId: full.id, substituteId: chosen })
    if (seated.ok) onClose()
  }
  return (
    <Dialog
      title={roomWords.substituteTitle(personName(full))}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{roomWords.cancel}</Button>
          <Button variant="primary" isDisabled={chosen === null || isActing} onPress={() => void seat()}>
            {roomWords.substituteAction}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      <Select
        label={roomWords.substitute}
        value={chosen}
        options={substitutes.map((member) => ({ value: member.id, label: personName(member) }))}
        onChange={setChosen}
      />
    </Dialog>
  )
}
