import { Plus } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { AgendaItem } from '#shared/domain/session/session.ts'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Tag } from '../../ui/Tag.tsx'
import style from './Agenda.module.css'
import { agendaInOrder, moveItem } from './orderAgenda.ts'
import { AddItem } from './preparation/AddItem.tsx'
import { useAgenda } from './useAgenda.ts'
import { opinionWords, words } from './words.ts'

/** The points in their order, with what became of each. */
export function Agenda({
  view,
  chosen,
  onChoose,
}: {
  view: SessionView
  chosen: string | null
  onChoose: (itemId: string) => void
}) {
  const { session, items } = view
  const { write, refusal } = useAgenda(session)
  const [isAdding, setAdding] = useState(false)
  const decided = session.agenda.filter(({ outcome }) => outcome !== null).length
  const isClosed = session.status === 'closed'
  const onKeyDown = (event: KeyboardEvent, item: AgendaItem) => {
    if (!event.altKey || isClosed || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    write(moveItem(session.agenda, item.id, event.key === 'ArrowUp' ? -1 : 1))
    announce(words.moved(item.title))
  }
  return (
    <nav className={style.agenda} aria-label={words.agenda}>
      <header className={style.head}>
        <h2>{words.agenda}</h2>
        <span className={style.count}>{words.decidedCount(decided, session.agenda.length)}</span>
      </header>
      <RefusalNotice refusal={refusal} />
      <ol className={style.items}>
        {session.agenda.map((item) => {
          const shown = items.find(({ itemId }) => itemId === item.id)
          return (
            <li key={item.id}>
              <button
                type="button"
                className={style.item}
                aria-current={item.id === chosen ? 'step' : undefined}
                onClick={() => onChoose(item.id)}
                onKeyDown={(event) => onKeyDown(event, item)}
              >
                <span className={style.number}>{shown?.number ?? '·'}</span>
                <span className={style.names}>
                  <span className={style.applicant}>{shown?.applicant || item.title}</span>
                  {shown?.applicant ? <span className={style.project}>{shown.title}</span> : null}
                </span>
                <ItemState item={item} isCurrent={item.id === chosen && session.status === 'open'} />
              </button>
            </li>
          )
        })}
      </ol>
      {isClosed ? null : (
        <footer className={style.foot}>
          <Button variant="quiet" onPress={() => setAdding(true)}>
            <Plus aria-hidden="true" />
            {words.add}
          </Button>
          <Button variant="quiet" onPress={() => write(agendaInOrder(session.agenda, items, 'rank'))}>
            {words.sortByRank}
          </Button>
          <Button variant="quiet" onPress={() => write(agendaInOrder(session.agenda, items, 'number'))}>
            {words.sortByNumber}
          </Button>
          <p className={style.hint}>{words.moveHint}</p>
        </footer>
      )}
      {isAdding ? <AddItem session={session} onAdd={write} onClose={() => setAdding(false)} /> : null}
    </nav>
  )
}

function ItemState({ item, isCurrent }: { item: AgendaItem; isCurrent: boolean }) {
  if (item.outcome !== null) {
    const { label, tone } = opinionWords[item.outcome.opinion]
    return <Tag tone={tone}>{label}</Tag>
  }
  return isCurrent ? (
    <Tag tone="info">{words.current}</Tag>
  ) : (
    <span className={style.upcoming}>{words.upcoming}</span>
  )
}
