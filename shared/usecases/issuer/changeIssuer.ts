import type { Issuer } from '#shared/domain/issuer/issuer.ts'
import type { Result } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { UseCaseContext } from '../ports.ts'
import { issuerId } from './issuerOf.ts'

/** Documents that left keep the letterhead they left with: it is in what was kept of them. */
export function changeIssuer(
  context: UseCaseContext,
  { set }: { readonly set: Partial<Omit<Issuer, 'id'>> },
): Result<null> {
  const act = { actor: context.actor, label: 'Identité de l’émetteur des documents', undoable: true }
  return context.file.transact(act, (transaction) =>
    transaction.emit('issuer.change@1', entityOf('issuer', issuerId), { set }),
  )
}
