import type { AgendaEntry } from '#shared/domain/session/agendaEntry.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { newId } from '../newId.ts'
import type { Reader, Transaction, UseCaseContext } from '../ports.ts'

// A second convocation has the agenda of the first (R133-10): what an earlier session would have examined moves on to
// the one that is held ([UC15]).

/** Earlier sessions of the call that were planned and never opened. */
export const neverOpened = (
  reader: Reader,
  { callId, date }: Pick<Session, 'callId' | 'date'>,
): readonly Session[] =>
  reader
    .all('session')
    .filter((session) => session.callId === callId && session.status === 'planned' && session.date < date)

/** Their points that `agenda` does not hold yet, as new points in the same order; a candidature only if it still runs. */
export function pointsTakenOver(
  context: Pick<UseCaseContext, 'clock' | 'randomness'>,
  unheld: readonly Session[],
  agenda: readonly AgendaEntry[],
  stillRunning: ReadonlySet<string | null>,
): readonly AgendaEntry[] {
  const held = new Set(agenda.map(subjectOf))
  const points: AgendaEntry[] = []
  for (const item of unheld.flatMap((session) => session.agenda)) {
    const subject = subjectOf(item)
    if (held.has(subject) || (item.kind === 'candidature' && !stillRunning.has(item.candidatureId))) continue
    held.add(subject)
    const { kind, candidatureId, title, rapporteurId, plannedMinutes, theme, slot, questionerId } = item
    const announced = { kind, candidatureId, title, rapporteurId, plannedMinutes, theme, slot, questionerId }
    points.push({ id: newId(context), ...announced })
  }
  return points
}

/** Nothing is left on an agenda that nobody will open. */
export function emptyAgendas(transaction: Transaction, unheld: readonly Session[]): Result<null> {
  for (const session of unheld) {
    const emptied = transaction.emit('session.change@1', entityOf('session', session.id), {
      set: { agenda: [] },
    })
    if (!emptied.ok) return emptied
  }
  return ok(null)
}

/** What a point is about: a candidature under one kind of point, else the title of a free point. */
const subjectOf = ({ kind, candidatureId, title }: AgendaEntry): string => `${kind}/${candidatureId ?? title}`
