import type { AllocationRules } from '../call/call.ts'
import { type AllocationEntry, allocate } from '../envelope/allocate.ts'
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
    places.map(({ contender, rank }) => entryOf(contender, rank)),
  )
  return places.map(({ contender, rank, tiedWith, decidedBy }, index) => {
    const { status, amountCents, limitedBy } = awards[index] ?? lost(contender)
    return {
      candidatureId: contender.candidature.id,
      rank,
      score: contender.score,
      tiedWith,
      decidedBy,
      award: { status, amountCents, limitedBy },
    }
  })
}

const entryOf = (
  { candidature, score, departmentCode }: Contender,
  rank: number | null,
): AllocationEntry => ({
  rank,
  selectable: rank !== null && score.knockedOutBy.length === 0 && !score.belowMinimum,
  requestedCents: candidature.requestedCents,
  eligibleBaseCents: candidature.eligibleBaseCents,
  minimumViableCents: candidature.minimumViableCents,
  maximumUsefulCents: candidature.maximumUsefulCents,
  theme: candidature.theme,
  departmentCode,
})

const lost = (contender: Contender): never => {
  throw new Error(`no award for ${contender.candidature.id}`)
}
