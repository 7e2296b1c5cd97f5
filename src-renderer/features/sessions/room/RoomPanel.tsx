import { type KeyboardEvent, memo, useCallback, useState } from 'react'
import type { Member } from '#shared/domain/committee/committee.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { HourField } from '../../../ui/HourField.tsx'
import { nameOf } from '../personName.ts'
import { words } from '../words.ts'
import { MoneyBlock } from './MoneyBlock.tsx'
import { PersonLine } from './PersonLine.tsx'
import { ProxyDialog } from './ProxyDialog.tsx'
import { QuorumBlock } from './QuorumBlock.tsx'
import style from './RoomPanel.module.css'
import { SubstituteDialog } from './SubstituteDialog.tsx'
import { type Seat, seatOf } from './seatOf.ts'
import { TravelDialog } from './TravelDialog.tsx'
import type { RoomHour } from './useRoomHour.ts'
import { WallBlock } from './WallBlock.tsx'
import { roomWords } from './words.ts'

type Asked = { readonly what: 'proxy' | 'substitute' | 'travel'; readonly memberId: string }

/** Who is there, whether that is enough, what money is left, what the wall shows, and the hour that acts bear. */
export const RoomPanel = memo(function RoomPanel({
  view,
  item,
  roomHour,
  onGo,
}: {
  view: SessionView
  item: SessionItemView | undefined
  roomHour: RoomHour
  onGo: (candidatureId: string) => void
}) {
  const { session, members, envelope } = view
  const [asked, setAsked] = useState<Asked | null>(null)
  const ask = useCallback((what: Asked['what'], memberId: string) => setAsked({ what, memberId }), [])
  const isOpen = session.status === 'open'
  const quorum = item !== undefined && isOpen ? item.quorum : view.quorum
  const seated = members.filter((member) => mayBeSeated(member, view))
  const unnoted = seated.filter(({ id }) => session.attendance[id] === undefined)
  // A member whose substitute sits keeps a line, and is no seat.
  const seats = seated.filter(({ inOffice }) => inOffice)
  const present = seats.filter(({ id }) => session.attendance[id]?.inRoom).length
  const askedOf = members.find(({ id }) => id === asked?.memberId)
  const close = () => setAsked(null)
  return (
    <aside
      className={style.panel}
      aria-label={words.room}
      // Once closed nothing in it takes the keys, and it may still have to scroll.
      {...(session.status === 'closed' ? { tabIndex: 0 } : {})}
    >
      <QuorumBlock quorum={quorum} type={view.committee.instanceType} />
      <MoneyBlock envelope={envelope} balances={view.balances} waiting={view.waitingProposals} onGo={onGo} />
      <section className={style.people}>
        <div className={style.peopleHead}>
          <h2 className={style.title}>{words.people}</h2>
          <span className={style.hint}>{roomWords.peopleCount(present, seats.length)}</span>
        </div>
        {isOpen ? <RoomHourField roomHour={roomHour} /> : null}
        {session.status === 'planned' ? (
          <AllPresent sessionId={session.id} memberIds={unnoted.map(({ id }) => id)} />
        ) : null}
        <ul onKeyDown={walk}>
          {seated.map((member) => {
            const seat: Seat = seatOf(member, session, members)
            const proxy = session.proxies.find(({ giverId }) => giverId === member.id)
            return (
              <PersonLine
                key={member.id}
                sessionId={session.id}
                status={session.status}
                member={member}
                attendance={session.attendance[member.id]}
                proxy={proxy}
                holderName={proxy === undefined ? '' : nameOf(members, proxy.holderId)}
                seat={seat.words}
                maySubstitute={seat.substitutes.length > 0}
                isSubstituted={seat.isSubstituted}
                isRecused={isOpen && (item?.recusedIds.includes(member.id) ?? false)}
                hour={roomHour.hour}
                itemId={item?.itemId ?? null}
                onAsk={ask}
              />
            )
          })}
        </ul>
        {isOpen ? <p className={style.hint}>{roomWords.peopleHint}</p> : null}
      </section>
      {session.status === 'closed' ? null : <WallBlock sessionId={session.id} />}
      {asked?.what === 'proxy' && askedOf !== undefined ? (
        <ProxyDialog view={view} giver={askedOf} onClose={close} />
      ) : null}
      {asked?.what === 'substitute' && askedOf !== undefined ? (
        <SubstituteDialog
          sessionId={session.id}
          full={askedOf}
          substitutes={seatOf(askedOf, session, members).substitutes}
          onClose={close}
        />
      ) : null}
      {asked?.what === 'travel' && askedOf !== undefined ? (
        <TravelDialog
          sessionId={session.id}
          member={askedOf}
          travel={session.travels[askedOf.id]}
          onClose={close}
        />
      ) : null}
    </aside>
  )
})

/** Members in office, whoever was noted, and the substitutes who sit. */
const mayBeSeated = ({ id, inOffice }: Member, { session }: SessionView): boolean =>
  inOffice || session.attendance[id] !== undefined || Object.values(session.substitutions).includes(id)

/** The hour noted with each act, and the way back to the clock. */
function RoomHourField({ roomHour }: { roomHour: RoomHour }) {
  return (
    <div className={style.hour}>
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
    </div>
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

/** ↑ ↓ lead from person to person, on the same gesture. */
function walk(event: KeyboardEvent<HTMLUListElement>) {
  if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
  if (event.target instanceof HTMLInputElement) return
  const lines = [...event.currentTarget.children]
  const here = lines.findIndex((line) => line.contains(document.activeElement))
  const target = lines[here + (event.key === 'ArrowDown' ? 1 : -1)]
  if (here < 0 || target === undefined) return
  event.preventDefault()
  target.querySelector<HTMLElement>('button:not(:disabled)')?.focus()
}
