import { cents, zeroCents } from '#shared/kernel/cents.ts'
import { type AwardRequest, type AwardRules, awardBounds } from '../envelope/awardBounds.ts'
import type { Scenario } from '../envelope/scenario.ts'
import type { Ranking } from '../ranking/ranking.ts'
import type { RankingProposal } from './departureOf.ts'

/**
 * [SE43] What a decision on a candidature is held against: the line of the adopted scenario, else the award of the
 * ranking. A ranking in which nobody has a rank says nothing; the rules of amounts hold all the same.
 */
export function rankingProposal(
  candidature: AwardRequest & { readonly id: string },
  call: {
    readonly rules: AwardRules
    readonly ranking: Pick<Ranking, 'rows'> | null
    readonly adoptedScenario: Pick<Scenario, 'lines'> | null
  },
): RankingProposal {
  // The least viable amount bounds a proposal, not a decision.
  const bounds = awardBounds(call.rules, { ...candidature, minimumViableCents: null })
  const fullAwardCents = bounds?.mostCents ?? null
  if (call.adoptedScenario !== null) {
    const amountCents = call.adoptedScenario.lines[candidature.id]?.amountCents ?? zeroCents
    // What an adopted scenario gives beyond the rules, it said why, line by line.
    const full = fullAwardCents === null ? null : cents(Math.max(fullAwardCents, amountCents))
    return { status: amountCents > 0 ? 'within' : 'waiting', amountCents, fullAwardCents: full }
  }
  const rows = call.ranking?.rows ?? []
  const award = rows.find(({ candidatureId }) => candidatureId === candidature.id)?.award
  return award !== undefined && rows.some(({ rank }) => rank !== null)
    ? { status: award.status, amountCents: award.amountCents, fullAwardCents }
    : { status: null, amountCents: zeroCents, fullAwardCents }
}
