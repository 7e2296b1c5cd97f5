import { isAward } from '../../decision/isAward.ts'
import type { DossierFacts } from './dossierFacts.ts'

/**
 * Why, in law and in fact: what the session wrote, else what the service found inadmissible, or why it gives less than
 * was asked. Each half stands alone, so that the document can ask for the other.
 */
export function rationaleOf({ decision, instruction }: DossierFacts): {
  readonly legal: string
  readonly factual: string
} {
  const found = instruction.inadmissibility
  const isInadmissible = decision === null || decision.opinion === 'inadmissible'
  const first = isInadmissible ? found : decision.rationale
  const second = isInadmissible ? decision?.rationale : reductionOf(decision, instruction)
  return {
    legal: first?.legal.trim() || second?.legal.trim() || '',
    factual: first?.factual.trim() || second?.factual.trim() || '',
  }
}

/** A refusal is motivated by who refused; what an award leaves out, the service may say when the session did not. */
const reductionOf = (
  { opinion }: NonNullable<DossierFacts['decision']>,
  { award }: DossierFacts['instruction'],
): DossierFacts['instruction']['award']['reduction'] | null => (isAward(opinion) ? award.reduction : null)
