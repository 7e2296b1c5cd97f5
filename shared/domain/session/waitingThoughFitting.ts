import { awardBounds } from '../envelope/awardBounds.ts'
import { fundingPlan } from '../envelope/fundingPlan.ts'
import type { FactsInput } from './factsInput.ts'
import { fundingFactsOf } from './fundingFactsOf.ts'

/**
 * [SE52] Candidatures that wait after the cut line although what the ranking leaves would have covered them in full
 * ([EN3]: everything after the line waits). The line itself, ties included, is not among them: it waits for another
 * reason. By candidature id.
 */
export function waitingThoughFitting(
  input: Pick<FactsInput, 'call' | 'candidatures' | 'dossiers' | 'ranking'>,
): ReadonlySet<string> {
  const { rules } = input.call
  const rows = input.ranking?.rows ?? []
  const line = rows.find(({ award }) => award.status === 'partial' || award.status === 'waiting')
  const lineRank = line?.rank ?? null
  if (rules.envelopeCents === null || lineRank === null) return new Set()
  const left = fundingPlan(rules)
  for (const { candidatureId, award } of rows)
    left.fund(candidatureId, fundingFactsOf(candidatureId, input), award.amountCents)
  const fits = (candidatureId: string): boolean => {
    const candidature = input.candidatures.find(({ id }) => id === candidatureId)
    const mostCents = candidature && awardBounds(rules, candidature)?.mostCents
    if (mostCents === undefined || mostCents === 0) return false
    const facts = fundingFactsOf(candidatureId, input)
    if (mostCents > left.underQuotas(facts)) return false
    const broughtCents = left.fund(candidatureId, facts, mostCents)
    left.release(candidatureId, facts)
    return broughtCents === mostCents
  }
  return new Set(
    rows
      .filter(({ rank, award }) => award.status === 'waiting' && rank !== null && rank > lineRank)
      .map(({ candidatureId }) => candidatureId)
      .filter(fits),
  )
}
