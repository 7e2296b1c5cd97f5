import { isInForce, type RecusalCounting, recusalId } from '#shared/domain/committee/committee.ts'
import { type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { refuseIfFrozen } from '../candidatures/refuseIfFrozen.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { memberName } from '../memberName.ts'
import { committeeId } from '../people/committee.ts'
import type { UseCaseContext } from '../ports.ts'
import { inNameOfChair } from './inNameOfChair.ts'
import { isRecused } from './isRecused.ts'

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
  if (isRecused(context.file, input.candidatureId, input.memberId)) return refuse('entity.exists', { entity })
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

export interface RecusalAssessment {
  readonly candidatureId: string
  readonly memberId: string
  readonly status: 'confirmed' | 'set-aside'
  /** Kept with the act, never published. */
  readonly reason: string
  /** Id of a dated legal reference, or empty. */
  readonly legalBasis: string
  readonly counting: RecusalCounting
}

/**
 * What the chair holds of a declared recusal. Set aside, it no longer takes effect and marks given before come back.
 * Refuses `entity.missing` when nothing was declared, `recusal.reason-missing`, `session.closed`.
 */
export function assessRecusal(context: UseCaseContext, input: RecusalAssessment): Result<null> {
  const { candidatureId, memberId, ...assessment } = input
  const stored = loadOrRefuse(context.file, 'recusal', recusalId(candidatureId, memberId))
  if (!stored.ok) return stored
  if (assessment.reason.trim() === '') return refuse('recusal.reason-missing')
  const frozen = refuseIfFrozen(context, [candidatureId])
  if (!frozen.ok) return frozen
  const verb = assessment.status === 'confirmed' ? 'Confirmation' : 'Mise à l’écart'
  const label = `${verb} du déport de ${memberName(context.file, memberId)}`
  return context.file.transact({ actor: context.actor, label, undoable: true }, (transaction) =>
    transaction.emit(
      'recusal.assess@1',
      entityOf('recusal', recusalId(candidatureId, memberId)),
      assessment,
      inNameOfChair(transaction, memberId),
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
  if (!isInForce(stored.value)) return refuse('entity.missing', { entity })
  const frozen = refuseIfFrozen(context, [input.candidatureId])
  if (!frozen.ok) return frozen
  const label = `Levée du déport de ${memberName(context.file, input.memberId)}`
  return context.file.transact({ actor: context.actor, label, undoable: true }, (transaction) =>
    transaction.emit(
      'recusal.lift@1',
      entity,
      { reason: input.reason },
      inNameOfChair(transaction, input.memberId),
    ),
  )
}
