import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { presentIds } from './presentIds.ts'
import type { Room } from './room.ts'
import type { Session } from './session.ts'

export interface Substitution {
  /** The full member. */
  readonly memberId: string
  /** Null: the full member has his place back. */
  readonly substituteId: string | null
}

/**
 * [SE40] A substitute takes the place of an absent full member, or gives it back. From the first item decided with
 * either of them the place is settled for the session: what was counted then stays true.
 *
 * Refusals: `session.closed`, `session.member-unknown`; `session.substitution-invalid` with `memberId` and `problem` among
 * `not-in-office` (nobody to replace), `not-his-substitute`, `full-member-present`, `took-part`, `nobody-sits` (nothing to
 * give back).
 */
export function substituteSits(
  session: Session,
  act: Substitution,
  room: Pick<Room, 'members'>,
): Result<Session> {
  const { memberId, substituteId } = act
  if (session.status === 'closed') return refuse('session.closed')
  const unknown = [memberId, substituteId].find(
    (id) => id !== null && !room.members.some((member) => member.id === id),
  )
  if (unknown) return refuse('session.member-unknown', { memberId: unknown })
  const problem = problemOf(session, act, room)
  if (problem !== null) return refuse('session.substitution-invalid', { memberId, problem })
  const { [memberId]: _before, ...others } = session.substitutions
  const substitutions = substituteId === null ? others : { ...others, [memberId]: substituteId }
  return ok({ ...session, substitutions })
}

function problemOf(
  session: Session,
  { memberId, substituteId }: Substitution,
  { members }: Pick<Room, 'members'>,
): string | null {
  const sitting = session.substitutions[memberId]
  if (substituteId === null && sitting === undefined) return 'nobody-sits'
  if (substituteId !== null) {
    const full = members.find((member) => member.id === memberId)
    const substitute = members.find((member) => member.id === substituteId)
    // Somebody who is replaced already has left the office for the session, and may be replaced by somebody else.
    if (sitting === undefined && full?.inOffice !== true) return 'not-in-office'
    if (substitute?.substituteOf !== memberId) return 'not-his-substitute'
    if (presentIds(session).includes(memberId)) return 'full-member-present'
  }
  const concerned = [memberId, substituteId, sitting]
  return concerned.some((id) => id != null && tookPart(session, id)) ? 'took-part' : null
}

/** In the room of an item that was decided, or heard there through a proxy. */
const tookPart = (session: Session, memberId: string): boolean =>
  session.agenda.some(
    ({ outcome }) =>
      outcome?.presentIds.includes(memberId) || outcome?.proxies.some(({ giverId }) => giverId === memberId),
  )
