import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkHour } from './checkHour.ts'
import { itemQuorum } from './itemQuorum.ts'
import { presentIds } from './presentIds.ts'
import type { Room } from './room.ts'
import type { Session } from './session.ts'

/**
 * [SE5] Opens the session: date, place, agenda, a chair and a secretary in the room, and the quorum.
 *
 * Refusals: `session.closed`, `session.already-open`, `session.hour-invalid`; `session.incomplete` with `missing`
 * among `date`, `place`, `agenda`, `chair`, `secretary`; `session.member-not-in-room` for a chair or secretary who is
 * away; `session.no-quorum` with `counted`, `required`, `base` (never on a second convocation).
 */
export function openSession(
  session: Session,
  act: { readonly at: string; readonly chairId: string; readonly secretaryId: string },
  room: Room,
): Result<Session> {
  if (session.status === 'closed') return refuse('session.closed')
  if (session.status === 'open') return refuse('session.already-open', { openedAt: session.openedAt ?? '' })
  const missing = missingForOpening(session, act, room)
  if (missing.length > 0) return refuse('session.incomplete', { missing })
  const hour = checkHour(act.at, null)
  if (!hour.ok) return hour
  const present = presentIds(session)
  const away = [act.chairId, act.secretaryId].find((id) => !present.includes(id))
  if (away !== undefined) return refuse('session.member-not-in-room', { memberId: away })
  const quorum = itemQuorum(session, room, null)
  if (!quorum.reached) {
    const { counted, required, base } = quorum
    return refuse('session.no-quorum', { counted, required, base })
  }
  const { at, chairId, secretaryId } = act
  return ok({ ...session, status: 'open', openedAt: at, chairId, secretaryId })
}

function missingForOpening(
  session: Session,
  act: { readonly chairId: string; readonly secretaryId: string },
  room: Room,
): readonly string[] {
  const isMember = (id: string): boolean => room.members.some((member) => member.id === id)
  return [
    ...(session.date === '' ? ['date'] : []),
    ...(session.place.trim() === '' ? ['place'] : []),
    ...(session.agenda.length === 0 ? ['agenda'] : []),
    ...(isMember(act.chairId) ? [] : ['chair']),
    ...(isMember(act.secretaryId) ? [] : ['secretary']),
  ]
}
