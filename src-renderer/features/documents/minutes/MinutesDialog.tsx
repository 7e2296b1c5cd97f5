import { useState } from 'react'
import type { MinutesView } from '#shared/domain/documents/documentBoard.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../Screen.module.css'
import { minutesStepHints, minutesStepWords, words } from '../words.ts'
import { blankStep, type MinutesStep, nextStep, type StepDraft } from './minutesStep.ts'

/** One step of the minutes, with its date and what it needs; or one step back. */
export function MinutesDialog({
  sessionId,
  state,
  signatories,
  onClose,
}: {
  sessionId: string
  state: Exclude<MinutesView['state'], 'published'>
  /** Proposed to sign. */
  signatories: MinutesView['signatories']
  onClose: () => void
}) {
  const { act, refusal, isActing } = useAct('session.minutes-step')
  const [blank] = useState(() => blankStep(signatories))
  const [draft, setDraft] = useState(blank)
  const change = (set: Partial<StepDraft>) => setDraft((current) => ({ ...current, ...set }))
  const step = nextStep(state, draft)
  const take = async (taken: MinutesStep) => {
    if ((await act({ sessionId, step: taken })).ok) onClose()
  }
  return (
    <Dialog
      title={minutesStepWords[state]}
      isOpen
      onClose={onClose}
      isHeld={draft !== blank}
      footer={
        <>
          {state === 'draft' ? null : (
            <Button variant="quiet" isDisabled={isActing} onPress={() => void take({ to: 'back' })}>
              {words.back}
            </Button>
          )}
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={step === null || isActing}
            onPress={() => step !== null && void take(step)}
          >
            {words.recordStep}
          </Button>
        </>
      }
    >
      <p className={style.hint}>{minutesStepHints[state]}</p>
      <RefusalNotice refusal={refusal} />
      <DateField label={words.stepOn} value={draft.on} onCommit={(on) => change({ on })} />
      {state === 'settled' ? (
        <TextField
          label={words.signatories}
          description={words.signatoriesHint}
          value={draft.signatories}
          multiline
          rows={2}
          onType={(signatories) => change({ signatories })}
          onCommit={(signatories) => change({ signatories })}
        />
      ) : null}
      {state === 'signed' ? (
        <TextField
          label={words.publishedAt}
          description={words.publishedAtHint}
          value={draft.where}
          onType={(where) => change({ where })}
          onCommit={(where) => change({ where })}
        />
      ) : null}
    </Dialog>
  )
}
