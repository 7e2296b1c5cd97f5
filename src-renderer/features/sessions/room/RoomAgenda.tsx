import { Plus } from 'lucide-react'
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Session } from '#shared/domain/session/session.ts'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { agendaInOrder, dropItem, moveItem } from '../orderAgenda.ts'
import { AddItem } from '../preparation/AddItem.tsx'
import { useAgenda } from '../useAgenda.ts'
import { AgendaLine } from './AgendaLine.tsx'
import { PointTime } from './PointTime.tsx'
import style from './RoomAgenda.module.css'
import type { SessionClock } from './useSessionClock.ts'
import { roomWords } from './words.ts'

/**
 * The points in their order: what became of each, its time, and the one under way. Each line draws again only when its own point
 * changes, so that two hundred of them cost nothing while marks are keyed.
 */
export const RoomAgenda = memo(function RoomAgenda({
  session,
  items,
  chosen,
  clock,
  onChoose,
}: {
  session: Session
  items: readonly SessionItemView[]
  chosen: string | null
  clock: SessionClock
  onChoose: (itemId: string) => void
}) {
  const { write, refusal } = useAgenda(session)
  const [isAdding, setAdding] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const views = useMemo(() => new Map(items.map((item) => [item.itemId, item])), [items])
  const decided = session.agenda.filter(({ outcome }) => outcome !== null).length
  const isOpen = session.status === 'open'
  const mayMove = session.status !== 'closed'
  const latest = useRef({ session, write })
  latest.current = { session, write }
  const move = useCallback((itemId: string, by: 1 | -1) => {
    const { agenda } = latest.current.session
    latest.current.write(moveItem(agenda, itemId, by))
    announce(roomWords.moved(agenda.find(({ id }) => id === itemId)?.title ?? ''))
  }, [])
  const drop = useCallback((draggedId: string, targetId: string, side: 'before' | 'after') => {
    const { agenda } = latest.current.session
    latest.current.write(dropItem(agenda, draggedId, targetId, side))
    announce(roomWords.moved(agenda.find(({ id }) => id === draggedId)?.title ?? ''))
  }, [])
  useEffect(() => {
    if (chosen === null) return
    list.current?.querySelector(`[data-item="${chosen}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <nav className={style.agenda} aria-label={roomWords.agenda}>
      <header className={style.head}>
        <h2>{roomWords.agenda}</h2>
        <span className={style.count}>{roomWords.examined(decided, session.agenda.length)}</span>
      </header>
      {isOpen ? <PointTime session={session} items={items} clock={clock} /> : null}
      <RefusalNotice refusal={refusal} />
      <ol className={style.items} ref={list} onKeyDown={walk}>
        {session.agenda.map((item, place) => (
          <AgendaLine
            key={item.id}
            item={item}
            view={views.get(item.id)}
            theme={item.theme !== '' && item.theme !== session.agenda[place - 1]?.theme ? item.theme : null}
            isChosen={item.id === chosen}
            isRunning={isOpen && item.id === session.currentItemId}
            mayMove={mayMove}
            onChoose={onChoose}
            onMove={move}
            onDrop={drop}
          />
        ))}
      </ol>
      {mayMove ? (
        <footer className={style.foot}>
          <Button variant="quiet" onPress={() => setAdding(true)}>
            <Plus aria-hidden="true" />
            {roomWords.add}
          </Button>
          {isOpen ? null : (
            <>
              <Button variant="quiet" onPress={() => write(agendaInOrder(session.agenda, items, 'rank'))}>
                {roomWords.sortByRank}
              </Button>
              <Button variant="quiet" onPress={() => write(agendaInOrder(session.agenda, items, 'number'))}>
                {roomWords.sortByNumber}
              </Button>
            </>
          )}
          <p className={style.hint}>{roomWords.agendaKeys}</p>
        </footer>
      ) : null}
      {isAdding ? <AddItem session={session} onAdd={write} onClose={() => setAdding(false)} /> : null}
    </nav>
  )
})

/** ↑ ↓ Home End lead from line to line; Alt belongs to the moving of a point. */
function walk(event: KeyboardEvent<HTMLOListElement>) {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-item]')]
  const here = lines.indexOf(document.activeElement as HTMLElement)
  const target = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: lines.length - 1 }[event.key]
  if (target === undefined) return
  event.preventDefault()
  lines[Math.min(Math.max(target, 0), lines.length - 1)]?.focus()
}
