import { useState } from 'react'
import type { Member } from '#shared/domain/committee/committee.ts'
import type { Travel } from '#shared/domain/session/session.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { personName } from '../personName.ts'
import { roomWords, travelWords } from './words.ts'

/** How a member came: what the expenses table is made from. */
export function TravelDialog({
  sessionId,
  member,
  travel,
  onClose,
}: {
  sessionId: string
  member: Member
  travel: Travel | undefined
  onClose: () => void
}) {
  const { act, refusal, isActing } = useAct('session.travel')
  const [keyed, setKeyed] = useState<Travel>(travel ?? usual)
  const note = async (noted: Travel | null) => {
    const done = await act({ sessionId, memberId: member.id, travel: noted })
    if (done.ok) onClose()
  }
  const drives = keyed.mode === 'own-vehicle'
  return (
    <Dialog
      title={roomWords.travelTitle(personName(member))}
      isOpen
      onClose={onClose}
      footer={
        <>
          {travel === undefined ? null : (
            <Button isDisabled={isActing} onPress={() => void note(null)}>
              {roomWords.travelNone}
            </Button>
          )}
          <Button onPress={onClose}>{roomWords.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={isActing}
            onPress={() => void note(drives ? keyed : { ...keyed, kilometres: 0, fiscalHorsepower: null })}
          >
            {roomWords.travelAction}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      <Select
        label={roomWords.travelMode}
        value={keyed.mode}
        options={modes.map((value) => ({ value, label: travelWords[value] }))}
        onChange={(mode: Travel['mode']) => setKeyed({ ...keyed, mode })}
      />
      {drives ? (
        <>
          <NumberField
            label={roomWords.kilometres}
            value={keyed.kilometres}
            maximum={3_000}
            unit="km"
            onCommit={(kilometres) => setKeyed({ ...keyed, kilometres: kilometres ?? 0 })}
          />
          <NumberField
            label={roomWords.fiscalHorsepower}
            value={keyed.fiscalHorsepower}
            minimum={1}
            maximum={50}
            unit="CV"
            onCommit={(fiscalHorsepower) => setKeyed({ ...keyed, fiscalHorsepower })}
          />
        </>
      ) : null}
    </Dialog>
  )
}

const modes = ['own-vehicle', 'car-sharing', 'public-transport', 'none'] as const
const usual: Travel = { mode: 'own-vehicle', kilometres: 0, fiscalHorsepower: null }
