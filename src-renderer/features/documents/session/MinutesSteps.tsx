import { useState } from 'react'
import type { InputOf } from '#shared/contract/contract.ts'
import type { MinutesView } from '#shared/domain/documents/documentBoard.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { formatDate } from '../../../ui/formatDate.ts'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../Screen.module.css'
import { minutesStateWords, minutesStepWords, words } from '../words.ts'

type Step = InputOf<'session.minutes-step'>['step']

/** brouillon → soumis → arrêté → signé → publié: where the minutes stand, and the next step with its date. */
export function MinutesSteps({ sessionId, minutes }: { sessionId: string; minutes: MinutesView }) {
  const { act, refusal } = useAct('session.minutes-step')
  const { state } = minutes
  const dates = {
    draft: null,
    submitted: minutes.submittedOn,
    settled: minutes.settledOn,
    signed: minutes.signedOn,
    published: minutes.publishedOn,
  }
  const take = (step: Step) => act({ sessionId, step })
  return (
    <section className={style.group}>
      <h2 className={style.subtitle}>{words.minutesState}</h2>
      <ol className={style.steps}>
        {states.map((each) => (
          <li key={each} className={style.step} {...(each === state ? { 'aria-current': 'step' } : {})}>
            {minutesStateWords[each]}
            {dates[each] === null ? null : <span>{formatDate(dates[each])}</span>}
          </li>
        ))}
      </ol>
      {minutes.signedBy.length === 0 ? null : (
        <p className={style.hint}>
          {words.signedBy} : {minutes.signedBy.join(', ')}
        </p>
      )}
      {minutes.publicationDueOn === null || state === 'published' ? null : (
        <p className={style.hint}>{words.due(formatDate(minutes.publicationDueOn))}</p>
      )}
      <RefusalNotice refusal={refusal} />
      {state === 'published' ? null : <NextStep key={state} state={state} onStep={take} />}
      {state === 'draft' || state === 'published' ? null : (
        <span>
          <Button variant="quiet" onPress={() => void take({ to: 'back' })}>
            {words.back}
          </Button>
        </span>
      )}
    </section>
  )
}

const states = ['draft', 'submitted', 'settled', 'signed', 'published'] as const

function NextStep({
  state,
  onStep,
}: {
  state: Exclude<MinutesView['state'], 'published'>
  onStep: (step: Step) => void
}) {
  const [on, setOn] = useState<string | null>(null)
  const [by, setBy] = useState('')
  const [where, setWhere] = useState('')
  const names = by
    .split(/\r?\n/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const step = on === null ? null : stepFrom(state, on, names, where.trim())
  return (
    <>
      <DateField label={words.stepOn} value={on} onCommit={setOn} />
      {state === 'settled' ? (
        <TextField
          label={words.signedBy}
          description={words.signedByHint}
          value={by}
          multiline
          rows={2}
          onType={setBy}
          onCommit={setBy}
        />
      ) : null}
      {state === 'signed' ? (
        <TextField label={words.publishedAt} value={where} onType={setWhere} onCommit={setWhere} />
      ) : null}
      <span>
        <Button isDisabled={step === null} onPress={() => step !== null && onStep(step)}>
          {minutesStepWords[state]}
        </Button>
      </span>
    </>
  )
}

/** null while something is missing. */
function stepFrom(
  state: Exclude<MinutesView['state'], 'published'>,
  on: string,
  by: readonly string[],
  where: string,
): Step | null {
  switch (state) {
    case 'draft':
      return { to: 'submitted', on }
    case 'submitted':
      return { to: 'settled', on }
    case 'settled':
      return by.length === 0 ? null : { to: 'signed', on, by: [...by] }
    case 'signed':
      return where === '' ? null : { to: 'published', on, where }
  }
}
