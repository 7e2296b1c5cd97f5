import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { isInForce, type Recusal } from '../committee/committee.ts'
import type { EvaluatorId } from './sheet.ts'

/** [SC6] A recused member neither opens nor marks the candidature (A05). Refusal: `mark.recused` with both ids. */
export const checkMayMark = (
  candidatureId: string,
  evaluatorId: EvaluatorId,
  recusals: readonly Pick<Recusal, 'candidatureId' | 'memberId' | 'status'>[],
): Result<null> =>
  recusals.some(
    (recusal) =>
      recusal.candidatureId === candidatureId && recusal.memberId === evaluatorId && isInForce(recusal),
  )
    ? refuse('mark.recused', { candidatureId, memberId: evaluatorId })
    : ok(null)
