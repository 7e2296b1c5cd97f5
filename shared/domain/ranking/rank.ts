import { type Cents, cents } from '#shared/kernel/cents.ts'
import { outOfRunning } from '../candidature/outOfRunning.ts'
import { absentMarkers } from './absentMarkers.ts'
import { contendersOf } from './contendersOf.ts'
import { placeUnderEnvelope } from './placeUnderEnvelope.ts'
import type { RankedCandidature, Ranking } from './ranking.ts'
import type { RankingInput } from './rankingInput.ts'

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
    orderWithoutAbsentMarkers: orderWithout(input, rows, new Set(absent.map(({ memberId }) => memberId))),
  }
}

const requestedInRunning = (input: RankingInput): Cents =>
  cents(
    input.candidatures
      .filter((candidature) => outOfRunning(candidature) === null)
      .reduce((sum, candidature) => sum + (candidature.requestedCents ?? 0), 0),
  )

/**
 * [RK6] The order without the absent markers' sheets, when it differs. Null when nobody is absent, when nothing
 * moves, and when a candidature would lose its rank altogether: a list with holes compares with nothing.
 */
function orderWithout(
  input: RankingInput,
  rows: readonly RankedCandidature[],
  absentIds: ReadonlySet<string>,
): readonly string[] | null {
  const sheets = input.sheets.filter((sheet) => !absentIds.has(sheet.evaluatorId))
  if (sheets.length === input.sheets.length) return null
  const without = placeUnderEnvelope(contendersOf({ ...input, sheets }), input.call.rules)
  const rankOf = new Map(without.map((row) => [row.candidatureId, row.rank]))
  const lost = rows.some((row) => row.rank !== null && rankOf.get(row.candidatureId) === null)
  const same = rows.every((row, index) => without[index]?.candidatureId === row.candidatureId)
  return lost || same ? null : without.map((row) => row.candidatureId)
}
