import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Session } from './session.ts'
import { withItem } from './withItem.ts'

/** [SE10] Puts a decided item back to be decided. Refusals: `session.closed`, `session.item-missing`, `session.item-undecided`. */
export function withdrawOutcome(session: Session, act: { readonly itemId: string }): Result<Session> {
  if (session.status === 'closed') return refuse('session.closed')
  const item = session.agenda.find((candidate) => candidate.id === act.itemId)
  if (item === undefined) return refuse('session.item-missing', { itemId: act.itemId })
  if (item.outcome === null) return refuse('session.item-undecided', { itemId: item.id, title: item.title })
  return ok(withItem(session, item.id, { outcome: null }))
}
