import { useState } from 'react'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { HourField } from '../../../ui/HourField.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TypedConfirm } from '../../../ui/TypedConfirm.tsx'
import { Discussion } from '../room/Discussion.tsx'
import { useFocusOnNext } from '../room/useFocusOnNext.ts'
import { words } from '../words.ts'
import { CheckList } from './CheckList.tsx'
import { Closed } from './Closed.tsx'
import style from './Closing.module.css'
import { closingState } from './closingState.ts'
import { Recap } from './Recap.tsx'
import { closingWords } from './words.ts'

/** The end: the check list, everything decided, then the act that freezes; afterwards its number, its digest and what follows. */
export function Closing({
  view,
  hour,
  onGo,
}: {
  view: SessionView
  hour: string
  onGo: (itemId: string) => void
}) {
  const { session, closingChecks } = view
  const { act, refusal, isActing } = useAct('session.close')
  const [isConfirming, setConfirming] = useState(false)
  const [keyedHour, setHour] = useState<string | null>(null)
  const place = useFocusOnNext(session.status)
  const close = async () => {
    await act({ sessionId: session.id, at: keyedHour ?? hour })
    setConfirming(false)
  }
  const kinds = new Map(session.agenda.map(({ id, kind }) => [id, kind]))
  const { must, explain, isReady } = closingState(closingChecks, view.closingBlockers)
  return (
    <section className={style.closing} ref={place}>
      {session.closing !== null ? (
        <Closed view={view} />
      ) : (
        <>
          <h2>{words.closing}</h2>
          <RefusalNotice refusal={refusal} />
          {isReady ? (
            <Notice tone="favourable">{closingWords.ready}</Notice>
          ) : (
            <p className={style.blocked}>
              <strong>{closingWords.blocked}</strong> {closingWords.blockedCount(must, explain)}
            </p>
          )}
          <CheckList sessionId={session.id} checks={closingChecks} isReadOnly={false} onGo={onGo} />
          <div className={style.act} {...(isReady ? { 'data-next': true } : {})}>
            <HourField label={words.closingHour} value={keyedHour ?? hour} onCommit={setHour} />
            <Button variant="primary" isDisabled={!isReady} onPress={() => setConfirming(true)}>
              {words.close}
            </Button>
          </div>
        </>
      )}
      <Discussion view={view} />
      <Recap recap={view.recap} kinds={kinds} onGo={onGo} />
      <TypedConfirm
        title={words.close}
        word={words.closeWord}
        action={words.closeAction}
        isOpen={isConfirming}
        isActing={isActing}
        onClose={() => setConfirming(false)}
        onConfirm={() => void close()}
      >
        <p>{words.closeWarning}</p>
      </TypedConfirm>
    </section>
  )
}
