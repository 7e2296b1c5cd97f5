import { recusalId } from '#shared/domain/committee/committee.ts'
import { type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { refuseIfFrozen } from '../candidatures/refuseIfFrozen.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { memberName } from '../memberName.ts'
import { committeeId } from '../people/committee.ts'
import type { UseCaseContext } from '../ports.ts'

/**
 * A déport: from its recording on the member neither sees nor marks the dossier, and marks given before leave every
 * computation while staying in the history (A05, A06). Refuses `entity.exists` when already effective, `session.closed`.
 */
export function declareRecusal(
  context: UseCaseContext,
  input: { candidatureId: string; memberId: string; reason: string; legalBasis: string },
): Result<null> {
  const candidature = loadOrRefuse(context.file, 'candidature', input.candidatureId)
  if (!candidature.ok) return candidature
  const member = loadOrRefuse(context.file, 'member', input.memberId)
  if (!member.ok) return member
  const committee = loadOrRefuse(context.file, 'committee', committeeId)
  if (!committee.ok) return committee
  const entity = entityOf('recusal', recusalId(input.candidatureId, input.memberId))
  if (
    context.file.load('recusal', recusalId(input.candidatureId, input.memberId))?.state.status === 'effective'
  )
    return refuse('entity.exists', { entity })
  const frozen = refuseIfFrozen(context, [input.candidatureId])
  if (!frozen.ok) return frozen
  const label = `Déport de ${memberName(context.file, input.memberId)} (n° ${candidature.value.number})`
  return context.file.transact({ actor: context.actor, label, undoable: true }, (transaction) =>
    transaction.emit(
      'recusal.declare@1',
      entity,
      {
        reason: input.reason,
        legalBasis: input.legalBasis,
        counting: committee.value.recusalCounting,
      },
      input.memberId,
    ),
  )
}

/** Lifted by the chair, with a reason. Refuses `entity.missing` when there is nothing to lift, `session.closed`. */
export function liftRecusal(
  context: UseCaseContext,
  input: { candidatureId: string; memberId: string; reason: string },
): Result<null> {
  const entity = entityOf('recusal', recusalId(input.candidatureId, input.memberId))
  const stored = loadOrRefuse(context.file, 'recusal', recusalId(input.candidatureId, input.memberId))
  if (!stored.ok) return stored
  if (stored.value.status === 'lifted') return refuse('entity.missing', { entity })
  const frozen = refuseIfFrozen(context, [input.candidatureId])
  if (!frozen.ok) return frozen
  const label = `Levée du déport de ${memberName(context.file, input.memberId)}`
  return context.file.transact({ actor: context.actor, label, undoable: true }, (transaction) =>
    transaction.emit('recusal.lift@1', entity, { reason: input.reason }),
  )
}
