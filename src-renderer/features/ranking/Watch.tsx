import { useState } from 'react'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import style from './Watch.module.css'
import { watchWords as words } from './words.ts'

/** What to debate first, and which ranks and awards hang on one step of one mark. Computed only when asked. */
export function Watch({ callId, onOpen }: { callId: string; onOpen: (candidatureId: string) => void }) {
  const [isAsked, setAsked] = useState(false)
  const watch = useRead('ranking.watch', { callId }, { isEnabled: isAsked, keepPrevious: true })
  return (
    <section className={style.watch} aria-label={words.title}>
      <span>
        <Button isExpanded={isAsked} onPress={() => setAsked(!isAsked)}>
          {isAsked ? words.hide : words.show}
        </Button>
      </span>
      {isAsked ? <RefusalNotice refusal={watch.refusal} /> : null}
      {isAsked && watch.value === undefined && watch.refusal === null ? (
        <Spinner>{words.searching}</Spinner>
      ) : null}
      {isAsked && watch.value !== undefined ? (
        <div className={style.sides}>
          <div>
            <h2>{words.toDebate(watch.value.toDebate.length)}</h2>
            {watch.value.toDebate.length === 0 ? <p className={style.hint}>{words.nothing}</p> : null}
            <ul>
              {watch.value.toDebate.map(({ candidatureId, number, applicant, reasons }) => (
                <li key={candidatureId}>
                  <Button variant="quiet" onPress={() => onOpen(candidatureId)}>
                    {words.named(number, applicant)}
                  </Button>
                  <span className={style.hint}>{reasons.join(' ; ')}</span>
                </li>
              ))}
            </ul>
          </div>
          <div>
            <h2>{words.fragile(watch.value.fragile.length)}</h2>
            {watch.value.fragile.length === 0 ? <p className={style.hint}>{words.firm}</p> : null}
            <ul>
              {watch.value.fragile.map(({ candidatureId, number, applicant, changesAward, moves }) => (
                <li key={candidatureId}>
                  <Button variant="quiet" onPress={() => onOpen(candidatureId)}>
                    {words.named(number, applicant)}
                  </Button>
                  <span className={style.hint}>
                    {changesAward ? `${words.awardAtStake} ` : ''}
                    {moves[0]} {moves.length > 1 ? words.andOthers(moves.length - 1) : ''}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      ) : null}
    </section>
  )
}
