import type { AgendaItem, Session } from '#shared/domain/session/session.ts'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'
import { pausedSince } from '#shared/domain/session/timeSpent.ts'

/** What Enter does next on a point. */
export type NextAction = 'resume' | 'call' | 'return' | 'leave' | 'marks' | 'reveal' | 'decide'

/**
 * [UI20] The next thing to do on a point, in the order of speech: the session goes on, the point is called, those who were out
 * come back, the recused leave, sealed marks are keyed and shown, the proposal is put to the vote. Null once decided.
 */
export function nextAction(
  session: Pick<Session, 'status' | 'pauses' | 'currentItemId' | 'attendance'>,
  item: Pick<SessionItemView, 'itemId' | 'recusedIds' | 'isSealed' | 'sheetsFiled' | 'sheetsExpected'>,
  recorded: Pick<AgendaItem, 'outcome'>,
  awaitedCount: number,
): NextAction | null {
  if (session.status !== 'open' || recorded.outcome !== null) return null
  if (pausedSince(session) !== null) return 'resume'
  if (session.currentItemId !== item.itemId) return 'call'
  if (awaitedCount > 0) return 'return'
  if (item.recusedIds.some((id) => session.attendance[id]?.inRoom)) return 'leave'
  if (item.isSealed) return item.sheetsFiled < item.sheetsExpected ? 'marks' : 'reveal'
  return 'decide'
}
