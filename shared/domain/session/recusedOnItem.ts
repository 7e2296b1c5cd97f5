import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkHour } from './checkHour.ts'
import type { Proposal } from './proposal.ts'
import { recusalsOn } from './recusalsOn.ts'
import type { Room } from './room.ts'
import type { AgendaItem, ItemOutcome, Movement, Session } from './session.ts'

/**
 * [SE9] Members recused on the item who attend and withdrew for it, with their hours (french-rules §1.3: staying
 * silent is not enough). Hours come from the act, else from the movement keyed for this item, else from the withdrawal for
 * an earlier item from which the member has not come back: the order of discussion puts such items side by side. A member
 * who is away for another reason has nothing to leave and is not listed.
 *
 * Refusals: `session.recusal-hours-missing` with `memberIds`; `session.hour-invalid`, `session.hour-order`.
 */
export function recusedOnItem(
  session: Session,
  item: Pick<AgendaItem, 'id' | 'candidatureId'>,
  act: Pick<Proposal, 'at' | 'recusedHours'>,
  room: Pick<Room, 'recusals'>,
): Result<ItemOutcome['recused']> {
  const recused: ItemOutcome['recused'][number][] = []
  const withoutHours: string[] = []
  for (const { memberId, counting } of recusalsOn(item, room)) {
    const attendance = session.attendance[memberId]
    const departure =
      attendance?.movements.findLast(({ kind, itemId }) => kind === 'leaves' && itemId === item.id) ??
      stillWithdrawn(session, memberId, room)
    const hours = act.recusedHours?.[memberId] ?? (departure && { leftAt: departure.at, returnedAt: act.at })
    if (hours) {
      const left = checkHour(hours.leftAt, session.openedAt)
      if (!left.ok) return left
      const returned = checkHour(hours.returnedAt, hours.leftAt)
      if (!returned.ok) return returned
      recused.push({ memberId, leftAt: hours.leftAt, returnedAt: hours.returnedAt, counting })
    } else if (attendance?.inRoom) withoutHours.push(memberId)
  }
  return withoutHours.length > 0
    ? refuse('session.recusal-hours-missing', { memberIds: withoutHours })
    : ok(recused)
}

/** The departure of a member who withdrew for another item, being recused on it too, and is still out. */
function stillWithdrawn(
  session: Session,
  memberId: string,
  room: Pick<Room, 'recusals'>,
): Movement | undefined {
  const attendance = session.attendance[memberId]
  const last = attendance?.movements.at(-1)
  if (attendance?.inRoom || last?.kind !== 'leaves') return undefined
  const left = session.agenda.find(({ id }) => id === last.itemId)
  const isRecused = left && recusalsOn(left, room).some((recusal) => recusal.memberId === memberId)
  return isRecused ? last : undefined
}
