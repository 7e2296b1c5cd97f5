import { type DragEvent, type HTMLAttributes, memo } from 'react'
import type { AgendaItem } from '#shared/domain/session/session.ts'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'
import { spentSeconds } from '#shared/domain/session/timeSpent.ts'
import { Tag } from '../../../ui/Tag.tsx'
import { opinionWordsOf } from '../words.ts'
import style from './RoomAgenda.module.css'
import { kindWords, roomWords } from './words.ts'

export interface AgendaLineProps {
  readonly item: AgendaItem
  readonly view: SessionItemView | undefined
  /** Said above the first point of a theme. */
  readonly theme: string | null
  readonly isChosen: boolean
  readonly isRunning: boolean
  readonly mayMove: boolean
  readonly onChoose: (itemId: string) => void
  readonly onMove: (itemId: string, by: 1 | -1) => void
  readonly onDrop: (draggedId: string, targetId: string, side: 'before' | 'after') => void
}

/** One point: its number, who asks, what became of it, its minutes. */
export const AgendaLine = memo(function AgendaLine({
  item,
  view,
  theme,
  isChosen,
  isRunning,
  mayMove,
  onChoose,
  onMove,
  onDrop,
}: AgendaLineProps) {
  const name = view?.applicant || item.title
  const about = [
    kindWords[item.kind],
    item.slot === null ? '' : roomWords.guestAt(item.slot.at, item.slot.guest),
    view?.applicant ? view.title : '',
  ].filter((text) => text !== '')
  return (
    <li className={style.entry} {...(mayMove ? dragging(item.id, onDrop) : {})}>
      {theme === null ? null : <p className={style.theme}>{theme}</p>}
      <button
        type="button"
        className={style.item}
        data-item={item.id}
        data-running={isRunning}
        aria-current={isChosen ? 'step' : undefined}
        onClick={() => onChoose(item.id)}
        onKeyDown={(event) => {
          if (!event.altKey || !mayMove || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
          event.preventDefault()
          onMove(item.id, event.key === 'ArrowUp' ? -1 : 1)
        }}
      >
        <span className={style.number}>{view?.number ?? '·'}</span>
        <span className={style.names}>
          <span className={style.applicant}>{name}</span>
          {about.length === 0 ? null : <span className={style.project}>{about.join(' · ')}</span>}
        </span>
        <span className={style.state}>
          <State item={item} isRunning={isRunning} />
          <Minutes item={item} isRunning={isRunning} />
        </span>
      </button>
    </li>
  )
})

/** By the mouse; the keyboard has Alt+↑↓. The mark of the place is drawn without drawing the list again. */
function dragging(itemId: string, onDrop: AgendaLineProps['onDrop']): HTMLAttributes<HTMLLIElement> {
  const unmark = (event: DragEvent<HTMLLIElement>) => {
    delete event.currentTarget.dataset.drop
  }
  return {
    draggable: true,
    onDragStart: (event) => {
      event.dataTransfer.setData(dragType, itemId)
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event) => {
      if (!event.dataTransfer.types.includes(dragType)) return
      event.preventDefault()
      event.currentTarget.dataset.drop = sideOf(event)
    },
    onDragLeave: unmark,
    onDrop: (event) => {
      event.preventDefault()
      unmark(event)
      const draggedId = event.dataTransfer.getData(dragType)
      if (draggedId !== itemId) onDrop(draggedId, itemId, sideOf(event))
    },
  }
}

const dragType = 'application/x-delibere-point'

function sideOf({ currentTarget, clientY }: DragEvent<HTMLLIElement>): 'before' | 'after' {
  const { top, height } = currentTarget.getBoundingClientRect()
  return clientY < top + height / 2 ? 'before' : 'after'
}

function State({ item, isRunning }: { item: AgendaItem; isRunning: boolean }) {
  if (item.outcome !== null) {
    const { label, tone } = opinionWordsOf(item.kind, item.outcome.opinion)
    return <Tag tone={tone}>{label}</Tag>
  }
  return isRunning ? (
    <Tag tone="info">{roomWords.running}</Tag>
  ) : (
    <span className={style.upcoming}>{roomWords.upcoming}</span>
  )
}

/** Planned until it is taken up, then spent against planned. The one under way has its own clock at the top. */
function Minutes({ item, isRunning }: { item: AgendaItem; isRunning: boolean }) {
  const { plannedMinutes, runs } = item
  if (isRunning || runs.length === 0) {
    return plannedMinutes === null ? null : (
      <span className={style.minutes}>{roomWords.minutesPlanned(plannedMinutes)}</span>
    )
  }
  const spent = Math.max(1, Math.round(spentSeconds(item, '00:00:00') / 60))
  const isLate = plannedMinutes !== null && spent > plannedMinutes
  return (
    <span className={style.minutes} data-late={isLate}>
      {roomWords.minutesSpent(spent, plannedMinutes)}
    </span>
  )
}
