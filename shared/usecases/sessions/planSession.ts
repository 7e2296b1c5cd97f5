import { frenchDate } from '#shared/domain/documents/typography.ts'
import { planSession as plan } from '#shared/domain/session/planSession.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { newId } from '../newId.ts'
import type { UseCaseContext } from '../ports.ts'
import { agendaOfCall } from './agendaOfCall.ts'
import { announcedAgenda } from './announcedAgenda.ts'
import { emptyAgendas, neverOpened, pointsTakenOver } from './takeOverPoints.ts'

/**
 * A session to come, its agenda filled with the running candidatures of the call, best ranked first. A second
 * convocation takes over the points of the earlier sessions of the call that never opened ([UC15]). Refuses
 * `input.invalid` when the convocation is later than the session.
 */
export function planSession(
  context: UseCaseContext,
  input: Pick<Session, 'callId' | 'date' | 'startsAt' | 'place' | 'convocation' | 'secondConvocation'>,
): Result<{ sessionId: string }> {
  const call = loadOrRefuse(context.file, 'call', input.callId)
  if (!call.ok) return call
  if (input.convocation !== null && input.convocation.date > input.date)
    return refuse('input.invalid', { reason: 'la convocation est postérieure à la séance' })
  const unheld = input.secondConvocation ? neverOpened(context.file, input) : []
  const sessionId = newId(context)
  const running = agendaOfCall(context, input.callId, unheld)
  const entries = [...running, ...pointsTakenOver(context, unheld, running, new Set())]
  const planned = plan({ id: sessionId, ...input, agenda: entries })
  if (!planned.ok) return planned
  const { agenda } = planned.value
  const act = { actor: context.actor, label: `Séance du ${frenchDate(input.date)}`, undoable: true }
  return context.file.transact(act, (transaction) => {
    const emptied = emptyAgendas(transaction, unheld)
    if (!emptied.ok) return emptied
    const entity = entityOf('session', sessionId)
    const done = transaction.emit('session.plan@1', entity, {
      ...input,
      agenda: announcedAgenda(agenda),
    })
    return done.ok ? ok({ sessionId }) : done
  })
}
