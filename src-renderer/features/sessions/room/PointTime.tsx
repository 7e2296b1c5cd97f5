import { Pause, Play } from 'lucide-react'
import { memo } from 'react'
import type { Session } from '#shared/domain/session/session.ts'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'
import { expectedEnd, pausedSince } from '#shared/domain/session/timeSpent.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { Button } from '../../../ui/Button.tsx'
import { type PointPace, paceOf } from './paceOf.ts'
import style from './RoomAgenda.module.css'
import { useClock } from './useClock.ts'
import type { SessionClock } from './useSessionClock.ts'
import { roomWords } from './words.ts'

/** The time of the point under way against its planned minutes, when the session should end, and the suspension. */
export const PointTime = memo(function PointTime({
  session,
  items,
  clock,
}: {
  session: Session
  items: readonly SessionItemView[]
  clock: SessionClock
}) {
  const now = useClock()
  const current = session.agenda.find(({ id }) => id === session.currentItemId)
  const view = items.find(({ itemId }) => itemId === current?.id)
  const pause = pausedSince(session)
  const end = expectedEnd(session, now)
  return (
    <section className={style.time} aria-label={roomWords.timeOfPoint}>
      <div className={style.timeLine}>
        {pause !== null ? (
          <span className={style.pace} data-pace="soon">
            {roomWords.suspendedSince(pause)}
          </span>
        ) : current === undefined ? (
          <span className={style.paceWords}>{roomWords.noneUnderWay}</span>
        ) : (
          <Pace
            name={view?.number == null ? current.title : `n° ${view.number}`}
            point={paceOf(current, now)}
          />
        )}
        <Button variant="quiet" shortcut="Control+Shift+P" onPress={clock.togglePause}>
          {clock.isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
          {clock.isPaused ? roomWords.resume : roomWords.suspend}
        </Button>
      </div>
      {end === null ? null : <p className={style.hint}>{roomWords.expectedEnd(end)}</p>}
      <RefusalNotice refusal={clock.refusal} />
    </section>
  )
})

function Pace({ name, point }: { name: string; point: PointPace }) {
  const { spentSeconds, plannedSeconds, pace } = point
  return (
    <span className={style.pace} data-pace={pace}>
      <span className={style.paceFigure}>{roomWords.pace(spentSeconds, plannedSeconds)}</span>
      <span className={style.paceWords}>
        {name}
        {plannedSeconds === null ? '' : ` · ${paceWords[pace](Math.abs(plannedSeconds - spentSeconds))}`}
      </span>
    </span>
  )
}

const paceWords = {
  fine: roomWords.paceFine,
  soon: roomWords.paceSoon,
  late: roomWords.paceLate,
} as const
