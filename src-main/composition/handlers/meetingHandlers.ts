import { ok } from '#shared/kernel/result.ts'
import { explainCheck } from '#shared/usecases/sessions/explainCheck.ts'
import { sendToWall, viewProjection } from '#shared/usecases/sessions/projection.ts'
import { proposeDiscussionOrder } from '#shared/usecases/sessions/proposeDiscussionOrder.ts'
import { rectifySession } from '#shared/usecases/sessions/rectifySession.ts'
import {
  correctHour,
  pauseSession,
  resumeSession,
  takeUpPoint,
} from '#shared/usecases/sessions/sessionTime.ts'
import { acting, type Handlers, type HandlerTools, reading } from '../handlerKinds.ts'

type SessionAct = 'point' | 'pause' | 'resume' | 'correct-hour' | 'explain' | 'rectify' | 'discussion-order'
type MeetingProcedure = `session.${SessionAct}` | Extract<keyof Handlers, `projection.${string}`>

/** The clock of the meeting, its check list, what corrects its minutes, and the wall. */
export const meetingHandlers = ({ memory, services }: HandlerTools): Pick<Handlers, MeetingProcedure> => ({
  'session.point': acting(memory, takeUpPoint),
  'session.pause': acting(memory, pauseSession),
  'session.resume': acting(memory, resumeSession),
  'session.correct-hour': acting(memory, correctHour),
  'session.explain': acting(memory, explainCheck),
  'session.rectify': acting(memory, rectifySession),
  'session.discussion-order': reading(memory, proposeDiscussionOrder),
  'projection.get': acting(memory, ({ file }, input) => viewProjection(file, input)),
  'projection.set': acting(memory, ({ file }, input) => sendToWall(file, input)),
  'projection.open': acting(memory, ({ file }, { sessionId }) => {
    const view = viewProjection(file, { sessionId })
    if (!view.ok) return view
    services.openProjection(sessionId)
    return ok(null)
  }),
})
