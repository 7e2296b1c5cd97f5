import { compare, type Rational, rational } from '#shared/kernel/rational.ts'
import { outOfRunning } from '../candidature/outOfRunning.ts'
import { type MissingMark, missingMarks } from './missingMarks.ts'
import { missingSheets } from './missingSheets.ts'
import type { NotRankedReason, RankedCandidature, Ranking } from './ranking.ts'
import type { RankingInput } from './rankingInput.ts'
import type { Robustness } from './robustness.ts'
import { tiedAtCutLine } from './tiedAtCutLine.ts'

/** A candidature to debate before amounts are settled. */
export interface DebateEntry {
  readonly candidatureId: string
  readonly rank: number | null
  /** Sum of the weights of its reasons. */
  readonly weight: number
  /** Heaviest first. */
  readonly reasons: readonly DebateReason[]
}

export type DebateReason =
  /** Shares its rank with these where money runs out: none is served before the chair separates them. */
  | { readonly code: 'tied-at-cut-line'; readonly tiedWith: readonly string[] }
  /** Its award status hangs on one step of one mark; in how many ways. */
  | { readonly code: 'fragile-award'; readonly moves: number }
  | { readonly code: 'knocked-out'; readonly criterionCodes: readonly string[] }
  /** Both of 100; the total is exact. */
  | { readonly code: 'below-minimum'; readonly total: Rational; readonly minimumScore: number }
  /** Highest minus lowest sheet total, exact, and the limit it passes; `ofRules` is false for our default of 20. */
  | {
      readonly code: 'divergence'
      readonly gap: Rational
      readonly limitPoints: number
      readonly ofRules: boolean
    }
  | { readonly code: 'amount-unknown' }
  | { readonly code: 'not-ranked'; readonly reason: NotRankedReason }
  | { readonly code: 'missing-sheets'; readonly memberIds: readonly string[] }
  | { readonly code: 'missing-marks'; readonly marks: readonly MissingMark[] }

/** [RK9] What each reason weighs. What decides money comes first, what an officer can mend comes last. */
export const debateWeights = {
  'tied-at-cut-line': 50,
  'fragile-award': 40,
  'knocked-out': 30,
  'below-minimum': 30,
  divergence: 25,
  'amount-unknown': 20,
  'not-ranked': 20,
  'missing-sheets': 10,
  'missing-marks': 5,
} as const satisfies Record<DebateReason['code'], number>

/** [RK9] The gap above which a third reading is proposed where the rules set no alert (french-rules §6). */
export const defaultGapPoints = 20

/**
 * [RK9] « À débattre »: the candidatures in the running that have a reason to be discussed, heaviest first, then in
 * the order of the ranking. `ranking` and `fragility` are those of the input.
 */
export function debateList(
  input: RankingInput,
  ranking: Pick<Ranking, 'rows'>,
  fragility: Pick<Robustness, 'rows'>,
): readonly DebateEntry[] {
  const candidatures = new Map(input.candidatures.map((candidature) => [candidature.id, candidature]))
  const tied = tiedAtCutLine(input, ranking.rows)
  const absent = Map.groupBy(missingSheets(input), ({ candidatureId }) => candidatureId)
  const fragileMoves = countFragileMoves(fragility)
  return ranking.rows
    .flatMap((row): readonly DebateEntry[] => {
      const candidature = candidatures.get(row.candidatureId)
      if (candidature === undefined || outOfRunning(candidature) !== null) return []
      const memberIds = (absent.get(row.candidatureId) ?? []).map(({ memberId }) => memberId).sort()
      const tiedWith = tied.get(row.candidatureId) ?? []
      const moves = fragileMoves.get(row.candidatureId) ?? 0
      const reasons: readonly DebateReason[] = [
        ...(tiedWith.length > 0 ? [{ code: 'tied-at-cut-line', tiedWith } as const] : []),
        ...(moves > 0 ? [{ code: 'fragile-award', moves } as const] : []),
        ...markReasons(row, input.call.rules),
        ...(candidature.requestedCents === null ? [{ code: 'amount-unknown' } as const] : []),
        // Sealed marks say nothing until they are revealed: that is no reason to debate.
        ...(row.score.notRanked === null || row.score.notRanked === 'sealed'
          ? []
          : [{ code: 'not-ranked', reason: row.score.notRanked } as const]),
        ...(memberIds.length > 0 ? [{ code: 'missing-sheets', memberIds } as const] : []),
        ...missingMarkReasons(row),
      ]
      if (reasons.length === 0) return []
      const weight = reasons.reduce((sum, { code }) => sum + debateWeights[code], 0)
      return [{ candidatureId: row.candidatureId, rank: row.rank, weight, reasons }]
    })
    .sort((a, b) => b.weight - a.weight)
}

function markReasons(
  { score }: RankedCandidature,
  { gapAlertPoints, minimumScore }: RankingInput['call']['rules'],
): readonly DebateReason[] {
  const diverges =
    gapAlertPoints === null
      ? score.gap !== null && compare(score.gap, rational(defaultGapPoints)) > 0
      : score.gapAlert
  return [
    ...(score.knockedOutBy.length > 0
      ? [{ code: 'knocked-out', criterionCodes: score.knockedOutBy } as const]
      : []),
    ...(score.belowMinimum && score.total !== null && minimumScore !== null
      ? [{ code: 'below-minimum', total: score.total, minimumScore } as const]
      : []),
    ...(diverges && score.gap !== null
      ? [
          {
            code: 'divergence',
            gap: score.gap,
            limitPoints: gapAlertPoints ?? defaultGapPoints,
            ofRules: gapAlertPoints !== null,
          } as const,
        ]
      : []),
  ]
}

function missingMarkReasons({ score }: RankedCandidature): readonly DebateReason[] {
  const marks = missingMarks(score)
  return marks.length > 0 ? [{ code: 'missing-marks', marks }] : []
}

/** By candidature, the single steps that change its award status. */
function countFragileMoves({ rows }: Pick<Robustness, 'rows'>): ReadonlyMap<string, number> {
  const count = new Map<string, number>()
  for (const { moves } of rows) {
    for (const { awardsChanged } of moves) {
      for (const { candidatureId, fromStatus, toStatus } of awardsChanged) {
        if (fromStatus !== toStatus) count.set(candidatureId, (count.get(candidatureId) ?? 0) + 1)
      }
    }
  }
  return count
}
