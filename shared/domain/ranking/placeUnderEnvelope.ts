import type { AllocationRules } from '../call/call.ts'
import { allocate } from '../envelope/allocate.ts'
import type { Contender } from './contender.ts'
import { orderContenders } from './orderContenders.ts'
import type { RankedCandidature } from './ranking.ts'

/** [RK4] Order, then money: what the rules set aside keeps its rank and receives nothing. */
export function placeUnderEnvelope(
  contenders: readonly Contender[],
  rules: AllocationRules,
): readonly RankedCandidature[] {
  const places = orderContenders(contenders, rules.tieBreakers)
  const awards = allocate(
    rules,
    places.map(({ contender, rank }) => ({
      rank,
      selectable: rank !== null && contender.score.knockedOutBy.length === 0 && !contender.score.belowMinimum,
      requestedCents: contender.candidature.requestedCents,
      eligibleBaseCents: contender.candidature.eligibleBaseCents,
    })),
  )
  return places.map(({ contender, rank, tiedWith, decidedBy }, index) => ({
    candidatureId: contender.candidature.id,
    rank,
    score: contender.score,
    tiedWith,
    decidedBy,
    award: awards[index] ?? lost(contender),
  }))
}

const lost = (contender: Contender): never => {
  throw new Error(`no award for ${contender.candidature.id}`)
}
