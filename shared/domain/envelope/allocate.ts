import { addCents, type Cents, cents, zeroCents } from '#shared/kernel/cents.ts'
import type { AllocationRules } from '../call/call.ts'
import type { Award } from '../ranking/ranking.ts'
import { fullAward } from './fullAward.ts'

export interface AllocationEntry {
  /** Equal ranks are tied and share their fate at the cut line; null when not ranked. */
  readonly rank: number | null
  /** False for what the rules set aside: knocked out, below the minimum, not ranked. */
  readonly selectable: boolean
  readonly requestedCents: Cents | null
  readonly eligibleBaseCents: Cents | null
}

/**
 * [EN3] Serves the ranked list under the envelope; one award per entry, in the order given (rank order).
 *
 * The first candidature that the remaining money does not cover in full is the cut line: it receives what remains
 * (`partial-award`) or waits, and everyone after it waits, even where a smaller request would fit. Candidatures tied
 * across the line are not told apart by money: all of them wait unless all fit. A request of unknown amount waits
 * without moving the line.
 */
export function allocate(
  rules: Pick<AllocationRules, 'envelopeCents' | 'maxRateBasisPoints' | 'capCents' | 'atCutLine'>,
  ranked: readonly AllocationEntry[],
): readonly Award[] {
  const awards: Award[] = []
  let remaining: number = rules.envelopeCents ?? Number.POSITIVE_INFINITY
  let cut = false
  for (const group of tiedGroups(ranked)) {
    const wishes = group.map((entry) => wishOf(rules, entry))
    const wanted = addCents(...wishes.map((wish) => wish?.amountCents ?? zeroCents))
    const fits = !cut && wanted <= remaining
    const alone = wishes.filter((wish) => wish !== null).length === 1
    const share = !cut && !fits && alone && rules.atCutLine === 'partial-award' ? remaining : 0
    awards.push(
      ...group.map((entry, index): Award => {
        const wish = wishes[index] ?? null
        if (!entry.selectable) return { status: 'not-selected', amountCents: zeroCents, limitedBy: null }
        if (wish === null) return waiting
        if (fits) return { status: 'within', ...wish }
        return share > 0 ? { status: 'partial', amountCents: cents(share), limitedBy: 'remaining' } : waiting
      }),
    )
    if (fits) remaining -= wanted
    else cut = true
  }
  return awards
}

const waiting: Award = { status: 'waiting', amountCents: zeroCents, limitedBy: null }

function wishOf(
  rules: Parameters<typeof fullAward>[0],
  { selectable, requestedCents, eligibleBaseCents }: AllocationEntry,
): ReturnType<typeof fullAward> | null {
  return selectable && requestedCents !== null
    ? fullAward(rules, { requestedCents, eligibleBaseCents })
    : null
}

function tiedGroups(ranked: readonly AllocationEntry[]): readonly (readonly AllocationEntry[])[] {
  const groups: AllocationEntry[][] = []
  for (const entry of ranked) {
    const group = groups.at(-1)
    if (group && entry.rank !== null && group[0]?.rank === entry.rank) group.push(entry)
    else groups.push([entry])
  }
  return groups
}
