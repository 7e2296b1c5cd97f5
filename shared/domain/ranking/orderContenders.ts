import { compare, type Rational } from '#shared/kernel/rational.ts'
import type { TieBreaker } from '../call/call.ts'
import { tieBreakerCode } from '../call/tieBreakerCode.ts'
import { breakTie } from './breakTie.ts'
import type { Contender } from './contender.ts'
import type { RankedCandidature } from './ranking.ts'

export interface Place extends Pick<RankedCandidature, 'rank' | 'tiedWith' | 'decidedBy'> {
  readonly contender: Contender
}

/**
 * [RK2] [RK3] Contenders in rank order by exact total then tie-breakers, competition ranks (1, 2, 2, 4); the unranked
 * last, by number. Within a tie rows follow the candidature number, which decides nothing: the rank is shared.
 */
export function orderContenders(
  contenders: readonly Contender[],
  tieBreakers: readonly TieBreaker[],
): readonly Place[] {
  const byNumber = [...contenders].sort((a, b) => a.candidature.number - b.candidature.number)
  const ranked = byNumber
    .flatMap((contender) => {
      const total = rankedTotal(contender)
      return total ? { contender, total } : []
    })
    .sort((a, b) => separation(a, b, tieBreakers).order)
  // links[i] tells what separates row i from row i + 1.
  const links = ranked.slice(1).map((lower, index) => separation(ranked[index] ?? lower, lower, tieBreakers))
  const ranks: number[] = []
  ranked.forEach((_, index) => {
    ranks.push(links[index - 1]?.order === 0 ? (ranks[index - 1] ?? 1) : index + 1)
  })
  const idsByRank = Map.groupBy(
    ranked.map(({ contender }, index) => ({ id: contender.candidature.id, rank: ranks[index] })),
    ({ rank }) => rank,
  )
  return [
    ...ranked.map(({ contender }, index): Place => {
      const sharing = idsByRank.get(ranks[index]) ?? []
      return {
        contender,
        rank: ranks[index] ?? null,
        tiedWith: sharing.map(({ id }) => id).filter((id) => id !== contender.candidature.id),
        decidedBy: links[index - 1]?.by ?? links[index]?.by ?? null,
      }
    }),
    ...byNumber
      .filter((contender) => rankedTotal(contender) === null)
      .map((contender): Place => ({ contender, rank: null, tiedWith: [], decidedBy: null })),
  ]
}

const rankedTotal = ({ score }: Contender): Rational | null => (score.notRanked === null ? score.total : null)

/** [RK2] [RK3] Negative when the first stands before the second, zero when they share their rank. Both are ranked. */
export function precedence(a: Contender, b: Contender, tieBreakers: readonly TieBreaker[]): number {
  const [first, second] = [rankedTotal(a), rankedTotal(b)]
  if (first === null || second === null) throw new Error('an unranked candidature has no place')
  return separation({ contender: a, total: first }, { contender: b, total: second }, tieBreakers).order
}

interface Scored {
  readonly contender: Contender
  readonly total: Rational
}

interface Separation {
  /** Negative: the first comes before; zero: they share their rank. */
  readonly order: number
  /** Code of the tie-breaker that separated two equal totals, else null. */
  readonly by: string | null
}

function separation(a: Scored, b: Scored, tieBreakers: readonly TieBreaker[]): Separation {
  const byTotal = compare(b.total, a.total)
  if (byTotal !== 0) return { order: byTotal, by: null }
  for (const tieBreaker of tieBreakers) {
    const order = breakTie(tieBreaker, a.contender, b.contender)
    if (order !== 0) return { order, by: tieBreakerCode(tieBreaker) }
  }
  return { order: 0, by: null }
}
