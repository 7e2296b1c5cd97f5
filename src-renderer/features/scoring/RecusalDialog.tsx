import { useState } from 'react'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { useRead } from '../../bridge/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { recusalBases } from '../../words/recusalBases.ts'
import { words } from './words.ts'

/** Declares that a member steps aside from this candidature: from then on it is neither shown to nor marked by them. */
export function RecusalDialog({
  candidatureId,
  memberId,
  name,
  onClose,
}: {
  candidatureId: string
  memberId: string
  name: string
  onClose: () => void
}) {
  const { act, refusal, isActing } = useAct('recusal.declare')
  const [reason, setReason] = useState('')
  const committee = useRead('committee.get', {})
  const [chosenBasis, setLegalBasis] = useState<string | null>(null)
  const legalBasis =
    chosenBasis ??
    (committee.value?.instanceType === 'commission_consultative_etat' ? 'crpa-r133-12' : 'cgct-l2131-11')
  const declare = async () => {
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
          <Button onPress={onClose}>{words.goBack}</Button>
          <Button variant="primary" isDisabled={isActing} onPress={() => void declare()}>
            {words.recusalConfirm}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      <p>
        <strong>{words.recusalFor(name)}.</strong> {words.recusalEffect}
      </p>
      <TextField
        label={words.recusalReason}
        description={words.recusalReasonHint}
        value={reason}
        onType={setReason}
        onCommit={setReason}
        autoFocus
      />
      <Select label={words.recusalBasis} value={legalBasis} options={recusalBases} onChange={setLegalBasis} />
    </Dialog>
  )
}
