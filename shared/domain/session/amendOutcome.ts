import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkHour } from './checkHour.ts'
import { type DecidingRoom, outcomeOf } from './outcomeOf.ts'
import type { Proposal } from './proposal.ts'
import type { Session } from './session.ts'
import { withItem } from './withItem.ts'

/**
 * [SE10] Corrects what was keyed on a decided item, before the closing. The room stays the one of the decision: its
 * presence, recusals, proxies and quorum are kept as they were. When the room itself was wrong, `withdrawOutcome` and
 * decide again.
 *
 * Refusals: `session.closed`, `session.item-missing`, `session.item-undecided`, `session.hour-invalid`,
 * `session.hour-order`, `session.no-quorum` (a deferral without quorum turned into anything else), then `outcomeOf`'s.
 */
export function amendOutcome(session: Session, act: Proposal, room: DecidingRoom): Result<Session> {
  if (session.status === 'closed') return refuse('session.closed')
  const item = session.agenda.find((candidate) => candidate.id === act.itemId)
  if (item === undefined) return refuse('session.item-missing', { itemId: act.itemId })
  if (item.outcome === null) return refuse('session.item-undecided', { itemId: item.id, title: item.title })
  const hour = checkHour(act.at, session.openedAt)
  if (!hour.ok) return hour
  const { quorum, recused } = item.outcome
  if (!quorum.reached && act.opinion !== 'deferred') {
    const { counted, required, base } = quorum
    return refuse('session.no-quorum', { counted, required, base })
  }
  const outcome = outcomeOf(act, item.outcome, {
    ...room,
    kind: item.kind,
    // As recorded: a recusal declared or lifted since does not change a count already held.
    recusedIds: recused.map(({ memberId }) => memberId),
    chairId: session.chairId,
  })
  if (!outcome.ok) return outcome
  return ok(withItem(session, item.id, { outcome: outcome.value, corrected: (item.corrected ?? 0) + 1 }))
}
