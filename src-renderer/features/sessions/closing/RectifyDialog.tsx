import { useState } from 'react'
import { effectiveOutcome } from '#shared/domain/session/effectiveOutcome.ts'
import type { ItemOutcome, Opinion } from '#shared/domain/session/session.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { AmountField } from '../../../ui/AmountField.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { formatAmount } from '../../../ui/formatAmount.ts'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { TypedConfirm } from '../../../ui/TypedConfirm.tsx'
import { nowHere } from '../nowHere.ts'
import { opinionWordsOf, words } from '../words.ts'
import style from './Closing.module.css'
import { closingWords } from './words.ts'

type Corrected = Pick<ItemOutcome, 'opinion' | 'conditions' | 'rationale'> & { amountCents: number | null }

/** An act that corrects closed minutes: the error, what to read instead, and for a point what was frozen beside what holds. */
export function RectifyDialog({ view, onClose }: { view: SessionView; onClose: () => void }) {
  const { session, items } = view
  const { act, refusal, isActing } = useAct('session.rectify')
  const [itemId, setItemId] = useState('')
  const [date, setDate] = useState(nowHere().date)
  const [reason, setReason] = useState('')
  const [text, setText] = useState('')
  const [corrected, setCorrected] = useState<Corrected | null>(null)
  const [isConfirming, setConfirming] = useState(false)
  const item = items.find((each) => each.itemId === itemId)
  const frozen = itemId === '' ? null : effectiveOutcome(session, itemId)
  const choose = (next: string) => {
    setItemId(next)
    setCorrected(null)
  }
  const rectify = async () => {
    const done = await act({
      sessionId: session.id,
      date,
      rectification: { itemId: itemId === '' ? null : itemId, reason, text, corrected },
    })
    setConfirming(false)
    if (done.ok) onClose()
  }
  return (
    <>
      <Dialog
        title={closingWords.rectifyTitle}
        isOpen={!isConfirming}
        onClose={onClose}
        width="wide"
        footer={
          <>
            <Button onPress={onClose}>{words.cancel}</Button>
            <Button
              variant="primary"
              isDisabled={reason.trim() === '' || text.trim() === ''}
              onPress={() => setConfirming(true)}
            >
              {closingWords.rectifyAction}
            </Button>
          </>
        }
      >
        <p>{closingWords.rectifyHint}</p>
        <RefusalNotice refusal={refusal} />
        <div className={style.pair}>
          <Select
            label={closingWords.rectifyPoint}
            value={itemId}
            options={[
              { value: '', label: closingWords.rectifyNoPoint },
              ...items.map((each) => ({
                value: each.itemId,
                label: each.applicant === '' ? each.title : `${each.number} · ${each.applicant}`,
              })),
            ]}
            onChange={choose}
          />
          <DateField
            label={closingWords.rectifyDate}
            value={date}
            isRequired
            onCommit={(next) => next !== null && setDate(next)}
          />
        </div>
        <TextField
          label={closingWords.rectifyReason}
          value={reason}
          onType={setReason}
          onCommit={setReason}
        />
        <TextField
          label={closingWords.rectifyText}
          description={closingWords.rectifyTextHint}
          value={text}
          multiline
          rows={2}
          onType={setText}
          onCommit={setText}
        />
        {frozen === null || item === undefined ? null : (
          <>
            <Checkbox
              isSelected={corrected !== null}
              onChange={(corrects) => setCorrected(corrects ? ofOutcome(frozen) : null)}
            >
              {closingWords.rectifyCorrects}
            </Checkbox>
            {corrected === null ? null : (
              <CorrectedFields item={item} frozen={frozen} corrected={corrected} onChange={setCorrected} />
            )}
          </>
        )}
      </Dialog>
      <TypedConfirm
        title={closingWords.rectifyTitle}
        word={closingWords.rectifyWord}
        action={closingWords.rectifyAction}
        isOpen={isConfirming}
        isActing={isActing}
        onClose={() => setConfirming(false)}
        onConfirm={() => void rectify()}
      >
        <p>{closingWords.rectifyWarning}</p>
      </TypedConfirm>
    </>
  )
}

const ofOutcome = ({ opinion, amountCents, conditions, rationale }: ItemOutcome): Corrected => ({
  opinion,
  amountCents,
  conditions,
  rationale,
})

/** What was frozen at the left, what holds from now on at the right. */
function CorrectedFields({
  item,
  frozen,
  corrected,
  onChange,
}: {
  item: SessionItemView
  frozen: ItemOutcome
  corrected: Corrected
  onChange: (corrected: Corrected) => void
}) {
  const set = (changes: Partial<Corrected>) => onChange({ ...corrected, ...changes })
  const before = [
    opinionWordsOf(item.kind, frozen.opinion).label,
    ...(frozen.amountCents === null ? [] : [formatAmount(frozen.amountCents, { withCents: true })]),
    ...(frozen.conditions === '' ? [] : [frozen.conditions]),
    ...(frozen.rationale.legal === '' ? [] : [frozen.rationale.legal]),
    ...(frozen.rationale.factual === '' ? [] : [frozen.rationale.factual]),
  ]
  return (
    <div className={style.beforeAfter}>
      <div>
        <h3>{closingWords.rectifyBefore}</h3>
        {before.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div className={style.after}>
        <h3>{closingWords.rectifyAfter}</h3>
        <Select
          label={words.opinion}
          value={corrected.opinion}
          options={opinions.map((value) => ({ value, label: opinionWordsOf(item.kind, value).label }))}
          onChange={(opinion: Opinion) => set({ opinion })}
        />
        {item.kind === 'candidature' ? (
          <AmountField
            label={words.amount}
            cents={corrected.amountCents}
            onCommit={(amountCents) => set({ amountCents })}
          />
        ) : null}
        <TextField
          label={words.conditions}
          value={corrected.conditions}
          onType={(conditions) => set({ conditions })}
          onCommit={(conditions) => set({ conditions })}
        />
        <TextField
          label={words.legal}
          value={corrected.rationale.legal}
          onType={(legal) => set({ rationale: { ...corrected.rationale, legal } })}
          onCommit={(legal) => set({ rationale: { ...corrected.rationale, legal } })}
        />
        <TextField
          label={words.factual}
          value={corrected.rationale.factual}
          onType={(factual) => set({ rationale: { ...corrected.rationale, factual } })}
          onCommit={(factual) => set({ rationale: { ...corrected.rationale, factual } })}
        />
      </div>
    </div>
  )
}

const opinions: readonly Opinion[] = ['favourable', 'reserved', 'unfavourable', 'deferred', 'inadmissible']
