import { useRef } from 'react'
import type { Convocation as SessionConvocation } from '#shared/domain/session/session.ts'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { HourField } from '../../../ui/HourField.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../SessionRoom.module.css'
import { words as sessionWords } from '../words.ts'
import { words } from './words.ts'

const empty: SessionConvocation = { date: '', author: '', sentBy: null, proof: '' }
const ways = ['none', 'post', 'e-mail', 'hand', 'platform'] as const

/** When, where, and what the convocation proves; the delay is judged by the rule of the committee. */
export function Convocation({ view }: { view: SessionView }) {
  const { session, notice } = view
  const { act, refusal } = useAct('session.change')
  const change = (set: Parameters<typeof act>[0]['set']) => void act({ sessionId: session.id, set })
  const { convocation } = session
  // A date cleared to be written again must not take the signature and the proof with it.
  const last = useRef(empty)
  if (convocation !== null) last.current = convocation
  const convoke = (set: Partial<SessionConvocation>) =>
    convocation !== null && change({ convocation: { ...convocation, ...set } })
  const documents = (document: string) => ({ to: '/documents', search: { session: session.id, document } })
  return (
    <section className={style.section}>
      <h2>{sessionWords.preparation}</h2>
      <p className={style.hint}>{sessionWords.preparationHint}</p>
      <RefusalNotice refusal={refusal} />
      <div className={style.pair}>
        <DateField
          label={sessionWords.date}
          value={session.date}
          isRequired
          onCommit={(date) => date !== null && change({ date })}
        />
        <HourField
          label={words.startsAt}
          value={session.startsAt}
          onCommit={(startsAt) => change({ startsAt })}
        />
        <TextField label={sessionWords.place} value={session.place} onCommit={(place) => change({ place })} />
        <DateField
          label={sessionWords.convocationDate}
          value={convocation?.date ?? null}
          onCommit={(date) => change({ convocation: date === null ? null : { ...last.current, date } })}
        />
        <TextField
          label={sessionWords.convocationAuthor}
          value={convocation?.author ?? ''}
          isDisabled={convocation === null}
          onCommit={(author) => convoke({ author })}
        />
        <Select
          label={words.sentBy}
          value={convocation?.sentBy ?? 'none'}
          isDisabled={convocation === null}
          options={ways.map((value) => ({ value, label: words.ways[value] }))}
          onChange={(way) => convoke({ sentBy: way === 'none' ? null : way })}
        />
        <TextField
          label={words.proof}
          description={words.proofHint}
          value={convocation?.proof ?? ''}
          isDisabled={convocation === null}
          onCommit={(proof) => convoke({ proof })}
        />
      </div>
      {notice.requiredDays === null ? null : (
        <Notice tone={notice.respected ? 'favourable' : 'reserved'}>{notice.sentence}</Notice>
      )}
      <Checkbox
        isSelected={session.secondConvocation}
        description={sessionWords.secondConvocationHint}
        onChange={(secondConvocation) => change({ secondConvocation })}
      >
        {sessionWords.secondConvocation}
      </Checkbox>
      <Checkbox
        isSelected={session.sealedMarks}
        description={words.sealedHint}
        onChange={(sealedMarks) => change({ sealedMarks })}
      >
        {words.sealed}
      </Checkbox>
      <p className={style.papers}>
        <span>{words.papers}</span>
        <LinkButton {...documents('convocation')}>{words.convocation}</LinkButton>
        <LinkButton {...documents('attendance-sheet')}>{words.attendanceSheet}</LinkButton>
        <LinkButton {...documents('mark-sheets')}>{words.markSheets}</LinkButton>
      </p>
    </section>
  )
}
