import type { DossierFacts } from './dossierFacts.ts'

/**
 * Why, in law and in fact: what the session wrote, else what the service found inadmissible. Each half stands alone, so
 * that the document can ask for the other.
 */
export function rationaleOf({ decision, instruction }: DossierFacts): {
  readonly legal: string
  readonly factual: string
} {
  const found = instruction.inadmissibility
  const isInadmissible = decision === null || decision.opinion === 'inadmissible'
  const first = isInadmissible ? found : decision.rationale
  const second = isInadmissible ? decision?.rationale : null
  return {
    legal: first?.legal.trim() || second?.legal.trim() || '',
    factual: first?.factual.trim() || second?.factual.trim() || '',
  }
}
