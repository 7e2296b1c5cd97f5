import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useRef, useState } from 'react'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { useTitle } from '../../../frame/useTitle.ts'
import { StandingMarks } from '../../../sharing/StandingMarks.tsx'
import { Button } from '../../../ui/Button.tsx'
import { formatDate } from '../../../ui/formatDate.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useHotkeys } from '../../../ui/useHotkeys.ts'
import { Closing } from '../closing/Closing.tsx'
import { HistoryPanel } from '../history/HistoryPanel.tsx'
import { Preparation } from '../preparation/Preparation.tsx'
import style from '../SessionRoom.module.css'
import { ItemPanel } from '../steps/ItemPanel.tsx'
import { useDrafts } from '../steps/useDrafts.ts'
import { sessionStatusWords, words } from '../words.ts'
import { RoomAgenda } from './RoomAgenda.tsx'
import { RoomPanel } from './RoomPanel.tsx'
import { Story } from './Story.tsx'
import { useRoomHour } from './useRoomHour.ts'
import { useSessionClock } from './useSessionClock.ts'
import { roomWords } from './words.ts'

/** The room on one laptop: the agenda, the point under way, the people. The address holds the point. */
export function SessionRoom({ sessionId }: { sessionId: string }) {
  const read = useRead('session.get', { sessionId })
  const view = read.value
  useTitle(view === undefined ? words.title : `Séance du ${formatDate(view.session.date)}`)
  return <Reading read={read}>{(value) => <Room view={value} />}</Reading>
}

function Room({ view }: { view: SessionView }) {
  const { session } = view
  const { point } = useSearch({ strict: false }) as { point?: string }
  const navigate = useNavigate()
  const roomHour = useRoomHour()
  const clock = useSessionClock(session, roomHour)
  const [drawer, setDrawer] = useState<'story' | 'history' | null>(null)
  const { draftOf, keep } = useDrafts(session)
  const isOpen = session.status === 'open'
  const chosen = point ?? (isOpen ? (session.currentItemId ?? nextItem(view, null)) : null)
  const item = view.items.find(({ itemId }) => itemId === chosen)
  const recorded = session.agenda.find(({ id }) => id === chosen)
  const go = useCallback(
    (itemId: string | null) =>
      void navigate({
        to: '/seances/$sessionId',
        params: { sessionId: session.id },
        search: itemId === null ? {} : { point: itemId },
        replace: true,
      }),
    [navigate, session.id],
  )
  const goBy = (by: 1 | -1) => {
    const place = view.items.findIndex(({ itemId }) => itemId === item?.itemId)
    const next = view.items[place + by]
    if (next !== undefined) go(next.itemId)
  }
  const items = useRef(view.items)
  items.current = view.items
  const goToCandidature = useCallback(
    (candidatureId: string) => {
      const found = items.current.find((each) => each.candidatureId === candidatureId)
      if (found !== undefined) go(found.itemId)
    },
    [go],
  )
  const toggle = (which: 'story' | 'history') => setDrawer((shown) => (shown === which ? null : which))
  useHotkeys(
    {
      F6: () => toggle('story'),
      F7: () => toggle('history'),
      'Alt+ArrowRight': () => goBy(1),
      'Alt+ArrowLeft': () => goBy(-1),
    },
    { inFields: true },
  )
  useHotkeys({ '$mod+Shift+p': clock.togglePause }, { inFields: true, isEnabled: isOpen })
  // Escape goes back one step at a time: the drawer, then the agenda, and only from there the list of sessions.
  const goBack = () => {
    const line = document.querySelector<HTMLElement>('[data-item][aria-current="step"]')
    if (drawer !== null) setDrawer(null)
    else if (line !== null && line !== document.activeElement) line.focus()
    else void navigate({ to: '/seances' })
  }
  useHotkeys({ Escape: goBack }, { isEnabled: isOpen })
  const isPointShown = item !== undefined && recorded !== undefined && session.status !== 'planned'
  const status = sessionStatusWords[session.status]
  const everyItemDecided =
    session.agenda.length > 0 && session.agenda.every(({ outcome }) => outcome !== null)
  return (
    <Page
      title={`Séance du ${formatDate(session.date)}`}
      summary={
        <span className={style.summary}>
          <Tag tone={status.tone}>{status.label}</Tag>
          {view.callName}
          <StandingMarks entities={[`session/${session.id}`]} />
        </span>
      }
      actions={
        <>
          <Button
            variant="quiet"
            isPressed={drawer === 'story'}
            shortcut="F6"
            onPress={() => toggle('story')}
          >
            {words.story} <kbd>{words.storyKey}</kbd>
          </Button>
          <Button
            variant="quiet"
            isPressed={drawer === 'history'}
            shortcut="F7"
            onPress={() => toggle('history')}
          >
            {roomWords.history} <kbd>{roomWords.historyKey}</kbd>
          </Button>
          {session.status === 'closed' ? null : (
            <LinkButton to="/salle" search={{ session: session.id }} variant="quiet">
              {roomWords.laptops}
            </LinkButton>
          )}
          {isOpen && !everyItemDecided ? <Button onPress={() => go('cloture')}>{words.close}</Button> : null}
        </>
      }
      isFilled
    >
      <div className={style.room}>
        <RoomAgenda
          session={session}
          items={view.items}
          chosen={item?.itemId ?? null}
          clock={clock}
          onChoose={go}
        />
        <div className={style.middle}>
          <div key={item?.itemId ?? session.status} className={isPointShown ? style.point : style.current}>
            {isPointShown ? (
              <ItemPanel
                key={item.itemId}
                view={view}
                item={item}
                recorded={recorded}
                hour={roomHour.hour}
                clock={clock}
                draft={draftOf(item.itemId)}
                onDraft={(draft) => keep(item.itemId, draft)}
                onDecided={() => go(nextItem(view, item.itemId) ?? 'cloture')}
              />
            ) : session.status === 'planned' ? (
              <Preparation view={view} item={item} hour={roomHour.hour} onOpened={() => go(null)} />
            ) : (
              <Closing view={view} hour={roomHour.hour} onGo={go} />
            )}
          </div>
          {drawer === 'story' ? <Story view={view} /> : null}
          {drawer === 'history' ? <HistoryPanel view={view} item={item} /> : null}
        </div>
        <RoomPanel view={view} item={item} roomHour={roomHour} onGo={goToCandidature} />
      </div>
    </Page>
  )
}

/** The first item still to be decided after this one, going round the agenda. */
function nextItem(view: SessionView, after: string | null): string | null {
  const { agenda } = view.session
  const place = agenda.findIndex(({ id }) => id === after)
  const round = [...agenda.slice(place + 1), ...agenda.slice(0, Math.max(place, 0))]
  return round.find(({ outcome }) => outcome === null)?.id ?? null
}
