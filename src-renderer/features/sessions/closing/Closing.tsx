import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { FieldList } from '../../../ui/FieldList.tsx'
import { HourField } from '../../../ui/HourField.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TypedConfirm } from '../../../ui/TypedConfirm.tsx'
import { Discussion } from '../room/Discussion.tsx'
import { useFocusOnNext } from '../room/useFocusOnNext.ts'
import style from '../SessionRoom.module.css'
import { words } from '../words.ts'

/** The end: what still prevents it, then the act that freezes, then its number, its digest and the documents. */
export function Closing({ view, hour }: { view: SessionView; hour: string }) {
  const { session, closingBlockers } = view
  const { act, refusal, isActing } = useAct('session.close')
  const navigate = useNavigate()
  const [isConfirming, setConfirming] = useState(false)
  const [keyedHour, setHour] = useState<string | null>(null)
  const place = useFocusOnNext(session.status)
  const close = async () => {
    await act({ sessionId: session.id, at: keyedHour ?? hour })
    setConfirming(false)
  }
  if (session.closing !== null) {
    return (
      <section className={style.section} ref={place}>
        <h2>{words.closedTitle(session.closing.number)}</h2>
        <p>{words.closedHint}</p>
        <FieldList
          items={[
            { name: words.number, value: session.closing.number },
            { name: words.closingHour, value: session.closedAt ?? '' },
            {
              name: words.digest,
              value: <code className={style.digest}>{session.closing.factsDigest}</code>,
            },
          ]}
        />
        <span data-next>
          <Button
            variant="primary"
            onPress={() => void navigate({ to: '/documents', search: { session: session.id } })}
          >
            {words.goToDocuments}
          </Button>
        </span>
      </section>
    )
  }
  const isReady = closingBlockers.length === 0
  return (
    <section className={style.section} ref={place}>
      <h2>{words.closing}</h2>
      <RefusalNotice refusal={refusal} />
      {isReady ? (
        <Notice tone="favourable">{words.closingReady}</Notice>
      ) : (
        <Notice tone="check">
          {words.closingBlocked}
          <ul className={style.blockers}>
            {closingBlockers.map((blocker) => (
              <li key={blocker}>{blocker}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div {...(isReady ? {} : { 'data-next': true })}>
        <Discussion session={session} />
      </div>
      <div className={style.pair}>
        <HourField label={words.closingHour} value={keyedHour ?? hour} onCommit={setHour} />
      </div>
      <span {...(isReady ? { 'data-next': true } : {})}>
        <Button variant="primary" isDisabled={!isReady} onPress={() => setConfirming(true)}>
          {words.close}
        </Button>
      </span>
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
