import type { AgendaItem } from '#shared/domain/session/session.ts'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'

/** [UI7] One place up or down. */
export function moveItem(agenda: readonly AgendaItem[], itemId: string, by: 1 | -1): readonly AgendaItem[] {
  const from = agenda.findIndex(({ id }) => id === itemId)
  const item = agenda[from]
  const target = from + by
  if (item === undefined || target < 0 || target >= agenda.length) return agenda
  return agenda.toSpliced(from, 1).toSpliced(target, 0, item)
}

/** [UI7] Dragged beside another point: before it, or after it. */
export function dropItem(
  agenda: readonly AgendaItem[],
  draggedId: string,
  targetId: string,
  side: 'before' | 'after',
): readonly AgendaItem[] {
  const dragged = agenda.find(({ id }) => id === draggedId)
  const others = agenda.filter(({ id }) => id !== draggedId)
  const target = others.findIndex(({ id }) => id === targetId)
  if (dragged === undefined || target < 0) return agenda
  return others.toSpliced(side === 'before' ? target : target + 1, 0, dragged)
}

/** [UI7] By rank (unranked last, then by number) or by number. Decided items keep their place at the top, free points at the end. */
export function agendaInOrder(
  agenda: readonly AgendaItem[],
  items: readonly SessionItemView[],
  order: 'rank' | 'number',
): readonly AgendaItem[] {
  const shown = new Map(items.map((item) => [item.itemId, item]))
  const last = Number.MAX_SAFE_INTEGER
  const keys = (item: AgendaItem): readonly number[] => {
    const { number = null, rank = null } = shown.get(item.id) ?? {}
    return order === 'rank' ? [rank ?? last, number ?? last] : [number ?? last]
  }
  const decided = agenda.filter(({ outcome }) => outcome !== null)
  const ahead = agenda.filter(({ outcome }) => outcome === null)
  return [...decided, ...ahead.toSorted((a, b) => compareKeys(keys(a), keys(b)))]
}

const compareKeys = (a: readonly number[], b: readonly number[]): number =>
  a.map((key, index) => key - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0
