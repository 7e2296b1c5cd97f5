import { useState } from 'react'
import type { SyncState } from '#shared/contract/syncAnswers.ts'
import type { SessionSummary } from '#shared/domain/session/sessionSummary.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyPlace } from '../../../ui/EmptyPlace.tsx'
import { formatDate } from '../../../ui/formatDate.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Spinner } from '../../../ui/Spinner.tsx'
import style from '../Room.module.css'
import { words } from '../words.ts'
import { Successors } from './Successors.tsx'

/** Which session, who may go on if this laptop fails, for how long; then the room opens. */
export function OpenRoom({ sync, sessionId }: { sync: SyncState; sessionId: string | null }) {
  const sessions = useRead('session.list', {})
  return (
    <Reading read={sessions}>
      {(list) => {
        const held = list.filter(({ status }) => status !== 'closed')
        const first = held.find(({ id }) => id === sessionId) ?? held[0]
        return first === undefined ? (
          <EmptyPlace
            title={words.noSessionTitle}
            action={
              <LinkButton variant="primary" to="/seances">
                {words.goToSessions}
              </LinkButton>
            }
          >
            {words.noSession}
          </EmptyPlace>
        ) : (
          <OpenFields key={first.id} sync={sync} sessions={held} first={first.id} />
        )
      }}
    </Reading>
  )
}

const durations = [4, 12, 24, 72] as const
type Duration = `${(typeof durations)[number]}`

function OpenFields({
  sync,
  sessions,
  first,
}: {
  sync: SyncState
  sessions: readonly SessionSummary[]
  first: string
}) {
  const [sessionId, setSessionId] = useState(first)
  const [successors, setSuccessors] = useState<readonly string[]>([])
  const [hours, setHours] = useState<Duration>('12')
  const { act, isActing, refusal } = useAct('room.open')
  const isEmergency = sync.centre !== null && sync.connection !== 'connected'
  return (
    <div className={style.sections}>
      <section className={style.section}>
        <p className={style.hint}>{words.openLead}</p>
        <Select
          label={words.session}
          value={sessionId}
          options={sessions.map(({ id, date, callName }) => ({
            value: id,
            label: `${formatDate(date)} · ${callName}`,
          }))}
          onChange={setSessionId}
        />
        <Select
          label={words.duration}
          description={words.durationHint}
          value={hours}
          options={durations.map((value) => ({ value: `${value}` as Duration, label: words.hours(value) }))}
          onChange={setHours}
        />
        {isEmergency ? <Notice tone="reserved">{words.emergency}</Notice> : null}
        <RefusalNotice refusal={refusal} />
        {isActing ? <Spinner>{words.opening}</Spinner> : null}
        <div>
          <Button
            variant="primary"
            isDisabled={isActing}
            onPress={() => void act({ sessionId, successors: [...successors], hours: Number(hours) })}
          >
            {words.open}
          </Button>
        </div>
      </section>
      <Successors chosen={successors} onChange={setSuccessors} />
    </div>
  )
}
