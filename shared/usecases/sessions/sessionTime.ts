import { correctHour as correct, type SessionHour } from '#shared/domain/session/correctHour.ts'
import { pauseSession as pause } from '#shared/domain/session/pauseSession.ts'
import { resumeSession as resume } from '#shared/domain/session/resumeSession.ts'
import { takeUpPoint as takeUp } from '#shared/domain/session/takeUpPoint.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { UseCaseContext } from '../ports.ts'
import { actOnSession, type SessionInput } from './actOnSession.ts'

// These acts are undoable like the others: undoing goes back to an earlier state of the whole session, so that an act
// on it which « Annuler » skipped would bar everything done before. « Annuler » names the point it goes back from.

/** Takes up a point, or none. Refusals: the domain's. */
export function takeUpPoint(
  context: UseCaseContext,
  { sessionId, ...point }: SessionInput<{ itemId: string | null; at: string }>,
): Result<null> {
  const item = context.file.load('session', sessionId)?.state.agenda.find(({ id }) => id === point.itemId)
  const label = item === undefined ? 'Fin de l’examen d’un point' : `Passage au point « ${item.title} »`
  return actOnSession(context, sessionId, label, ({ session }) => {
    const taken = takeUp(session, point)
    return taken.ok ? ok(['session.point@1', point]) : taken
  })
}

/** Suspends the session. Refusals: the domain's. */
export function pauseSession(
  context: UseCaseContext,
  { sessionId, at }: SessionInput<{ at: string }>,
): Result<null> {
  return actOnSession(context, sessionId, 'Suspension de la séance', ({ session }) => {
    const paused = pause(session, { at })
    return paused.ok ? ok(['session.pause@1', { at }]) : paused
  })
}

export function resumeSession(
  context: UseCaseContext,
  { sessionId, at }: SessionInput<{ at: string }>,
): Result<null> {
  return actOnSession(context, sessionId, 'Reprise de la séance', ({ session }) => {
    const resumed = resume(session, { at })
    return resumed.ok ? ok(['session.resume@1', { at }]) : resumed
  })
}

/** The history keeps the hour before, the hour after and the reason. Refusals: the domain's. */
export function correctHour(
  context: UseCaseContext,
  { sessionId, ...correction }: SessionInput<{ what: SessionHour; at: string; reason: string }>,
): Result<null> {
  return actOnSession(context, sessionId, 'Correction d’une heure', ({ session }) => {
    const corrected = correct(session, correction)
    return corrected.ok ? ok(['session.correct-hour@1', correction]) : corrected
  })
}
