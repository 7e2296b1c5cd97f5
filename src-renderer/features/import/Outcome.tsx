import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { ImportOutcome } from '#shared/contract/answers.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Button } from '../../ui/Button.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import style from './Import.module.css'
import { SkippedList } from './SkippedList.tsx'
import { words } from './words.ts'

export interface OutcomeProps {
  readonly outcome: ImportOutcome
  readonly callId: string
  readonly onAgain: () => void
}

/** What came in, where to go next, and the way back: the whole import is one undoable act. */
export function Outcome({ outcome, callId, onAgain }: OutcomeProps) {
  const undo = useAct('act.undo')
  const [isUndone, setUndone] = useState(false)
  if (isUndone) {
    return (
      <>
        <Notice tone="info" isAlert>
          {words.undone}
        </Notice>
        <div>
          <Button onPress={onAgain}>{words.choose}</Button>
        </div>
      </>
    )
  }
  const takeBack = async () => {
    const undone = await undo.act({})
    if (undone.ok) setUndone(true)
  }
  return (
    <section className={style.section}>
      <h2>{words.doneTitle}</h2>
      <Notice tone="favourable" isAlert>
        {words.done(outcome.imported)} {outcome.toCheck === 0 ? '' : words.doneToCheck(outcome.toCheck)}
      </Notice>
      {outcome.errors.length === 0 ? null : (
        <Notice tone="reserved">
          <ul>
            {outcome.errors.slice(0, 20).map(({ line, message }) => (
              <li key={`${line}/${message}`}>
                {words.line} {line} : {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <SkippedList skipped={outcome.skipped} />
      <RefusalNotice refusal={undo.refusal} />
      <div className={style.source}>
        <LinkButton variant="primary" to="/candidatures" search={{ call: callId }}>
          {words.seeAll}
        </LinkButton>
        {outcome.toCheck === 0 ? null : (
          <LinkButton to="/candidatures" search={{ call: callId, check: '1' }}>
            {words.seeToCheck}
          </LinkButton>
        )}
        <Button variant="quiet" isDisabled={undo.isActing} onPress={() => void takeBack()}>
          <Undo2 aria-hidden="true" />
          {words.undo}
        </Button>
      </div>
    </section>
  )
}
