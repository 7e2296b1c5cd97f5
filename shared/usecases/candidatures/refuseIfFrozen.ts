import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { UseCaseContext } from '../ports.ts'

/** `session.closed` when a closed session has one of these candidatures on its agenda (P3). */
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
          (item) => item.candidatureId !== null && candidatureIds.includes(item.candidatureId),
        ),
    )
  return frozen ? refuse('session.closed') : ok(null)
}
