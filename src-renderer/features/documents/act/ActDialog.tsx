import { useState } from 'react'
import type { DecisionAct } from '#shared/domain/session/session.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../Screen.module.css'
import { actNatureWords, actProblemWords, words } from '../words.ts'
import { type ActDraft, actOf, actProblems, blankAct } from './actDraft.ts'

/** The resolution, order or decision that follows the session: recorded whole, cited by letters and agreements. */
export function ActDialog({
  sessionId,
  heldOn,
  act: recorded,
  onClose,
}: {
  sessionId: string
  /** ISO date of the session. */
  heldOn: string
  act: DecisionAct | null
  onClose: () => void
}) {
  const { act, refusal, isActing } = useAct('session.record-act')
  const [draft, setDraft] = useState<ActDraft>(recorded ?? blankAct)
  const change = (set: Partial<ActDraft>) => setDraft((current) => ({ ...current, ...set }))
  const ready = actOf(draft)
  const problems = actProblems(draft, heldOn)
  const record = async (value: DecisionAct | null) => {
    if ((await act({ sessionId, act: value })).ok) onClose()
  }
  return (
    <Dialog
      title={words.act}
      isOpen
      onClose={onClose}
      // What was typed is not lost by a stray Escape.
      isHeld={JSON.stringify(draft) !== JSON.stringify(recorded ?? blankAct)}
      width="wide"
      footer={
        <>
          {recorded === null ? null : (
            <Button variant="quiet" isDisabled={isActing} onPress={() => void record(null)}>
              {words.removeAct}
            </Button>
          )}
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={ready === null || isActing}
            onPress={() => void record(ready)}
          >
            {words.recordAct}
          </Button>
        </>
      }
    >
      <p className={style.hint}>{words.actHint}</p>
      <RefusalNotice refusal={refusal} />
      <Segments
        label={words.actNature}
        value={draft.nature}
        options={natures.map((value) => ({ value, label: actNatureWords[value] }))}
        onChange={(nature) => change({ nature })}
      />
      <div className={style.row}>
        <TextField
          label={words.actNumber}
          value={draft.number}
          onType={(number) => change({ number })}
          onCommit={(number) => change({ number })}
        />
        <DateField label={words.actDate} value={draft.date} onCommit={(date) => change({ date })} />
      </div>
      <TextField
        label={words.actAuthority}
        description={words.actAuthorityHint}
        value={draft.authority}
        onType={(authority) => change({ authority })}
        onCommit={(authority) => change({ authority })}
      />
      <div className={style.row}>
        <DateField
          label={words.transmittedOn}
          value={draft.transmittedOn}
          onCommit={(transmittedOn) => change({ transmittedOn })}
        />
        <DateField
          label={words.publishedOn}
          value={draft.publishedOn}
          onCommit={(publishedOn) => change({ publishedOn })}
        />
      </div>
      {problems.length === 0 ? null : (
        <Notice tone="check" isAlert>
          {problems.map((problem) => (
            <p key={problem}>{actProblemWords[problem]}</p>
          ))}
        </Notice>
      )}
    </Dialog>
  )
}

const natures = ['deliberation', 'arrete', 'decision'] as const
