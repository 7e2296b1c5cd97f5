import { cents, zeroCents } from '#shared/kernel/cents.ts'
import type { AllocationRules } from '../call/call.ts'
import type { Award } from '../ranking/ranking.ts'
import type { FundingFacts } from './admits.ts'
import { type AwardBounds, type AwardRequest, type AwardRules, awardBounds } from './awardBounds.ts'
import type { FundingLine } from './envelope.ts'
import type { Given, MoneyRules } from './envelopeBalance.ts'
import { type FundingPlan, fundingPlan } from './fundingPlan.ts'

export interface AllocationEntry extends AwardRequest, FundingFacts {
  /** Equal ranks are tied and share their fate at the cut line; null when not ranked. */
  readonly rank: number | null
  /** False for what the rules set aside: knocked out, below the minimum, not ranked. */
  readonly selectable: boolean
}

export type AllocationMoney = AwardRules & MoneyRules & Pick<AllocationRules, 'atCutLine'>

export interface FundedAward extends Award {
  /** Which envelopes bring the amount; empty when the money is undivided or nothing is served. */
  readonly funding: readonly FundingLine[]
}

/**
 * [EN3] [EN4] [EN13] Serves the ranked list under the envelopes and quotas; one award per entry, in the order given
 * (rank order). `given`: money that is already spent and does not move.
 *
 * The first candidature that the money it may draw on does not cover in full is the cut line of that money: it receives
 * what remains (`partial`, never under its least viable amount) or waits, and everyone after it waits for that money,
 * even where a smaller request would fit. Candidatures tied across the line are not told apart by money: all of them
 * wait unless all fit. A request of unknown amount waits without moving the line.
 */
export function allocate(
  rules: AllocationMoney,
  ranked: readonly AllocationEntry[],
  given: readonly Given[] = [],
): readonly FundedAward[] {
  const plan = fundingPlan(rules, given)
  const places = ranked.map((entry, index): Place => {
    const bounds = entry.selectable ? awardBounds(rules, entry) : null
    return { entry, key: String(index), wish: bounds && { key: String(index), entry, bounds } }
  })
  const served = new Map<string, Award>()
  for (const group of tiedGroups(places))
    serveTogether(
      rules,
      plan,
      group.flatMap(({ wish }) => wish ?? []),
      served,
    )
  // Lines are read at the end: a candidature served later may have moved them to another envelope.
  return places.map(({ entry, key }) => ({
    ...(served.get(key) ?? { ...waiting, status: entry.selectable ? 'waiting' : 'not-selected' }),
    funding: plan.fundingOf(key),
  }))
}

interface Place {
  readonly key: string
  readonly entry: AllocationEntry
  readonly wish: Wish | null
}

interface Wish {
  readonly key: string
  readonly entry: AllocationEntry
  readonly bounds: AwardBounds
}

const waiting: Award = { status: 'waiting', amountCents: zeroCents, limitedBy: null }

/** All of a tied group in full, or the one that is alone in part, or none: then the line closes their money. */
function serveTogether(
  rules: AllocationMoney,
  plan: FundingPlan,
  group: readonly Wish[],
  served: Map<string, Award>,
): void {
  // Nothing open is left to them: they wait, and whoever closed it has already drawn the line.
  const reached = group.filter(({ entry }) => plan.isOpen(entry))
  if (reached.length === 0) return
  const fits =
    reached.length === group.length &&
    group.every(({ key, entry, bounds }) => {
      const room = Math.min(bounds.mostCents, plan.underQuotas(entry))
      return room === bounds.mostCents && plan.fund(key, entry, bounds.mostCents) === bounds.mostCents
    })
  if (fits) {
    for (const { key, bounds } of group)
      served.set(key, { status: 'within', amountCents: bounds.mostCents, limitedBy: bounds.limitedBy })
    return
  }
  for (const { key, entry } of group) plan.release(key, entry)
  const [alone] = group
  if (alone !== undefined && group.length === 1) cutAt(rules, plan, alone, served)
  // A tie is for the chair: what any of them could still have had stays aside until it is settled.
  else {
    plan.closeQuotas(group.map(({ entry, bounds }) => ({ facts: entry, amountCents: bounds.mostCents })))
    plan.closeEnvelopes(reached.map(({ entry }) => entry))
  }
}

function cutAt(rules: AllocationMoney, plan: FundingPlan, wish: Wish, served: Map<string, Award>): void {
  const { key, entry, bounds } = wish
  const room = Math.max(0, Math.min(bounds.mostCents, plan.underQuotas(entry)))
  const share = plan.fund(key, entry, cents(room))
  const viable = share > 0 && share >= (entry.minimumViableCents ?? 0)
  const isServed = rules.atCutLine === 'partial-award' && viable
  if (isServed) served.set(key, { status: 'partial', amountCents: share, limitedBy: 'remaining' })
  else plan.release(key, entry)
  const missing = cents(bounds.mostCents - (isServed ? share : 0))
  plan.closeQuotas([{ facts: entry, amountCents: missing }])
  if (share < room) plan.closeEnvelopes([entry])
}

function tiedGroups(places: readonly Place[]): readonly (readonly Place[])[] {
  const groups: Place[][] = []
  for (const place of places) {
    const group = groups.at(-1)
    if (group && place.entry.rank !== null && group[0]?.entry.rank === place.entry.rank) group.push(place)
    else groups.push([place])
  }
  return groups
}
