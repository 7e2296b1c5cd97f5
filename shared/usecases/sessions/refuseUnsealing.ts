import { isSealed } from '#shared/domain/session/isSealed.ts'
import type { AgendaItem, Session } from '#shared/domain/session/session.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Reader } from '../ports.ts'

/**
 * Marks keyed under seal come to light by revealing them, point by point and with a trace ([SC11]), never by ceasing to
 * seal the session nor by taking a point off the agenda. Refuses `input.invalid` when a point so unsealed holds marks.
 */
export function refuseUnsealing(
  reader: Reader,
  session: Session,
  set: Partial<Pick<Session, 'sealedMarks'>> & { readonly agenda?: readonly Pick<AgendaItem, 'id'>[] },
): Result<null> {
  const kept = new Set(set.sealedMarks === false ? [] : (set.agenda ?? session.agenda).map(({ id }) => id))
  const unsealed = new Set(
    session.agenda.flatMap((item) =>
      isSealed(session, item) && !kept.has(item.id) ? (item.candidatureId ?? []) : [],
    ),
  )
  if (unsealed.size === 0) return ok(null)
  const holdsMarks = reader
    .sheetsOfCall(session.callId)
    .some(({ candidatureId, marks }) => unsealed.has(candidatureId) && Object.keys(marks).length > 0)
  return holdsMarks
    ? refuse('input.invalid', { reason: 'des notes sont déjà scellées ; révélez-les point par point' })
    : ok(null)
}
