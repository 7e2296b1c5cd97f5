import { useState } from 'react'
import type { MinutesView } from '#shared/domain/documents/documentBoard.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatDate } from '../../../ui/formatDate.ts'
import { Notice } from '../../../ui/Notice.tsx'
import style from '../Screen.module.css'
import { minutesStateWords, minutesStepWords, words } from '../words.ts'
import steps from './Minutes.module.css'
import { MinutesDialog } from './MinutesDialog.tsx'

/** brouillon → soumis → arrêté → signé → publié: where the minutes stand, above their pages, and the next step. */
export function MinutesSteps({ sessionId, minutes }: { sessionId: string; minutes: MinutesView }) {
  const [isTaking, setTaking] = useState(false)
  const { state, publicationDueOn } = minutes
  const dates = {
    draft: null,
    submitted: minutes.submittedOn,
    settled: minutes.settledOn,
    signed: minutes.signedOn,
    published: minutes.publishedOn,
  }
  return (
    <section className={style.followUp} aria-label={words.minutesState}>
      <ol className={steps.steps}>
        {states.map((each) => (
          <li key={each} className={steps.step} {...(each === state ? { 'aria-current': 'step' } : {})}>
            {minutesStateWords[each]}
            {dates[each] === null ? null : <span className={steps.date}>{formatDate(dates[each])}</span>}
          </li>
        ))}
      </ol>
      {state === 'published' ? null : (
        <Button onPress={() => setTaking(true)}>{minutesStepWords[state]}</Button>
      )}
      {state === 'draft' ? null : (
        <p className={style.hint}>
          {minutes.signedBy.length === 0 ? null : `${words.signedBy(minutes.signedBy.join(', '))} `}
          {state === 'published'
            ? words.publishedWhere(minutes.publishedAt)
            : publicationDueOn === null
              ? null
              : words.due(formatDate(publicationDueOn))}
        </p>
      )}
      {minutes.remarks.map((remark) => (
        <Notice key={remark} tone="check">
          {remark}
        </Notice>
      ))}
      {isTaking && state !== 'published' ? (
        <MinutesDialog
          key={state}
          sessionId={sessionId}
          state={state}
          signatories={minutes.signatories}
          onClose={() => setTaking(false)}
        />
      ) : null}
    </section>
  )
}

const states = ['draft', 'submitted', 'settled', 'signed', 'published'] as const
