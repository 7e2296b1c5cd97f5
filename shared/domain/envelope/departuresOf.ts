import { type Cents, zeroCents } from '#shared/kernel/cents.ts'
import { type AllocationMoney, allocate } from './allocate.ts'
import { type AwardRules, awardBounds } from './awardBounds.ts'
import type { RankedEntry } from './rankedEntry.ts'

export type DepartureKind = 'skipped' | 'served-below-line' | 'above-rules' | 'below-viable'

export interface Departure {
  readonly candidatureId: string
  readonly kind: DepartureKind
  readonly amountCents: Cents
  /** What the rules give: the award by rank, the most, or the least viable amount, as the kind means. */
  readonly againstCents: Cents
}

/**
 * [EN16] Where a set of awards departs from the ranking and its rules, in rank order. `amounts`: by candidature id;
 * what is not there receives nothing. Each departure asks for a reason.
 *
 * - `skipped`: nothing for a selectable candidature that the allocation by rank serves, or while a worse ranked one is
 *   served that it does not (a reserved envelope goes on serving after the line).
 * - `served-below-line`: served although the allocation by rank gives it nothing.
 * - `above-rules`: more than min(request, rate, cap, most useful amount).
 * - `below-viable`: served under its least viable amount.
 */
export function departuresOf(
  rules: AllocationMoney,
  ranked: readonly RankedEntry[],
  amounts: ReadonlyMap<string, Cents>,
): readonly Departure[] {
  const byRank = allocate(rules, ranked).map(({ amountCents }) => amountCents)
  const places = ranked.map((entry, index) => ({
    entry,
    amountCents: amounts.get(entry.candidatureId) ?? zeroCents,
    byRankCents: byRank[index] ?? zeroCents,
  }))
  return places.flatMap(({ entry, amountCents, byRankCents }): readonly Departure[] => {
    const { candidatureId } = entry
    if (amountCents === 0) {
      const overtaken = places.some(
        (other) => other.amountCents > 0 && other.byRankCents === 0 && isWorse(other.entry, entry),
      )
      return entry.selectable && (byRankCents > 0 || overtaken) && canBeServed(rules, entry)
        ? [{ candidatureId, kind: 'skipped', amountCents, againstCents: byRankCents }]
        : []
    }
    const mostCents = mostByRules(rules, entry)
    const leastCents = entry.minimumViableCents ?? zeroCents
    const found: Departure[] = []
    if (byRankCents === 0)
      found.push({ candidatureId, kind: 'served-below-line', amountCents, againstCents: byRankCents })
    if (mostCents !== null && amountCents > mostCents)
      found.push({ candidatureId, kind: 'above-rules', amountCents, againstCents: mostCents })
    if (amountCents < leastCents)
      found.push({ candidatureId, kind: 'below-viable', amountCents, againstCents: leastCents })
    return found
  })
}

const isWorse = (other: RankedEntry, entry: RankedEntry): boolean =>
  entry.rank !== null && (other.rank === null || other.rank > entry.rank)

const canBeServed = (rules: AwardRules, entry: RankedEntry): boolean =>
  (awardBounds(rules, entry)?.mostCents ?? 0) > 0

/** Whatever the least viable amount; null when the request is unknown. */
function mostByRules(rules: AwardRules, entry: RankedEntry): Cents | null {
  return awardBounds(rules, { ...entry, minimumViableCents: null })?.mostCents ?? null
}
