import type { Member } from '#shared/domain/committee/committee.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { newId } from '../newId.ts'
import type { UseCaseContext } from '../ports.ts'

export function addMember(context: UseCaseContext, member: Omit<Member, 'id'>): Result<{ memberId: string }> {
  const memberId = newId(context)
  const label = `Ajout de ${member.firstName} ${member.lastName}`
  return context.file.transact({ actor: context.actor, label, undoable: true }, (transaction) => {
    const added = transaction.emit('member.add@1', entityOf('member', memberId), member)
    return added.ok ? ok({ memberId }) : added
  })
}

export function changeMember(
  context: UseCaseContext,
  input: { memberId: string; set: Partial<Omit<Member, 'id'>> },
): Result<null> {
  return context.file.transact(
    { actor: context.actor, label: 'Fiche d’un membre', undoable: true },
    (transaction) =>
      transaction.emit('member.change@1', entityOf('member', input.memberId), { set: input.set }),
  )
}
