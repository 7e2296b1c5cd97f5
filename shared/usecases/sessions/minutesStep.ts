import { type MinutesStep, minutesAfter } from '#shared/domain/session/minutesSteps.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { UseCaseContext } from '../ports.ts'
import { actOnSession, type SessionInput } from './actOnSession.ts'

/** The minutes go one step further, or one back. A publication stays. Refusals: those of `minutesAfter`. */
export function minutesStep(
  context: UseCaseContext,
  { sessionId, step }: SessionInput<{ step: MinutesStep }>,
): Result<null> {
  return actOnSession(
    context,
    sessionId,
    labels[step.to],
    ({ session, room }) => {
      const minutes = minutesAfter(session, step, room.instanceType)
      return minutes.ok ? ok(['session.minutes@1', minutes.value]) : minutes
    },
    step.to !== 'published',
  )
}

const labels: Readonly<Record<MinutesStep['to'], string>> = {
  submitted: 'Procès-verbal soumis',
  settled: 'Procès-verbal arrêté',
  signed: 'Procès-verbal signé',
  published: 'Procès-verbal publié',
  back: 'Procès-verbal ramené à l’étape d’avant',
}
