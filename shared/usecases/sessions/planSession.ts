import { frenchDate } from '#shared/domain/documents/typography.ts'
import { planSession as plan } from '#shared/domain/session/planSession.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { newId } from '../newId.ts'
import type { UseCaseContext } from '../ports.ts'
import { agendaOfCall } from './agendaOfCall.ts'

/** A session to come, its agenda filled with the running candidatures of the call, best ranked first. */
export function planSession(
  context: UseCaseContext,
  input: Pick<Session, 'callId' | 'date' | 'place' | 'convocation' | 'secondConvocation'>,
): Result<{ sessionId: string }> {
  const call = loadOrRefuse(context.file, 'call', input.callId)
  if (!call.ok) return call
  const sessionId = newId(context)
  const planned = plan({ id: sessionId, ...input, agenda: agendaOfCall(context, input.callId) })
  if (!planned.ok) return planned
  const { agenda } = planned.value
  const act = { actor: context.actor, label: `Séance du ${frenchDate(input.date)}`, undoable: true }
  return context.file.transact(act, (transaction) => {
    const entity = entityOf('session', sessionId)
    const done = transaction.emit('session.plan@1', entity, { ...input, agenda })
    return done.ok ? ok({ sessionId }) : done
  })
}
