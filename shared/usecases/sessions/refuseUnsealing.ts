import { isSealed } from '#shared/domain/session/isSealed.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Reader } from '../ports.ts'

/**
 * Marks keyed under seal come to light by revealing them, point by point and with a trace ([SC11]), never by ceasing to
 * seal the session. Refuses `input.invalid` when a sealed point holds marks.
 */
export function refuseUnsealing(
  reader: Reader,
  session: Session,
  set: Partial<Pick<Session, 'sealedMarks'>>,
): Result<null> {
  if (set.sealedMarks !== false) return ok(null)
  const sealed = new Set(
    session.agenda.flatMap((item) => (isSealed(session, item) ? (item.candidatureId ?? []) : [])),
  )
  const holdsMarks = reader
    .sheetsOfCall(session.callId)
    .some(({ candidatureId, marks }) => sealed.has(candidatureId) && Object.keys(marks).length > 0)
  return holdsMarks
    ? refuse('input.invalid', { reason: 'des notes sont déjà scellées ; révélez-les point par point' })
    : ok(null)
}
