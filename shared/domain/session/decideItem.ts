import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { checkHour } from './checkHour.ts'
import { isSealed } from './isSealed.ts'
import { itemQuorum } from './itemQuorum.ts'
import { type DecidingRoom, outcomeOf } from './outcomeOf.ts'
import { presentIds } from './presentIds.ts'
import type { Proposal } from './proposal.ts'
import { recusalsOn } from './recusalsOn.ts'
import { recusedOnItem } from './recusedOnItem.ts'
import type { Session } from './session.ts'
import { withItem } from './withItem.ts'

/**
 * [SE7] Decides an item with the room as it is now: presence, recusals, usable proxies and quorum are kept in the
 * outcome and never computed again. The money of `room` leaves this item out (`remainingEnvelope`).
 *
 * Refusals: `session.closed`, `session.not-open`, `session.item-missing`, `session.item-decided`,
 * `session.hour-invalid`, `session.hour-order`, `session.no-quorum` (not for a deferral: it is how an item leaves a
 * room that lost its quorum), `session.marks-sealed` (an opinion on marks that nobody was shown),
 * `session.recusal-hours-missing` with `memberIds`, then those of `outcomeOf`.
 */
export function decideItem(session: Session, act: Proposal, room: DecidingRoom): Result<Session> {
  if (session.status === 'closed') return refuse('session.closed')
  if (session.status === 'planned') return refuse('session.not-open')
  const item = session.agenda.find((candidate) => candidate.id === act.itemId)
  if (item === undefined) return refuse('session.item-missing', { itemId: act.itemId })
  if (item.outcome !== null) return refuse('session.item-decided', { itemId: item.id, title: item.title })
  const hour = checkHour(act.at, session.openedAt)
  if (!hour.ok) return hour
  const quorum = itemQuorum(session, room, item.candidatureId)
  if (!quorum.reached && act.opinion !== 'deferred') {
    const { counted, required, base } = quorum
    return refuse('session.no-quorum', { counted, required, base })
  }
  const judges = item.kind === 'candidature' && act.opinion !== 'deferred' && act.opinion !== 'inadmissible'
  if (judges && isSealed(session, item)) return refuse('session.marks-sealed', { itemId: item.id })
  const recused = recusedOnItem(session, item, act, room)
  if (!recused.ok) return recused
  const outcome = outcomeOf(
    act,
    { presentIds: presentIds(session), proxies: session.proxies, quorum, recused: recused.value },
    {
      ...room,
      kind: item.kind,
      recusedIds: recusalsOn(item, room).map(({ memberId }) => memberId),
      chairId: session.chairId,
    },
  )
  return outcome.ok ? ok(withItem(session, item.id, { outcome: outcome.value })) : outcome
}
