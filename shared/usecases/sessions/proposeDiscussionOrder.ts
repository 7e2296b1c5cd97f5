import {
  type DiscussionOrder,
  discussionOrder,
  type OrderItem,
} from '#shared/domain/session/discussionOrder.ts'
import { presentIds } from '#shared/domain/session/presentIds.ts'
import { recusalsOn } from '#shared/domain/session/recusalsOn.ts'
import type { AgendaItem, Session } from '#shared/domain/session/session.ts'
import { minutesByDefault, spentSeconds } from '#shared/domain/session/timeSpent.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { Reader } from '../ports.ts'
import { type SessionPlace, sessionPlace } from './roomOf.ts'

/**
 * The order in which recused members leave and come back as seldom as possible. What is decided or under way stays
 * first, and counts for the time it took; guests are awaited from the opening on, suspensions counted. Nothing changes
 * until the secretary takes it over. Refusals: those of `sessionPlace`.
 */
export function proposeDiscussionOrder(
  reader: Reader,
  input: { sessionId: string },
): Result<DiscussionOrder> {
  const place = sessionPlace(reader, input.sessionId)
  if (!place.ok) return place
  const { session } = place.value
  const awaited = awaitedIds(place.value)
  return ok(
    discussionOrder({
      items: session.agenda.map((item): OrderItem => {
        const recused = recusalsOn(item, place.value.room).map(({ memberId }) => memberId)
        return {
          id: item.id,
          theme: item.theme,
          recusedIds: recused.filter((id) => awaited.has(id)),
          slot: item.slot,
          plannedMinutes: minutesOf(item),
        }
      }),
      startsAt: afterPauses(session, session.openedAt ?? session.startsAt ?? '09:00'),
      fixedIds: session.agenda
        .filter(({ id, outcome }) => outcome !== null || id === session.currentItemId)
        .map(({ id }) => id),
    }),
  )
}

/** Who would have to leave: who is in the room; before the roll call, whoever is not known to be away. */
function awaitedIds({ session, room }: SessionPlace): ReadonlySet<string> {
  if (session.status !== 'planned') return new Set(presentIds(session))
  return new Set(
    room.members
      .map(({ id }) => id)
      .filter((id) => (session.attendance[id]?.status ?? 'present') === 'present'),
  )
}

/** A decided point lasted what the clock says, when it says something. */
function minutesOf(item: AgendaItem): number {
  const planned = item.plannedMinutes ?? minutesByDefault
  const lasted = item.outcome === null ? 0 : Math.ceil(spentSeconds(item, '00:00:00') / 60)
  return lasted > 0 ? lasted : planned
}

/** The hour of the opening moved by the suspensions that ended. */
function afterPauses({ pauses }: Session, opening: string): string {
  const lost = spentSeconds({ runs: pauses.filter(({ to }) => to !== null) }, '00:00:00')
  const [hours = 0, minutes = 0] = opening.split(':').map(Number)
  const at = Math.min(hours * 60 + minutes + Math.ceil(lost / 60), 24 * 60 - 1)
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
