import { useState } from 'react'
import type { Recusal, RecusalCounting } from '#shared/domain/committee/committee.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { words } from '../words.ts'
import { basisOptions } from './basisOptions.ts'
import { countingWords, stepWords } from './words.ts'

/** The chair confirms a recusal or sets it aside, with a reason, its basis and how it counts. */
export function AssessRecusal({
  recusal,
  name,
  date,
  onClose,
}: {
  recusal: Recusal
  name: string
  /** Of the session, ISO: the texts of that day are offered. */
  date: string
  onClose: () => void
}) {
  const { act, refusal, isActing } = useAct('recusal.assess')
  const [status, setStatus] = useState<'confirmed' | 'set-aside' | null>(
    recusal.status === 'to-assess' ? 'confirmed' : recusal.status,
  )
  const [reason, setReason] = useState(recusal.assessmentReason)
  const [legalBasis, setLegalBasis] = useState<string>(recusal.legalBasis)
  const [counting, setCounting] = useState<RecusalCounting>(recusal.counting)
  const isReady = status !== null && reason.trim() !== ''
  const assess = async () => {
    if (status === null) return
    const { candidatureId, memberId } = recusal
    const assessed = await act({ candidatureId, memberId, status, reason, legalBasis, counting })
    if (assessed.ok) onClose()
  }
  return (
    <Dialog
      title={stepWords.assessTitle(name)}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={!isReady || isActing} onPress={() => void assess()}>
            {stepWords.assessAction}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      {recusal.reason === '' ? null : <p>{stepWords.declaredReason(recusal.reason)}</p>}
      <Segments
        label={stepWords.assessment}
        value={status}
        options={[
          { value: 'confirmed', label: stepWords.confirms },
          { value: 'set-aside', label: stepWords.setsAside },
        ]}
        onChange={setStatus}
      />
      <TextField
        label={stepWords.assessReason}
        description={stepWords.assessReasonHint}
        value={reason}
        onType={setReason}
        onCommit={setReason}
      />
      <Select
        label={stepWords.legalBasis}
        value={legalBasis}
        options={basisOptions(date, recusal.legalBasis)}
        onChange={setLegalBasis}
      />
      <Segments
        label={stepWords.counting}
        value={counting}
        options={countings.map((value) => ({ value, label: countingWords[value] }))}
        onChange={setCounting}
      />
    </Dialog>
  )
}

const countings: readonly RecusalCounting[] = ['numerator', 'numerator-and-denominator']
