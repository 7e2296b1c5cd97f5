import { useState } from 'react'
import type { DecisionAct } from '#shared/domain/session/session.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../Screen.module.css'
import { actNatureWords, words } from '../words.ts'

/** The resolution, order or decision that follows the session: recorded whole, cited by letters and agreements. */
export function ActForm({ sessionId, act: recorded }: { sessionId: string; act: DecisionAct | null }) {
  const { act, refusal, isActing } = useAct('session.record-act')
  const [draft, setDraft] = useState<Draft>(recorded ?? blank)
  const change = (set: Partial<Draft>) => setDraft((current) => ({ ...current, ...set }))
  const { date } = draft
  const isReady = date !== null && draft.number.trim() !== '' && draft.authority.trim() !== ''
  const record = () => {
    if (date === null) return
    void act({
      sessionId,
      act: { ...draft, date, number: draft.number.trim(), authority: draft.authority.trim() },
    })
  }
  return (
    <section className={style.group}>
      <h2 className={style.subtitle}>{words.act}</h2>
      <p className={style.hint}>{words.actHint}</p>
      <RefusalNotice refusal={refusal} />
      <Select
        label={words.actNature}
        value={draft.nature}
        options={natures.map((value) => ({ value, label: actNatureWords[value] }))}
        onChange={(nature) => change({ nature })}
      />
      <TextField
        label={words.actNumber}
        value={draft.number}
        onType={(number) => change({ number })}
        onCommit={(number) => change({ number })}
      />
      <DateField label={words.actDate} value={date} onCommit={(value) => change({ date: value })} />
      <TextField
        label={words.actAuthority}
        description={words.actAuthorityHint}
        value={draft.authority}
        onType={(authority) => change({ authority })}
        onCommit={(authority) => change({ authority })}
      />
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
      <div className={style.buttons}>
        <Button isDisabled={!isReady || isActing} onPress={record}>
          {words.recordAct}
        </Button>
        {recorded === null ? null : (
          <Button variant="quiet" onPress={() => void act({ sessionId, act: null })}>
            {words.removeAct}
          </Button>
        )}
      </div>
    </section>
  )
}

type Draft = Omit<DecisionAct, 'date'> & { readonly date: string | null }

const natures = ['deliberation', 'arrete', 'decision'] as const

const blank: Draft = {
  nature: 'deliberation',
  number: '',
  date: null,
  authority: '',
  transmittedOn: null,
  publishedOn: null,
}
