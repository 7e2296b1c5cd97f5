import { changeSession } from '#shared/usecases/sessions/changeSession.ts'
import { closeSession } from '#shared/usecases/sessions/closeSession.ts'
import { listSessions } from '#shared/usecases/sessions/listSessions.ts'
import { planSession } from '#shared/usecases/sessions/planSession.ts'
import {
  amendOutcome,
  attend,
  decideItem,
  giveProxy,
  keepDraft,
  move,
  openSession,
  signProxy,
  substitute,
  travel,
  withdrawOutcome,
  withdrawProxy,
  writeDebate,
} from '#shared/usecases/sessions/sessionActs.ts'
import { viewSession } from '#shared/usecases/sessions/viewSession.ts'
import { acting, type Handlers, type HandlerTools, showing } from '../handlerKinds.ts'

/** Preparation, people, decisions. The clock and the wall are in `meetingHandlers`, marks in `markHandlers`. */
type SessionAct =
  | 'list'
  | 'get'
  | 'plan'
  | 'change'
  | 'attend'
  | 'move'
  | 'give-proxy'
  | 'sign-proxy'
  | 'withdraw-proxy'
  | 'substitute'
  | 'travel'
  | 'open'
  | 'write-debate'
  | 'keep-draft'
  | 'decide'
  | 'amend'
  | 'withdraw-outcome'
  | 'close'
type SessionProcedure = `session.${SessionAct}`

export const sessionHandlers = ({ memory }: HandlerTools): Pick<Handlers, SessionProcedure> => ({
  'session.list': showing(memory, listSessions),
  'session.get': acting(memory, viewSession),
  'session.plan': acting(memory, planSession),
  'session.change': acting(memory, changeSession),
  'session.attend': acting(memory, attend),
  'session.move': acting(memory, move),
  'session.give-proxy': acting(memory, giveProxy),
  'session.sign-proxy': acting(memory, signProxy),
  'session.withdraw-proxy': acting(memory, withdrawProxy),
  'session.substitute': acting(memory, substitute),
  'session.travel': acting(memory, travel),
  'session.open': acting(memory, openSession),
  'session.write-debate': acting(memory, writeDebate),
  'session.keep-draft': acting(memory, keepDraft),
  'session.decide': acting(memory, decideItem),
  'session.amend': acting(memory, amendOutcome),
  'session.withdraw-outcome': acting(memory, withdrawOutcome),
  'session.close': acting(memory, closeSession),
})
