import { rationalToText } from '#shared/kernel/rational.ts'
import { tieBreakerCode } from '../call/tieBreakerCode.ts'
import { tieBreakerPhrase } from '../call/tieBreakerPhrase.ts'
import { criteriaOf } from '../grid/criteriaOf.ts'
import type { RankedCandidature } from '../ranking/ranking.ts'
import type { FactsInput } from './factsInput.ts'
import type { CandidatureFacts, RankingFacts } from './sessionFacts.ts'
import { waitingThoughFitting } from './waitingThoughFitting.ts'

/** [SE15] The annexed ranking table, in its order, beside what the session gave. Empty without ranking. */
export function rankingFacts(
  input: FactsInput,
  {
    described,
    waitingRank,
  }: {
    readonly described: ReadonlyMap<string, CandidatureFacts>
    readonly waitingRank: ReadonlyMap<string, number>
  },
): readonly RankingFacts[] {
  const outcomes = new Map(
    input.session.agenda
      .filter(({ kind }) => kind === 'candidature')
      .map((item) => [item.candidatureId, item.outcome]),
  )
  const fitting = waitingThoughFitting(input)
  return (input.ranking?.rows ?? []).flatMap((row) => {
    const candidature = described.get(row.candidatureId)
    const outcome = outcomes.get(row.candidatureId)
    if (candidature === undefined) return []
    return {
      ...candidature,
      exactScore: row.rank !== null && row.score.total ? rationalToText(row.score.total) : null,
      tiedWith: row.tiedWith.flatMap((id) => described.get(id)?.number ?? []),
      decidedBy: decidedBy(row, input),
      knockedOutBy: row.score.knockedOutBy.map((code) => criterionLabel(code, input)),
      belowMinimum: row.score.belowMinimum,
      proposal: row.award.status,
      proposedCents: row.award.amountCents,
      wouldHaveFitted: fitting.has(row.candidatureId),
      waitingRank: outcome?.waitingList ? (waitingRank.get(row.candidatureId) ?? null) : null,
      awardedCents: outcome?.amountCents ?? null,
      opinion: outcome?.opinion ?? null,
    }
  })
}

/** The sentence of the tie-breaker, the code itself when the rules no longer hold it. */
function decidedBy({ decidedBy: code }: RankedCandidature, input: FactsInput): string | null {
  const tieBreaker = input.call.rules.tieBreakers.find((one) => tieBreakerCode(one) === code)
  return tieBreaker ? tieBreakerPhrase(tieBreaker, input.grid?.grid ?? null) : code
}

const criterionLabel = (code: string, { grid }: FactsInput): string =>
  (grid && criteriaOf(grid.grid).find((criterion) => criterion.code === code)?.label) ?? code
