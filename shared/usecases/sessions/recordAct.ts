import { frenchDate } from '#shared/domain/documents/typography.ts'
import { actMisfit } from '#shared/domain/session/actMisfit.ts'
import type { DecisionAct, Session } from '#shared/domain/session/session.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { UseCaseContext } from '../ports.ts'
import { actOnSession, type SessionInput } from './actOnSession.ts'

/**
 * [DM7] The act that follows a session (délibération, arrêté, décision), once it is known; null takes it back. Refusals:
 * `session.not-closed`; `input.invalid` for an act before the session, transmitted or published before it was made, or of a nature
 * that its authority does not take.
 */
export function recordAct(
  context: UseCaseContext,
  { sessionId, act }: SessionInput<{ act: DecisionAct | null }>,
): Result<null> {
  const label = act === null ? 'Retrait de l’acte qui suit la séance' : `${natures[act.nature]} ${act.number}`
  return actOnSession(context, sessionId, label, ({ session }) => {
    const allowed = checkAct(session, act)
    return allowed.ok ? ok(['session.record-act@1', { act }]) : allowed
  })
}

function checkAct({ closing, date }: Session, act: DecisionAct | null): Result<null> {
  if (closing === null) return refuse('session.not-closed')
  if (act === null) return ok(null)
  if (act.date < date)
    return refuse('input.invalid', { reason: `l’acte précède la séance du ${frenchDate(date)}` })
  const misfit = actMisfit(act)
  if (misfit !== null) return refuse('input.invalid', { reason: misfit })
  const isBefore = (on: string | null): boolean => on !== null && on < act.date
  if (isBefore(act.transmittedOn) || isBefore(act.publishedOn))
    return refuse('input.invalid', {
      reason: `la transmission ou la publication précède l’acte du ${frenchDate(act.date)}`,
    })
  return ok(null)
}

const natures: Readonly<Record<DecisionAct['nature'], string>> = {
  deliberation: 'Délibération',
  arrete: 'Arrêté',
  decision: 'Décision',
}
