import type { Result } from '#shared/kernel/result.ts'
import { entityOf, type OperationData } from '#shared/operations/operation.ts'
import type { UseCaseContext } from '../ports.ts'
import { issuerId } from './issuerOf.ts'

/** Of a group only the members that change are named ([UC27]). Documents that left keep the letterhead they left with: it is in what was kept of them. */
export function changeIssuer(
  context: UseCaseContext,
  { set }: OperationData['issuer.change@1'],
): Result<null> {
  const act = { actor: context.actor, label: 'Identité de l’émetteur des documents', undoable: true }
  return context.file.transact(act, (transaction) =>
    transaction.emit('issuer.change@1', entityOf('issuer', issuerId), { set }),
  )
}
