import type { Member } from '#shared/domain/committee/committee.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'

/**
 * [UI11] Members who left for their recusal on another point, now decided, and have not come back: the room calls them in
 * before the next point, unless they are recused on this one too.
 */
export function awaitedBack(view: SessionView, item: SessionItemView): readonly Member[] {
  const { session, items, members } = view
  return members.filter(({ id }) => {
    const attendance = session.attendance[id]
    const last = attendance?.movements.at(-1)
    if (attendance === undefined || attendance.inRoom || last?.kind !== 'leaves') return false
    if (last.itemId === null || last.itemId === item.itemId || item.recusedIds.includes(id)) return false
    const left = items.find(({ itemId }) => itemId === last.itemId)
    const isDecided = session.agenda.some((each) => each.id === last.itemId && each.outcome !== null)
    return isDecided && (left?.recusedIds.includes(id) ?? false)
  })
}
