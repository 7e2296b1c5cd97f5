import type { Committee } from '#shared/domain/committee/committee.ts'
import { type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { UseCaseContext } from '../ports.ts'

/** One committee per file: it bears this identifier. */
export const committeeId = 'instance'

/** First act of a new file. Refuses `entity.exists` when the committee is already defined. */
export function defineCommittee(context: UseCaseContext, committee: Omit<Committee, 'id'>): Result<null> {
  return context.file.transact(
    { actor: context.actor, label: 'Création du comité', undoable: false },
    (transaction) => transaction.emit('committee.define@1', entityOf('committee', committeeId), committee),
  )
}

/** Refuses `input.invalid` once a session is open or closed and the type of instance would change: its rules applied. */
export function changeCommittee(context: UseCaseContext, set: Partial<Omit<Committee, 'id'>>): Result<null> {
  const current = context.file.load('committee', committeeId)?.state
  const sessionsHeld = context.file.all('session').some((session) => session.status !== 'planned')
  if (set.instanceType !== undefined && set.instanceType !== current?.instanceType && sessionsHeld) {
    return refuse('input.invalid', {
      reason: 'une séance a déjà été tenue sous les règles de ce type d’instance',
    })
  }
  return context.file.transact(
    { actor: context.actor, label: 'Identité du comité', undoable: true },
    (transaction) => transaction.emit('committee.change@1', entityOf('committee', committeeId), { set }),
  )
}
