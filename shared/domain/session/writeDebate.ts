import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Session } from './session.ts'
import { withItem } from './withItem.ts'

/** [SE6] What was said on an item (« teneur des discussions », PV-10). Refusals: `session.closed`, `session.item-missing`. */
export function writeDebate(
  session: Session,
  act: { readonly itemId: string; readonly text: string },
): Result<Session> {
  if (session.status === 'closed') return refuse('session.closed')
  if (!session.agenda.some((item) => item.id === act.itemId)) {
    return refuse('session.item-missing', { itemId: act.itemId })
  }
  return ok(withItem(session, act.itemId, { debate: act.text }))
}
