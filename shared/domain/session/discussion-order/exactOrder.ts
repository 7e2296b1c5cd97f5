import { type AgendaPuzzle, before } from './agendaPuzzle.ts'
import { agendaWalk } from './agendaWalk.ts'

/**
 * The order with the fewest exits, then the fewest pairs turned round, then the smallest by present places; null when
 * the session is too large to be sure of it. A dynamic programme over « how many of each kind are done, which came
 * last »: twins (same theme, same recused members, same length where a guest is awaited) are interchangeable and keep
 * their present order.
 */
export function exactOrder(puzzle: AgendaPuzzle): readonly number[] | null {
  const kinds = kindsOf(puzzle)
  if (expectedEffort(puzzle, kinds) > mostEffort) return null
  const steps: number[] = []
  let states = 1
  for (const { length } of kinds) {
    steps.push(states)
    states *= length + 1
    if (states * (kinds.length + 1) > Number.MAX_SAFE_INTEGER) return null
  }
  const width = kinds.length + 1
  const known = new Map<number, number>()
  const done = new Int32Array(kinds.length)
  const below = kinds.map((kind) => itemsBelow(kind, puzzle.count))
  const walk = agendaWalk(puzzle)
  // One exit weighs more than all the pairs that can be turned round.
  const exit = (puzzle.count * (puzzle.count - 1)) / 2 + 1
  let effort = 0

  const nextOf = (kind: number): number | undefined => kinds[kind]?.[done[kind] ?? 0]
  const mayEnter = (kind: number): boolean => {
    const item = nextOf(kind)
    return item !== undefined && walk.mayTake(item)
  }
  /** Members leaving for the next item of a kind, and pairs it turns round, as one comparable number. */
  const price = (kind: number, last: number): number => {
    const item = nextOf(kind) ?? 0
    const previous = kinds[last]?.[0] ?? before
    let turned = 0
    for (let other = 0; other < kinds.length; other += 1) {
      turned += Math.max(0, (below[other]?.[item] ?? 0) - (done[other] ?? 0))
    }
    return ((puzzle.sizes[item] ?? 0) - puzzle.shared(previous, item)) * exit + turned
  }
  /** Least price of what remains, or -1 once the effort is spent. */
  const rest = (code: number, last: number): number => {
    if (code === states - 1) return 0
    const cell = code * width + last
    const found = known.get(cell)
    if (found !== undefined) return found
    effort += kinds.length
    if (effort > mostEffort) return -1
    let least = -1
    for (let kind = 0; kind < kinds.length; kind += 1) {
      if (!mayEnter(kind)) continue
      const paid = price(kind, last)
      const remaining = after(code, kind)
      if (remaining < 0) return -1
      if (least < 0 || paid + remaining < least) least = paid + remaining
    }
    known.set(cell, least)
    return least
  }

  const after = (code: number, kind: number): number => {
    const item = nextOf(kind)
    if (item === undefined) throw new Error('nothing is left of this kind')
    walk.take(item)
    done[kind] = (done[kind] ?? 0) + 1
    const remaining = rest(code + (steps[kind] ?? 0), kind)
    done[kind] = (done[kind] ?? 0) - 1
    walk.back()
    return remaining
  }

  if (rest(0, kinds.length) < 0) return null
  const order: number[] = []
  for (let code = 0, last = kinds.length; code < states - 1; ) {
    const target = rest(code, last)
    const next = kinds
      .flatMap((_, kind) => ({ kind, item: nextOf(kind) ?? puzzle.count }))
      .filter(({ kind }) => mayEnter(kind))
      .sort((a, b) => a.item - b.item)
      .find(({ kind }) => price(kind, last) + after(code, kind) === target)
    if (next === undefined) throw new Error('the programme found a price and lost its order')
    order.push(next.item)
    walk.take(next.item)
    done[next.kind] = (done[next.kind] ?? 0) + 1
    code += steps[next.kind] ?? 0
    last = next.kind
  }
  return order
}

/** Moves looked at before giving up: about a tenth of a second. */
const mostEffort = 800_000

/** Themes are done or not, but for the one that is open; what has no theme combines freely. */
function expectedEffort(puzzle: AgendaPuzzle, kinds: readonly (readonly number[])[]): number {
  const ofTheme = new Map<number, number>()
  let outside = 1
  for (const kind of kinds) {
    const item = kind[0] ?? 0
    const block = puzzle.blocks[item] ?? 0
    if (puzzle.themed[item]) ofTheme.set(block, (ofTheme.get(block) ?? 1) * (kind.length + 1))
    else outside *= kind.length + 1
  }
  const inside = [...ofTheme.values()].reduce((sum, states) => sum + states, 1)
  const lastAndNext = (kinds.length * kinds.length) / 4
  return outside * 2 ** ofTheme.size * inside * lastAndNext
}

/** Interchangeable items, each kind in its present order. */
function kindsOf(puzzle: AgendaPuzzle): readonly (readonly number[])[] {
  const timed = puzzle.guests.length > 0
  const items = Array.from({ length: puzzle.count }, (_, index) => index)
  const kinds = Map.groupBy(items, (item) =>
    puzzle.hours[item] === null
      ? `${puzzle.twinKeys[item]}${timed ? `/${puzzle.minutes[item]}` : ''}`
      : `guest/${item}`,
  )
  return [...kinds.values()]
}

/** How many items of a kind stand before each item in the present order. */
function itemsBelow(kind: readonly number[], count: number): Int32Array {
  const own = new Set(kind)
  const below = new Int32Array(count)
  for (let item = 1; item < count; item += 1) {
    below[item] = (below[item - 1] ?? 0) + (own.has(item - 1) ? 1 : 0)
  }
  return below
}
