import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { UseCaseContext } from '../ports.ts'

/** `session.closed` when a closed session examined one of these candidatures (P3); having heard it freezes nothing. */
export function refuseIfFrozen(
  context: Pick<UseCaseContext, 'file'>,
  candidatureIds: readonly string[],
): Result<null> {
  const frozen = context.file
    .all('session')
    .some(
      (session) =>
        session.status === 'closed' &&
        session.agenda.some(
          ({ kind, candidatureId }) =>
            kind === 'candidature' && candidatureId !== null && candidatureIds.includes(candidatureId),
        ),
    )
  return frozen ? refuse('session.closed') : ok(null)
}
