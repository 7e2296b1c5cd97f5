import { ok, type Result } from '#shared/kernel/result.ts'
import type { AgendaEntry } from './agendaEntry.ts'
import { draftMinutes, type Session } from './session.ts'
import { setAgenda } from './setAgenda.ts'

export interface SessionPlan
  extends Pick<
    Session,
    'id' | 'callId' | 'date' | 'startsAt' | 'place' | 'convocation' | 'secondConvocation'
  > {
  readonly agenda: readonly AgendaEntry[]
}

/** [SE1] A session to come. Place, date, agenda may still be empty; the opening asks for them. Refusals: `setAgenda`'s. */
export function planSession({ agenda, ...plan }: SessionPlan): Result<Session> {
  const session: Session = { ...plan, ...beforeOpening, agenda: [] }
  return agenda.length === 0 ? ok(session) : setAgenda(session, agenda)
}

/** What a session holds before anything happened in it. */
export const beforeOpening = {
  sealedMarks: false,
  status: 'planned',
  openedAt: null,
  closedAt: null,
  chairId: null,
  secretaryId: null,
  currentItemId: null,
  pauses: [],
  attendance: {},
  substitutions: {},
  proxies: [],
  travels: {},
  discussion: '',
  explanations: {},
  closing: null,
  minutes: draftMinutes,
  act: null,
  rectifications: [],
} as const satisfies Partial<Session>
