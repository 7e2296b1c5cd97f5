import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatAmount } from '../../../ui/formatAmount.ts'
import { HourField } from '../../../ui/HourField.tsx'
import { words } from '../words.ts'
import { PersonLine } from './PersonLine.tsx'
import { quorumArithmetic } from './quorumArithmetic.ts'
import style from './RoomPanel.module.css'
import type { RoomHour } from './useRoomHour.ts'

/** Who is there, whether that is enough, what money is left, and the hour that acts bear. */
export function RoomPanel({
  view,
  item,
  roomHour,
}: {
  view: SessionView
  item: SessionItemView | undefined
  roomHour: RoomHour
}) {
  const { session, members, envelope } = view
  const quorum = item !== undefined && session.status === 'open' ? item.quorum : view.quorum
  const seated = members.filter((member) => member.inOffice || session.attendance[member.id] !== undefined)
  const unnoted = seated.filter(({ id }) => session.attendance[id] === undefined)
  const verdict = quorum.applies
    ? quorum.reached
      ? words.quorumReached
      : words.quorumMissing
    : words.quorumNone
  return (
    <aside className={style.panel} aria-label={words.room}>
      <section className={style.block}>
        <h2 className={style.title}>{words.quorum}</h2>
        <p className={style.figure} data-reached={quorum.reached}>
          {quorum.counted} <span className={style.required}>/ {quorum.required}</span>
        </p>
        <p className={style.verdict} data-reached={quorum.reached} role="status">
          <span aria-hidden="true">{quorum.reached ? '✓' : '✗'}</span> {verdict}
        </p>
        <p className={style.hint}>{quorumArithmetic(quorum, view.committee.instanceType)}</p>
      </section>
      <section className={style.block}>
        <h2 className={style.title}>{words.envelope}</h2>
        {envelope.totalCents === null || envelope.remainingCents === null ? (
          <p className={style.hint}>{words.noEnvelope}</p>
        ) : (
          <>
            <p key={envelope.remainingCents} className={style.money}>
              {formatAmount(envelope.remainingCents)}
            </p>
            <div className={style.bar} aria-hidden="true">
              <span
                style={{
                  width: `${envelope.totalCents === 0 ? 0 : (envelope.awardedCents / envelope.totalCents) * 100}%`,
                }}
              />
            </div>
            <p className={style.hint}>{words.ofEnvelope(formatAmount(envelope.totalCents))}</p>
          </>
        )}
      </section>
      {session.status === 'open' ? (
        <section className={style.hour}>
          <HourField
            label={words.hour}
            value={roomHour.hour}
            onCommit={(hour) => (hour === null ? roomHour.followClock() : roomHour.set(hour))}
          />
          {roomHour.followsClock ? null : (
            <Button variant="quiet" onPress={roomHour.followClock}>
              {words.followClock}
            </Button>
          )}
        </section>
      ) : null}
      <section className={style.people}>
        <h2 className={style.title}>{words.people}</h2>
        {session.status === 'planned' ? (
          <AllPresent sessionId={session.id} memberIds={unnoted.map(({ id }) => id)} />
        ) : null}
        <ul>
          {seated.map((member) => (
            <PersonLine key={member.id} view={view} member={member} item={item} hour={roomHour.hour} />
          ))}
        </ul>
      </section>
    </aside>
  )
}

/** One press for the ordinary case; who is not there is then noted one by one. */
function AllPresent({ sessionId, memberIds }: { sessionId: string; memberIds: readonly string[] }) {
  const { act } = useAct('session.attend')
  if (memberIds.length === 0) return null
  const noteAll = async () => {
    for (const memberId of memberIds) await act({ sessionId, memberId, status: 'present' })
  }
  return (
    <span>
      <Button onPress={() => void noteAll()}>{words.allPresent}</Button>
    </span>
  )
}
