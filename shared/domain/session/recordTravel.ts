import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Room } from './room.ts'
import type { Session, Travel } from './session.ts'

/**
 * [SE41] How a member came; null takes it back. Only one's own vehicle is paid by the kilometre, so only there are the
 * distance and the fiscal horsepower asked; any other way keeps neither.
 *
 * Refusals: `session.closed`, `session.member-unknown`; `input.invalid` with `reason` (own vehicle without distance or
 * without fiscal horsepower).
 */
export function recordTravel(
  session: Session,
  act: { readonly memberId: string; readonly travel: Travel | null },
  room: Pick<Room, 'members'>,
): Result<Session> {
  const { memberId, travel } = act
  if (session.status === 'closed') return refuse('session.closed')
  if (!room.members.some((member) => member.id === memberId)) {
    return refuse('session.member-unknown', { memberId })
  }
  if (travel?.mode === 'own-vehicle') {
    if (!Number.isSafeInteger(travel.kilometres) || travel.kilometres <= 0)
      return refuse('input.invalid', { reason: 'le nombre de kilomètres, aller et retour, est à indiquer' })
    if (travel.fiscalHorsepower === null)
      return refuse('input.invalid', { reason: 'la puissance fiscale du véhicule est à indiquer' })
  }
  const { [memberId]: _before, ...others } = session.travels
  const travels = travel === null ? others : { ...others, [memberId]: asKept(travel) }
  return ok({ ...session, travels })
}

const asKept = (travel: Travel): Travel =>
  travel.mode === 'own-vehicle' ? travel : { mode: travel.mode, kilometres: 0, fiscalHorsepower: null }
