import { useState } from 'react'
import type { Member } from '#shared/domain/committee/committee.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { recusalBases } from '../../words/recusalBases.ts'
import { words } from './words.ts'

export interface DeclareRecusalProps {
  readonly candidatureId: string
  readonly members: readonly Member[]
  readonly onClose: () => void
}

export function DeclareRecusal({ candidatureId, members, onClose }: DeclareRecusalProps) {
  const { act, isActing, refusal } = useAct('recusal.declare')
  const [memberId, setMemberId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [legalBasis, setLegalBasis] = useState<string>(recusalBases[0].value)
  const [hasTried, setTried] = useState(false)
  const declare = async () => {
    setTried(true)
    if (memberId === null) return
    const declared = await act({ candidatureId, memberId, reason: reason.trim(), legalBasis })
    if (declared.ok) onClose()
  }
  return (
    <Dialog
      title={words.declareTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={isActing} onPress={() => void declare()}>
            {words.declare}
          </Button>
        </>
      }
    >
      <p>{words.declareWords}</p>
      <Select
        label={words.member}
        value={memberId}
        options={members.map(({ id, firstName, lastName }) => ({
          value: id,
          label: `${firstName} ${lastName}`.trim(),
        }))}
        onChange={setMemberId}
        error={hasTried && memberId === null ? words.missing : null}
      />
      <TextField
        label={words.reason}
        description={words.reasonWords}
        value={reason}
        onType={setReason}
        onCommit={setReason}
        maxLength={2_000}
      />
      <Select label={words.legalBasis} value={legalBasis} options={recusalBases} onChange={setLegalBasis} />
      <RefusalNotice refusal={refusal} />
    </Dialog>
  )
}
