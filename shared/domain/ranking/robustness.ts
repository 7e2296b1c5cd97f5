import type { Cents } from '#shared/kernel/cents.ts'
import { candidatureScorer } from '../scoring/candidatureScorer.ts'
import type { Contender } from './contender.ts'
import { contendersOf } from './contendersOf.ts'
import { type MarkStep, markSteps, withStep } from './markSteps.ts'
import { orderContenders, precedence } from './orderContenders.ts'
import { placeUnderEnvelope } from './placeUnderEnvelope.ts'
import type { Award, RankedCandidature } from './ranking.ts'
import type { RankingInput } from './rankingInput.ts'
import { stepCannotMatter } from './stepCannotMatter.ts'

export interface Robustness {
  /** Candidatures with a mark whose single step changes something, in rank order. */
  readonly rows: readonly { readonly candidatureId: string; readonly moves: readonly RankMove[] }[]
  /** Candidatures whose award status would be another after a single step of one mark, theirs or not, in rank order. */
  readonly fragileAwards: readonly string[]
}

/** A step that changes a rank or an award, and what it changes. */
export interface RankMove extends MarkStep {
  /** Of the candidature marked. */
  readonly newRank: number
  readonly newAwardCents: Cents
  /** Others whose rank changes, ties made and broken included, in rank order. */
  readonly otherRanksChanged: readonly string[]
  /** Whoever's award changes, the candidature marked included, in rank order. */
  readonly awardsChanged: readonly AwardChange[]
}

export interface AwardChange {
  readonly candidatureId: string
  readonly fromCents: Cents
  readonly toCents: Cents
  readonly fromStatus: Award['status']
  readonly toStatus: Award['status']
}

/** [RK8] Which rank or award of the call would change if one mark of one counted sheet moved by one step. */
export function robustness(input: RankingInput): Robustness {
  const { rankedIds, movesOf } = robustnessReader(input)
  const rows = rankedIds
    .map((candidatureId) => ({ candidatureId, moves: movesOf(candidatureId) }))
    .filter(({ moves }) => moves.length > 0)
  return { rows, fragileAwards: fragileAwards(rankedIds, rows) }
}

/** Candidatures whose award status changes in some move, in rank order. */
export function fragileAwards(rankedIds: readonly string[], rows: Robustness['rows']): readonly string[] {
  const changed = new Set(
    rows.flatMap(({ moves }) =>
      moves.flatMap(({ awardsChanged }) =>
        awardsChanged.flatMap((one) => (one.fromStatus === one.toStatus ? [] : one.candidatureId)),
      ),
    ),
  )
  return rankedIds.filter((id) => changed.has(id))
}

/**
 * The same, candidature by candidature, for a host that must answer in between. Nothing is approximated: a step is
 * set aside unplaced only when it cannot matter, and what a placing gives depends on the place, the ties and whether
 * the rules set the candidature aside, so that each of these is placed once.
 */
export function robustnessReader(input: RankingInput): {
  readonly rankedIds: readonly string[]
  readonly movesOf: (candidatureId: string) => readonly RankMove[]
} {
  const { rules } = input.call
  const contenders = contendersOf(input)
  const before = placeUnderEnvelope(contenders, rules)
  const ranked = orderContenders(contenders, rules.tieBreakers)
    .filter(({ rank }) => rank !== null)
    .map(({ contender }) => contender)
  const score = candidatureScorer(input.grid, rules)
  const sheetsOf = Map.groupBy(input.sheets, (sheet) => sheet.candidatureId)
  const recusalsOf = Map.groupBy(input.recusals, (recusal) => recusal.candidatureId)

  const movesOf = (candidatureId: string): readonly RankMove[] => {
    const place = ranked.findIndex(({ candidature }) => candidature.id === candidatureId)
    const contender = ranked[place]
    if (contender === undefined) return []
    const sheets = sheetsOf.get(candidatureId) ?? []
    const recusals = recusalsOf.get(candidatureId) ?? []
    const others = ranked.toSpliced(place, 1)
    const standing = (one: Contender): string => standingAmong(others, one, rules.tieBreakers)
    const neighbours = [ranked[place - 1], ranked[place + 1]].flatMap((one) => one ?? [])
    const cannotMatter = stepCannotMatter(input.grid, rules, contender.score, neighbours)
    const unchanged = standing(contender)
    const changesAt = new Map<string, Changes>()
    return markSteps(input.grid, sheets, contender.score).flatMap((step): readonly RankMove[] => {
      if (cannotMatter(step)) return []
      const rescored = score(withStep(sheets, step), recusals)
      const moved = { ...contender, score: { ...rescored, notRanked: contender.score.notRanked } }
      const stands = standing(moved)
      if (stands === unchanged) return []
      const changes =
        changesAt.get(stands) ??
        changesBetween(
          before,
          placeUnderEnvelope(
            contenders.map((one) => (one === contender ? moved : one)),
            rules,
          ),
          candidatureId,
        )
      changesAt.set(stands, changes)
      const { rankChanged, ...move } = changes
      const matters = rankChanged || move.otherRanksChanged.length > 0 || move.awardsChanged.length > 0
      return matters ? [{ ...step, ...move }] : []
    })
  }
  return { rankedIds: ranked.map(({ candidature }) => candidature.id), movesOf }
}

/** How many of the others stand before, how many share the rank, and whether the rules set it aside. */
function standingAmong(
  others: readonly Contender[],
  one: Contender,
  tieBreakers: RankingInput['call']['rules']['tieBreakers'],
): string {
  const firstNot = (stays: (order: number) => boolean): number => {
    let [low, high] = [0, others.length]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      const other = others[middle]
      if (other && stays(precedence(other, one, tieBreakers))) low = middle + 1
      else high = middle
    }
    return low
  }
  const aside = one.score.knockedOutBy.length > 0 || one.score.belowMinimum
  return `${firstNot((order) => order < 0)}/${firstNot((order) => order <= 0)}/${aside}`
}

type Changes = Omit<RankMove, keyof MarkStep> & { readonly rankChanged: boolean }

function changesBetween(
  before: readonly RankedCandidature[],
  after: readonly RankedCandidature[],
  candidatureId: string,
): Changes {
  const rowAfter = new Map(after.map((row) => [row.candidatureId, row]))
  const pairs = before.map((row) => ({ row, now: rowAfter.get(row.candidatureId) ?? row }))
  const own = pairs.find(({ row }) => row.candidatureId === candidatureId)
  if (own === undefined || own.now.rank === null) throw new Error(`${candidatureId} lost its rank by a step`)
  return {
    newRank: own.now.rank,
    newAwardCents: own.now.award.amountCents,
    rankChanged: own.now.rank !== own.row.rank,
    otherRanksChanged: pairs
      .filter(({ row, now }) => row.candidatureId !== candidatureId && row.rank !== now.rank)
      .map(({ row }) => row.candidatureId),
    awardsChanged: pairs
      .filter(
        ({ row, now }) =>
          row.award.status !== now.award.status || row.award.amountCents !== now.award.amountCents,
      )
      .map(({ row, now }) => ({
        candidatureId: row.candidatureId,
        fromCents: row.award.amountCents,
        toCents: now.award.amountCents,
        fromStatus: row.award.status,
        toStatus: now.award.status,
      })),
  }
}
