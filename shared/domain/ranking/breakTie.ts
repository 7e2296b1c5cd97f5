import { compare, type Rational, rational } from '#shared/kernel/rational.ts'
import type { TieBreaker } from '../call/call.ts'
import type { Contender } from './contender.ts'

/**
 * [RK3] Negative when `a` comes first by this tie-breaker, zero when it does not separate them. What is unknown
 * (no mark, no date, no amount, no population) comes after what is known.
 */
export function breakTie(tieBreaker: TieBreaker, a: Contender, b: Contender): number {
  switch (tieBreaker.kind) {
    case 'criterion':
      // Highest first: the arguments are exchanged, the unknown stays last.
      return lowestFirst(a.score.byCriterion[tieBreaker.code], b.score.byCriterion[tieBreaker.code], (x, y) =>
        compare(y, x),
      )
    case 'earliest-complete':
      return lowestFirst(a.candidature.completeOn, b.candidature.completeOn, (x, y) =>
        x < y ? -1 : x > y ? 1 : 0,
      )
    case 'lowest-requested':
      return lowestFirst(a.candidature.requestedCents, b.candidature.requestedCents, (x, y) => x - y)
    case 'lowest-cost-per-inhabitant':
      return lowestFirst(costPerInhabitant(a), costPerInhabitant(b), compare)
  }
}

function lowestFirst<T>(
  a: T | null | undefined,
  b: T | null | undefined,
  order: (a: T, b: T) => number,
): number {
  const aKnown = a !== null && a !== undefined
  const bKnown = b !== null && b !== undefined
  if (aKnown && bKnown) return order(a, b)
  return aKnown ? -1 : bKnown ? 1 : 0
}

function costPerInhabitant({ candidature, population }: Contender): Rational | null {
  return candidature.requestedCents === null || population === null || population <= 0
    ? null
    : rational(candidature.requestedCents, population)
}
