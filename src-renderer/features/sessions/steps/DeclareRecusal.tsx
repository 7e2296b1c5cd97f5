import { useState } from 'react'
import type { Member } from '#shared/domain/committee/committee.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { personName } from '../personName.ts'
import { words } from '../words.ts'
import { basisOptions } from './basisOptions.ts'
import { stepWords } from './words.ts'

/** A recusal said in the room. */
export function DeclareRecusal({
  candidatureId,
  members,
  date,
  onClose,
}: {
  candidatureId: string
  members: readonly Member[]
  /** Of the session, ISO: the texts of that day are offered. */
  date: string
  onClose: () => void
}) {
  const { act, refusal, isActing } = useAct('recusal.declare')
  const [memberId, setMemberId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [legalBasis, setLegalBasis] = useState<string>('')
  const declare = async () => {
    if (memberId === null) return
    const declared = await act({ candidatureId, memberId, reason, legalBasis })
    if (declared.ok) onClose()
  }
  return (
    <Dialog
      title={words.recusalTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={memberId === null || isActing} onPress={() => void declare()}>
            {words.recusalAction}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      <Select
        label={words.recusalMember}
        value={memberId}
        options={members.map((member) => ({ value: member.id, label: personName(member) }))}
        onChange={setMemberId}
      />
      <TextField
        label={words.recusalReason}
        description={words.recusalReasonHint}
        value={reason}
        onType={setReason}
        onCommit={setReason}
      />
      <Select
        label={stepWords.legalBasis}
        value={legalBasis}
        options={basisOptions(date)}
        onChange={setLegalBasis}
      />
    </Dialog>
  )
}
