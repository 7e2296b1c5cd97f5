import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Room } from './room.ts'
import type { Attendance, Session } from './session.ts'

/**
 * [SE4] Present, excused or absent, as at the opening. Once the session is open this only corrects the roll call: it
 * stops as soon as an item is decided or the member has moved, from then on arrivals and departures tell the story.
 * Between excused and absent it stays free for whoever never sat.
 *
 * Refusals: `session.closed`, `session.member-unknown`, `session.attendance-fixed`.
 */
export function recordAttendance(
  session: Session,
  act: { readonly memberId: string; readonly status: Attendance['status'] },
  room: Pick<Room, 'members'>,
): Result<Session> {
  const { memberId, status } = act
  if (session.status === 'closed') return refuse('session.closed')
  if (!room.members.some((member) => member.id === memberId)) {
    return refuse('session.member-unknown', { memberId })
  }
  const current = session.attendance[memberId]
  if (isFixed(session, current, status)) return refuse('session.attendance-fixed', { memberId })
  const attendance: Attendance = {
    status,
    inRoom: status === 'present',
    movements: current?.movements ?? [],
  }
  return ok({ ...session, attendance: { ...session.attendance, [memberId]: attendance } })
}

function isFixed(session: Session, current: Attendance | undefined, next: Attendance['status']): boolean {
  if (session.status === 'planned') return false
  if ((current?.movements ?? []).length > 0) return true
  const neverSat = current?.status !== 'present' && next !== 'present'
  return !neverSat && session.agenda.some((item) => item.outcome !== null)
}
