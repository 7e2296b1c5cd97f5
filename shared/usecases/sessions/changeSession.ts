import type { AgendaEntry } from '#shared/domain/session/agendaEntry.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { setAgenda } from '#shared/domain/session/setAgenda.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { UseCaseContext } from '../ports.ts'
import type { SessionInput } from './actOnSession.ts'
import { agendaOfCall } from './agendaOfCall.ts'
import { announcedAgenda } from './announcedAgenda.ts'
import { refuseUnsealing } from './refuseUnsealing.ts'
import { emptyAgendas, neverOpened, pointsTakenOver } from './takeOverPoints.ts'

type SessionChanges = Partial<
  Pick<
    Session,
    'date' | 'startsAt' | 'place' | 'convocation' | 'secondConvocation' | 'sealedMarks' | 'discussion'
  > & { agenda: readonly AgendaEntry[] }
>

/**
 * Date, place, convocation, agenda, discussion. A session made a second convocation takes over the points of the earlier
 * ones that never opened, after its own ([UC15]).
 *
 * Refusals: `session.closed`, `session.already-open` (date or kind of convocation), `session.agenda-invalid`,
 * `input.invalid` when the convocation would be later than the session, or marks already sealed would cease to be.
 */
export function changeSession(
  context: UseCaseContext,
  { sessionId, set: { agenda, ...set } }: SessionInput<{ set: SessionChanges }>,
): Result<null> {
  const act = { actor: context.actor, label: 'Préparation de la séance', undoable: true }
  return context.file.transact(act, (transaction) => {
    const loaded = loadOrRefuse(transaction, 'session', sessionId)
    if (!loaded.ok) return loaded
    const session = loaded.value
    const allowed = checkChange(session, set)
    if (!allowed.ok) return allowed
    const sealed = refuseUnsealing(transaction, session, agenda === undefined ? set : { ...set, agenda })
    if (!sealed.ok) return sealed
    const changed = { ...session, ...set }
    const becomesSecond = changed.secondConvocation && !session.secondConvocation
    const unheld = becomesSecond ? neverOpened(transaction, changed) : []
    const kept: readonly AgendaEntry[] = agenda ?? session.agenda
    const running = becomesSecond ? agendaOfCall(context, session.callId, [...unheld, session]) : []
    const stillRunning = new Set(running.map(({ candidatureId }) => candidatureId))
    const entries = [...kept, ...pointsTakenOver(context, unheld, kept, stillRunning)]
    const emptied = emptyAgendas(transaction, unheld)
    if (!emptied.ok) return emptied
    const entity = entityOf('session', sessionId)
    if (agenda === undefined && unheld.length === 0)
      return transaction.emit('session.change@1', entity, { set })
    const arranged = setAgenda(session, entries)
    return arranged.ok
      ? transaction.emit('session.change@1', entity, {
          set: { ...set, agenda: announcedAgenda(arranged.value.agenda) },
        })
      : arranged
  })
}

function checkChange(session: Session, set: SessionChanges): Result<null> {
  if (session.status === 'closed') return refuse('session.closed')
  if (session.status === 'open' && (set.date !== undefined || set.secondConvocation !== undefined))
    return refuse('session.already-open')
  const { date, convocation } = { ...session, ...set }
  // An empty date is not fixed yet.
  return convocation !== null && date !== '' && convocation.date > date
    ? refuse('input.invalid', { reason: 'la convocation est postérieure à la séance' })
    : ok(null)
}
