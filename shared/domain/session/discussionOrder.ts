import { agendaPuzzle, exitsOf } from './discussion-order/agendaPuzzle.ts'
import { respectsPlaces } from './discussion-order/agendaWalk.ts'
import { exactOrder } from './discussion-order/exactOrder.ts'
import { leastExits } from './discussion-order/leastExits.ts'
import { nearbyOrder } from './discussion-order/nearbyOrder.ts'
import { orderUnder } from './discussion-order/orderUnder.ts'

/** An item of the agenda as far as its place is concerned. */
export interface OrderItem {
  readonly id: string
  /** Items of one theme stay together; empty: of no theme. */
  readonly theme: string
  /** Recused members who are in the room: they leave for this item. */
  readonly recusedIds: readonly string[]
  /** The hour, "HH:MM", at which a guest is awaited; null when nobody is. */
  readonly slot: { readonly at: string } | null
  readonly plannedMinutes: number
}

export interface DiscussionAgenda {
  /** In their present order. */
  readonly items: readonly OrderItem[]
  /** "HH:MM" */
  readonly startsAt: string
  /** Decided or under way: they come first, in their present order, and nothing is counted for them any more. */
  readonly fixedIds: readonly string[]
}

export interface DiscussionOrder {
  readonly itemIds: readonly string[]
  /** Times a member will leave the room from now on, in the present order. */
  readonly exitsNow: number
  readonly exitsProposed: number
  /** True when it is proved that no order that respects the places has fewer exits. */
  readonly exact: boolean
}

/**
 * [SE20] The order in which recused members leave and come back as seldom as possible. Themes stay whole, guests come
 * at the first place at or after their hour (`agendaWalk`); among equal numbers of exits the order nearest to the
 * present one, by the number of pairs turned round. Never worse than a present order that respects the places. Exact
 * for small sessions or when a bound proves it; a local search otherwise, the same on every machine.
 */
export function discussionOrder(agenda: DiscussionAgenda): DiscussionOrder {
  const fixedIds = new Set(agenda.fixedIds)
  const fixed = agenda.items.filter((item) => fixedIds.has(item.id))
  const movable = agenda.items.filter((item) => !fixedIds.has(item.id))
  const puzzle = agendaPuzzle(fixed, movable, agenda.startsAt)
  const present = movable.map((_, index) => index)
  const found = bestOrder(puzzle, present)
  return {
    itemIds: [...fixed, ...found.order.flatMap((index) => movable[index] ?? [])].map((item) => item.id),
    exitsNow: exitsOf(puzzle, present),
    exitsProposed: exitsOf(puzzle, found.order),
    exact: found.exact,
  }
}

function bestOrder(
  puzzle: ReturnType<typeof agendaPuzzle>,
  present: readonly number[],
): { readonly order: readonly number[]; readonly exact: boolean } {
  const floor = leastExits(puzzle)
  if (respectsPlaces(puzzle, present) && exitsOf(puzzle, present) === floor)
    return { order: present, exact: true }
  const exact = exactOrder(puzzle)
  if (exact) return { order: exact, exact: true }
  const near = nearbyOrder(puzzle, [], floor)
  const exits = exitsOf(puzzle, near)
  if (exits === floor) return { order: near, exact: true }
  const under = orderUnder(puzzle, exits)
  if (under === 'none' || under === 'unknown') return { order: near, exact: under === 'none' }
  return { order: nearbyOrder(puzzle, [under], exitsOf(puzzle, under)), exact: true }
}
