import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkHour } from './checkHour.ts'
import type { Room } from './room.ts'
import type { Attendance, Movement, Session } from './session.ts'

/**
 * [SE4] A late arrival, a departure, a return. A recused member who leaves for an item names it (`itemId`): the
 * decision then reads the hours from here.
 *
 * Refusals: `session.closed`, `session.not-open`, `session.member-unknown`, `session.item-missing`,
 * `session.member-in-room` / `session.member-not-in-room`, `session.hour-invalid`, `session.hour-order` (before the
 * opening, or before the member's last movement).
 */
export function recordMovement(
  session: Session,
  act: { readonly memberId: string } & Movement,
  room: Pick<Room, 'members'>,
): Result<Session> {
  const { memberId, kind, at, itemId } = act
  if (session.status === 'closed') return refuse('session.closed')
  if (session.status === 'planned') return refuse('session.not-open')
  if (!room.members.some((member) => member.id === memberId)) {
    return refuse('session.member-unknown', { memberId })
  }
  if (itemId !== null && !session.agenda.some((item) => item.id === itemId)) {
    return refuse('session.item-missing', { itemId })
  }
  const current = session.attendance[memberId]
  const movements = current?.movements ?? []
  if (kind === 'arrives' && current?.inRoom) return refuse('session.member-in-room', { memberId })
  if (kind === 'leaves' && !current?.inRoom) return refuse('session.member-not-in-room', { memberId })
  const hour = checkHour(at, movements.at(-1)?.at ?? session.openedAt)
  if (!hour.ok) return hour
  const attendance: Attendance = {
    status: 'present',
    inRoom: kind === 'arrives',
    movements: [...movements, { kind, at, itemId }],
  }
  return ok({ ...session, attendance: { ...session.attendance, [memberId]: attendance } })
}
