import { frenchDate } from '#shared/domain/documents/typography.ts'
import { effectiveOutcome } from '#shared/domain/session/effectiveOutcome.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Reader } from '../ports.ts'

/**
 * [UC25] A candidature is not given money twice, by two sessions of its call or by a rectification of one. Refuses
 * `decision.already-awarded` with the date of the other session; giving nothing is never refused.
 */
export function refuseSecondAward(
  reader: Reader,
  session: Session,
  itemId: string | null,
  amountCents: number | null,
): Result<null> {
  const item = session.agenda.find(({ id }) => id === itemId)
  if (item?.kind !== 'candidature' || (amountCents ?? 0) === 0) return ok(null)
  const other = reader
    .all('session')
    .filter(({ id, callId }) => id !== session.id && callId === session.callId)
    .find((each) =>
      each.agenda.some(
        ({ id, kind, candidatureId }) =>
          kind === 'candidature' &&
          candidatureId === item.candidatureId &&
          (effectiveOutcome(each, id)?.amountCents ?? 0) > 0,
      ),
    )
  return other === undefined
    ? ok(null)
    : refuse('decision.already-awarded', { title: item.title, date: frenchDate(other.date) })
}
