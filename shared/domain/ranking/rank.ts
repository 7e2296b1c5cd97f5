import { type Cents, cents } from '#shared/kernel/cents.ts'
import { outOfRunning } from '../candidature/outOfRunning.ts'
import { absentMarkers } from './absentMarkers.ts'
import { contendersOf } from './contendersOf.ts'
import { placeUnderEnvelope } from './placeUnderEnvelope.ts'
import type { Ranking } from './ranking.ts'
import type { RankingInput } from './rankingInput.ts'
import { withoutAbsentMarkers } from './withoutAbsentMarkers.ts'

/**
 * [RK1]-[RK6] The ranking of a call under its envelope. A function of its input alone: the order of sheets, members,
 * recusals and candidatures changes nothing.
 */
export function rank(input: RankingInput): Ranking {
  const { envelopeCents } = input.call.rules
  const rows = placeUnderEnvelope(contendersOf(input), input.call.rules)
  const awardedCents = cents(rows.reduce((sum, row) => sum + row.award.amountCents, 0))
  const absent = absentMarkers(input)
  return {
    rows,
    envelopeCents,
    awardedCents,
    remainingCents: envelopeCents === null ? null : cents(envelopeCents - awardedCents),
    requestedCents: requestedInRunning(input),
    absentMarkers: absent,
    orderWithoutAbsentMarkers: orderWithout(input, { rows, absentMarkers: absent }),
  }
}

const requestedInRunning = (input: RankingInput): Cents =>
  cents(
    input.candidatures
      .filter((candidature) => outOfRunning(candidature) === null)
      .reduce((sum, candidature) => sum + (candidature.requestedCents ?? 0), 0),
  )

/** [RK6] The order without the absent markers' sheets, when it differs. */
function orderWithout(
  input: RankingInput,
  ranking: Pick<Ranking, 'rows' | 'absentMarkers'>,
): Ranking['orderWithoutAbsentMarkers'] {
  const without = withoutAbsentMarkers(input, ranking)
  const same = ranking.rows.every((row, index) => without?.[index]?.candidatureId === row.candidatureId)
  return without === null || same ? null : without.map((row) => row.candidatureId)
}
