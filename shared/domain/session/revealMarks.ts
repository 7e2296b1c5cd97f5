import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkHour } from './checkHour.ts'
import { isSealed } from './isSealed.ts'
import type { Session } from './session.ts'
import { withItem } from './withItem.ts'

/**
 * [SC11] Shows the sealed marks of a point, all at once and for good; a point without any mark may be revealed too.
 *
 * Refusals: `session.closed`, `session.not-open`, `session.item-missing`, `input.invalid` when nothing is sealed there,
 * those of `checkHour`.
 */
export function revealMarks(
  session: Session,
  act: { readonly itemId: string; readonly at: string },
): Result<Session> {
  if (session.status === 'closed') return refuse('session.closed')
  if (session.status === 'planned') return refuse('session.not-open')
  const item = session.agenda.find(({ id }) => id === act.itemId)
  if (item === undefined) return refuse('session.item-missing', { itemId: act.itemId })
  if (!isSealed(session, item))
    return refuse('input.invalid', { reason: 'les notes de ce point ne sont pas scellées' })
  const hour = checkHour(act.at, session.openedAt)
  return hour.ok ? ok(withItem(session, act.itemId, { marksRevealedAt: act.at })) : hour
}
