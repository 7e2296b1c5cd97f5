import type { Result } from '#shared/kernel/result.ts'
import { entityOf, type OperationData } from '#shared/operations/operation.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { UseCaseContext } from '../ports.ts'

/**
 * What the service writes of a candidature, before and after the session: nothing of it is frozen but in the documents
 * that leave. Refuses `entity.missing`.
 */
export function changeInstruction(
  context: UseCaseContext,
  { candidatureId, set }: { readonly candidatureId: string } & OperationData['instruction.change@1'],
): Result<null> {
  const candidature = loadOrRefuse(context.file, 'candidature', candidatureId)
  if (!candidature.ok) return candidature
  const label = `Instruction de la candidature n° ${candidature.value.number}`
  return context.file.transact({ actor: context.actor, label, undoable: true }, (transaction) =>
    transaction.emit('instruction.change@1', entityOf('instruction', candidatureId), { set }),
  )
}
