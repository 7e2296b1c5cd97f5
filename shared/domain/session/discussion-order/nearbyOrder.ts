import { type AgendaPuzzle, exitsOf, pairsTurned } from './agendaPuzzle.ts'
import { placedOrder, respectsPlaces } from './agendaWalk.ts'
import { chainedOrder } from './chainedOrder.ts'
import { improver } from './improvedOrder.ts'

/**
 * A good order where an exact one is out of reach: improves the present order, one that chains the items sharing most,
 * and those given; shakes the best of them a fixed number of times, by a sequence of numbers that is always the same,
 * until `enough` exits; brings the best back towards the present order. Never worse than any of its starts.
 */
export function nearbyOrder(
  puzzle: AgendaPuzzle,
  starts: readonly (readonly number[])[],
  enough: number,
): readonly number[] {
  const improved = improver(puzzle)
  const present = Array.from({ length: puzzle.count }, (_, index) => index)
  const first = [present, chainedOrder(puzzle), ...starts]
    .map((start) => (respectsPlaces(puzzle, start) ? start : placedOrder(puzzle, start)))
    .map((start) => {
      const order = improved(start, null, 'exits')
      return { order, exits: exitsOf(puzzle, order), turned: pairsTurned(order) }
    })
    .reduce((best, one) =>
      one.exits < best.exits || (one.exits === best.exits && one.turned < best.turned) ? one : best,
    )
  let best: { readonly order: readonly number[]; readonly exits: number } = first
  let seed = 1
  const draw = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let shake = 0; shake < shakes && best.exits > enough; shake += 1) {
    const order = improved(placedOrder(puzzle, shaken(best.order, draw)), best.order, 'exits')
    const exits = exitsOf(puzzle, order)
    if (exits <= best.exits) best = { order, exits }
  }
  // At equal exits a shake only served to go on searching: the first order is the one nearer to the present.
  return improved(best.exits < first.exits ? best.order : first.order, null, 'nearness')
}

const shakes = 40

/** Exchanges two neighbouring stretches of the order, which no single move of the search undoes. */
function shaken(order: readonly number[], draw: (below: number) => number): readonly number[] {
  const [a = 0, b = 0, c = 0] = [draw(order.length), draw(order.length), draw(order.length)].sort(
    (x, y) => x - y,
  )
  return [...order.slice(0, a), ...order.slice(b, c), ...order.slice(a, b), ...order.slice(c)]
}
