import { useState } from 'react'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { ComparisonTable } from './ComparisonTable.tsx'
import style from './Scenarios.module.css'
import { words } from './words.ts'

/** The exact optimum beside the ranking, told in words; searched only when asked, since it takes a moment. */
export function Optimum({ callId }: { callId: string }) {
  const [isAsked, setAsked] = useState(false)
  const report = useRead('allocation.optimum', { callId }, { isEnabled: isAsked })
  return (
    <section className={style.editor}>
      <h2>{words.optimum}</h2>
      {isAsked ? (
        <>
          <RefusalNotice refusal={report.refusal} />
          {report.value === undefined ? (
            report.refusal === null ? (
              <Spinner>{words.searching}</Spinner>
            ) : null
          ) : (
            <>
              {report.value.sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              <ComparisonTable left={words.byRank} right={words.bestTotal} rows={report.value.rows} />
            </>
          )}
        </>
      ) : (
        <span>
          <Button onPress={() => setAsked(true)}>{words.showOptimum}</Button>
        </span>
      )}
    </section>
  )
}
