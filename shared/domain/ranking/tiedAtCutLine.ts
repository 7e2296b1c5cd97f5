import type { Candidature } from '../candidature/candidature.ts'
import { admits } from '../envelope/admits.ts'
import { awardBounds } from '../envelope/awardBounds.ts'
import type { RankedCandidature } from './ranking.ts'
import type { RankingInput } from './rankingInput.ts'

/**
 * [RK9] Who shares a rank where money runs out ([EN4]), with the others that wait beside it: the first rank at which
 * money is lacking, among the candidatures that draw on the same envelopes and quotas. One that nothing
 * could serve (unknown amount, least viable amount out of reach) draws no line ([EN12]).
 */
export function tiedAtCutLine(
  input: RankingInput,
  rows: readonly RankedCandidature[],
): ReadonlyMap<string, readonly string[]> {
  const candidatures = new Map(input.candidatures.map((candidature) => [candidature.id, candidature]))
  const lacking = rows.flatMap(({ candidatureId, rank, award, tiedWith }) => {
    const candidature = candidatures.get(candidatureId)
    const lacks = award.status === 'waiting' || award.status === 'partial'
    return lacks && rank !== null && candidature && awardBounds(input.call.rules, candidature) !== null
      ? { candidatureId, rank, tiedWith, money: moneyOf(input, candidature) }
      : []
  })
  const lackingIds = new Set(lacking.map(({ candidatureId }) => candidatureId))
  const cutRankOf = new Map(lacking.toReversed().map(({ money, rank }) => [money, rank]))
  return new Map(
    lacking
      .filter(({ money, rank }) => cutRankOf.get(money) === rank)
      .map(
        ({ candidatureId, tiedWith }) =>
          [candidatureId, tiedWith.filter((id) => lackingIds.has(id))] as const,
      )
      .filter(([, others]) => others.length > 0),
  )
}

/** The envelopes and quotas that a candidature draws on. */
function moneyOf({ call, departments }: RankingInput, { id, theme }: Candidature): string {
  const facts = { theme, departmentCode: departments?.[id] ?? null }
  const { envelopes, quotas } = call.rules
  return JSON.stringify([
    envelopes.filter(({ reservedFor }) => admits(reservedFor, facts)).map((envelope) => envelope.id),
    quotas.filter(({ appliesTo }) => admits(appliesTo, facts)).map((quota) => quota.id),
  ])
}
