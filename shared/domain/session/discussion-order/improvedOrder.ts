import { type AgendaPuzzle, before, exitsOf } from './agendaPuzzle.ts'
import { placedOrder, respectsPlaces } from './agendaWalk.ts'

/** `exits`: only fewer exits are a gain. `nearness`: at equal exits, fewer pairs turned round are one too. */
export type Aim = 'exits' | 'nearness'

/**
 * A local search: moves short runs of items and whole themes, turns stretches round, as long as that gains. Exits =
 * members leaving in all − members shared by neighbours, and sharing reads the same in both directions, so that a
 * move is judged by the few seams it opens and closes. `from` is an order already searched: only items whose
 * neighbours changed since are looked at. Where guests are awaited each move is played with them at their hours, and
 * all searches of one improver share a fixed number of such trials.
 */
export function improver(
  puzzle: AgendaPuzzle,
): (start: readonly number[], from: readonly number[] | null, aim: Aim) => readonly number[] {
  const trials = { exits: mostTrials, nearness: mostTrials }
  return (start, from, aim) => {
    let order = start
    const toLookAt = new Set(from ? changedItems(from, start) : start)
    for (const item of toLookAt) {
      toLookAt.delete(item)
      const better = betterFrom(
        { puzzle, order, seams: seamsOf(puzzle, order), aim, trials },
        order.indexOf(item),
      )
      if (!better) continue
      for (const changed of changedItems(order, better)) toLookAt.add(changed)
      order = better
    }
    return order
  }
}

const mostTrials = 1_000

interface Search {
  readonly puzzle: AgendaPuzzle
  readonly order: readonly number[]
  /** `seams[place]`: two different blocks meet before that place. */
  readonly seams: readonly boolean[]
  readonly aim: Aim
  readonly trials: Record<Aim, number>
}

/** A better order made by moving or turning the run that begins at a place; null when there is none. */
function betterFrom(search: Search, start: number): readonly number[] | null {
  const { order } = search
  for (const length of lengthsFrom(search, start)) {
    const end = start + length
    if (!isRun(search, start, end)) continue
    const better = carried(search, start, end, 1) ?? carried(search, start, end, -1)
    if (better) return better
  }
  for (let end = start + 2; end <= order.length; end += 1) {
    if (!isRun(search, start, end)) continue
    const gain =
      sharedAt(search, start - 1, end - 1) +
      sharedAt(search, start, end) -
      sharedAt(search, start - 1, start) -
      sharedAt(search, end - 1, end)
    if (gain <= 0) continue
    const turned = order.slice(start, end).reverse()
    const better = accepted(search, [...order.slice(0, start), ...turned, ...order.slice(end)], gain)
    if (better) return better
  }
  return null
}

/** Carries the run [start, end[ forwards (1) or backwards (-1) past its neighbours, one after the other. */
function carried(search: Search, start: number, end: number, direction: 1 | -1): readonly number[] | null {
  const { puzzle, order, seams, aim } = search
  const [first = 0, last = 0] = [order[start], order[end - 1]]
  const wholeBlocks = seams[start] === true && seams[end] === true
  const block = puzzle.blocks[first]
  const closed =
    sharedAt(search, start - 1, end) - sharedAt(search, start - 1, start) - sharedAt(search, end - 1, end)
  let turned = 0
  for (let at = (direction === 1 ? end : start) + direction; at >= 0 && at <= order.length; at += direction) {
    const passed = order[direction === 1 ? at - 1 : at] ?? 0
    if (!wholeBlocks && puzzle.blocks[passed] !== block) return null
    for (let place = start; place < end; place += 1) {
      turned += direction * ((order[place] ?? 0) < passed ? 1 : -1)
    }
    if (wholeBlocks && !seams[at]) continue
    const [left, right] = [order[at - 1] ?? before, order[at]]
    const opened = right === undefined ? 0 : puzzle.shared(left, right)
    const asIs = puzzle.shared(left, first) + (right === undefined ? 0 : puzzle.shared(last, right))
    const reversed = puzzle.shared(left, last) + (right === undefined ? 0 : puzzle.shared(first, right))
    const gain = Math.max(asIs, reversed) - opened + closed
    if (gain < 0 || (gain === 0 && (aim === 'exits' || turned >= 0 || asIs < reversed))) continue
    const run = order.slice(start, end)
    const candidate = [...order.slice(0, start), ...order.slice(end)]
    candidate.splice(direction === 1 ? at - run.length : at, 0, ...(reversed > asIs ? run.reverse() : run))
    const better = accepted(search, candidate, gain)
    if (better) return better
  }
  return null
}

/** The candidate, its guests put back at their hours when it has fewer exits, if it still is a gain. */
function accepted(search: Search, candidate: readonly number[], gain: number): readonly number[] | null {
  const { puzzle, order, aim, trials } = search
  if (puzzle.guests.length > 0) {
    if (trials[aim] === 0) return null
    trials[aim] -= 1
  }
  if (respectsPlaces(puzzle, candidate)) return candidate
  if (gain === 0) return null
  const placed = placedOrder(puzzle, candidate)
  return exitsOf(puzzle, placed) < exitsOf(puzzle, order) ? placed : null
}

/** Items whose neighbours differ from one order to the other, and the two before them: runs begin there. */
function changedItems(from: readonly number[], to: readonly number[]): readonly number[] {
  const next = new Map(from.map((item, place) => [item, from[place + 1]]))
  const changed = new Set<number>()
  to.forEach((item, place) => {
    if (next.get(item) === to[place + 1]) return
    for (let near = place - longestRun + 1; near <= place + 1; near += 1) {
      const neighbour = to[near]
      if (neighbour !== undefined) changed.add(neighbour)
    }
  })
  return [...changed]
}

const longestRun = 3

/** Short runs, and the rest of the block. */
function lengthsFrom({ puzzle, order }: Search, start: number): readonly number[] {
  const block = puzzle.blocks[order[start] ?? 0]
  let length = 1
  while (puzzle.blocks[order[start + length] ?? before] === block) length += 1
  const most = Math.min(longestRun, order.length - start)
  return [...new Set([...Array.from({ length: most }, (_, index) => index + 1), length])]
}

const seamsOf = (puzzle: AgendaPuzzle, order: readonly number[]): readonly boolean[] =>
  Array.from(
    { length: order.length + 1 },
    (_, place) =>
      place === 0 ||
      place === order.length ||
      puzzle.blocks[order[place - 1] ?? 0] !== puzzle.blocks[order[place] ?? 0],
  )

/** Whole blocks, or a part of one. */
const isRun = ({ puzzle, order, seams }: Search, start: number, end: number): boolean =>
  (seams[start] === true && seams[end] === true) ||
  puzzle.blocks[order[start] ?? 0] === puzzle.blocks[order[end - 1] ?? 0]

const sharedAt = ({ puzzle, order }: Search, left: number, right: number): number => {
  const [a, b] = [left < 0 ? before : order[left], order[right]]
  return a === undefined || b === undefined ? 0 : puzzle.shared(a, b)
}
