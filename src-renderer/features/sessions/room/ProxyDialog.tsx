import { useState } from 'react'
import type { Member } from '#shared/domain/committee/committee.ts'
import { presentIds } from '#shared/domain/session/presentIds.ts'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Select } from '../../../ui/Select.tsx'
import { personName } from '../personName.ts'
import { words } from '../words.ts'
import { roomWords } from './words.ts'

/** A written proxy from a member who is away to one who is there. */
export function ProxyDialog({
  view,
  giver,
  onClose,
}: {
  view: SessionView
  giver: Member
  onClose: () => void
}) {
  const { session } = view
  const { act, refusal, isActing } = useAct('session.give-proxy')
  const [holderId, setHolderId] = useState<string | null>(null)
  const [date, setDate] = useState(session.date)
  const [isSigned, setSigned] = useState(false)
  const present = presentIds(session)
  const holders = view.members.filter(
    ({ id, voice }) => id !== giver.id && voice === 'deliberative' && present.includes(id),
  )
  const give = async () => {
    if (holderId === null) return
    const given = await act({ sessionId: session.id, giverId: giver.id, holderId, date, signed: isSigned })
    if (given.ok) onClose()
  }
  return (
    <Dialog
      title={words.proxyTitle(personName(giver))}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={holderId === null || isActing} onPress={() => void give()}>
            {words.proxyAction}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      <Select
        label={words.proxyHolder}
        value={holderId}
        options={holders.map((member) => ({ value: member.id, label: personName(member) }))}
        onChange={setHolderId}
      />
      <DateField
        label={words.proxyDate}
        value={date}
        isRequired
        onCommit={(next) => next !== null && setDate(next)}
      />
      <Checkbox isSelected={isSigned} onChange={setSigned}>
        {roomWords.proxySigned}
      </Checkbox>
    </Dialog>
  )
}
