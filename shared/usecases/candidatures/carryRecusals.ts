import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import { isInForce, recusalId } from '#shared/domain/committee/committee.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { Transaction } from '../ports.ts'
import { inNameOfChair } from '../recusals/inNameOfChair.ts'

/** Who was recused from a duplicate is recused from the candidature that takes its place: it is the same project. */
export function carryRecusals(
  transaction: Transaction,
  kept: Pick<Candidature, 'id' | 'callId'>,
  mergedId: string,
): Result<null> {
  for (const recusal of transaction.recusalsOfCall(kept.callId)) {
    if (recusal.candidatureId !== mergedId || !isInForce(recusal)) continue
    const { memberId, reason, legalBasis, counting, status, assessmentReason } = recusal
    const id = recusalId(kept.id, memberId)
    const existing = transaction.load('recusal', id)?.state
    if (existing !== undefined && isInForce(existing)) continue
    const entity = entityOf('recusal', id)
    const declared = transaction.emit('recusal.declare@1', entity, { reason, legalBasis, counting }, memberId)
    if (!declared.ok) return declared
    if (status !== 'confirmed') continue
    const assessment = { status, reason: assessmentReason, legalBasis, counting } as const
    const assessed = transaction.emit(
      'recusal.assess@1',
      entity,
      assessment,
      inNameOfChair(transaction, memberId),
    )
    if (!assessed.ok) return assessed
  }
  return ok(null)
}
