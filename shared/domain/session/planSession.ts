import { ok, type Result } from '#shared/kernel/result.ts'
import type { AgendaEntry } from './agendaEntry.ts'
import type { Session } from './session.ts'
import { setAgenda } from './setAgenda.ts'

export interface SessionPlan
  extends Pick<Session, 'id' | 'callId' | 'date' | 'place' | 'convocation' | 'secondConvocation'> {
  readonly agenda: readonly AgendaEntry[]
}

/** [SE1] A session to come. Place, date, agenda may still be empty; the opening asks for them. Refusals: `setAgenda`'s. */
export function planSession({ agenda, ...plan }: SessionPlan): Result<Session> {
  const session: Session = {
    ...plan,
    status: 'planned',
    openedAt: null,
    closedAt: null,
    chairId: null,
    secretaryId: null,
    agenda: [],
    attendance: {},
    proxies: [],
    discussion: '',
    closing: null,
  }
  return agenda.length === 0 ? ok(session) : setAgenda(session, agenda)
}
