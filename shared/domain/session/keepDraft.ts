import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Session } from './session.ts'
import { withItem } from './withItem.ts'

/**
 * [SE6] What is being keyed on an item before it is decided, kept so that a crash in the room loses nothing (P1). It decides
 * nothing and enters no document. Refusals: `session.closed`, `session.item-missing`.
 */
export function keepDraft(
  session: Session,
  act: { readonly itemId: string; readonly draft: string },
): Result<Session> {
  if (session.status === 'closed') return refuse('session.closed')
  if (!session.agenda.some((item) => item.id === act.itemId)) {
    return refuse('session.item-missing', { itemId: act.itemId })
  }
  return ok(withItem(session, act.itemId, { draft: act.draft }))
}
