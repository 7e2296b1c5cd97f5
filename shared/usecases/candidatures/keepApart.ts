import type { Result } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { UseCaseContext } from '../ports.ts'

/** The secretary looked: it is not a duplicate. */
export function keepApart(context: UseCaseContext, input: { candidatureId: string }): Result<null> {
  const loaded = loadOrRefuse(context.file, 'candidature', input.candidatureId)
  if (!loaded.ok) return loaded
  const { number, toCheck } = loaded.value
  const act = { actor: context.actor, label: `Candidature n° ${number} gardée à part`, undoable: true }
  return context.file.transact(act, (transaction) =>
    transaction.emit('candidature.change@1', entityOf('candidature', input.candidatureId), {
      set: { toCheck: toCheck.filter((flag) => flag !== 'duplicate') },
    }),
  )
}
