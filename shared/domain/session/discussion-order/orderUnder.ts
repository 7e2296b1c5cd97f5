import { type AgendaPuzzle, before } from './agendaPuzzle.ts'

/**
 * An order with fewer exits than a known one: the fewest there are, or `none` when it is proved that there are none, or
 * `unknown` when a guest is awaited or the proof would take too long.
 *
 * To bring an item beside its twin (same theme, same recused members) never adds an exit: twins are taken as one, and
 * those whom nobody leaves for, out of any theme, wait at the end. Sets of twins done grow one by one; a beginning
 * that cannot end under the known number is dropped.
 */
export function orderUnder(puzzle: AgendaPuzzle, exits: number): readonly number[] | 'none' | 'unknown' {
  const { kinds, idle } = twinsOf(puzzle)
  if (puzzle.guests.length > 0 || kinds.length > mostKinds) return 'unknown'
  const atLeast = remainingExits(puzzle, kinds)
  const all = 2 ** kinds.length - 1
  const themeOf = kinds.map((kind) => themeMask(puzzle, kinds, puzzle.blocks[kind[0] ?? 0]))
  const openTheme = themeMask(puzzle, kinds, puzzle.openBlock ?? undefined)
  let beginnings: ReadonlyMap<number, Beginning> = new Map([
    [0, { done: 0, last: before, exits: 0, previous: null }],
  ])
  let looked = 0
  for (let place = 0; place < kinds.length; place += 1) {
    const next = new Map<number, Beginning>()
    for (const beginning of beginnings.values()) {
      const theme = beginning.last === before ? openTheme : (themeOf[beginning.last] ?? 0)
      const left = all & ~beginning.done
      const allowed = (left & theme) === 0 ? left : left & theme
      looked += kinds.length
      if (looked > mostLooked) return 'unknown'
      for (let kind = 0; kind < kinds.length; kind += 1) {
        if ((allowed & (1 << kind)) === 0) continue
        const item = kinds[kind]?.[0] ?? 0
        const last = beginning.last === before ? before : (kinds[beginning.last]?.[0] ?? before)
        const spent = beginning.exits + (puzzle.sizes[item] ?? 0) - puzzle.shared(last, item)
        const done = beginning.done | (1 << kind)
        if (spent + atLeast(all & ~done, item) >= exits) continue
        const key = done * mostKinds + kind
        const known = next.get(key)
        if (!known || spent < known.exits)
          next.set(key, { done, last: kind, exits: spent, previous: beginning })
      }
    }
    beginnings = next
  }
  const ends = [...beginnings.values()].sort((a, b) => a.exits - b.exits)
  const [end] = ends
  if (end === undefined || end.exits >= exits) return 'none'
  const order: number[] = []
  for (let step: Beginning | null = end; step && step.last !== before; step = step.previous) {
    order.unshift(...(kinds[step.last] ?? []))
  }
  return [...order, ...idle]
}

interface Beginning {
  /** Kinds done, one bit each. */
  readonly done: number
  readonly last: number
  readonly exits: number
  readonly previous: Beginning | null
}

/** Bits of a 32-bit integer. */
const mostKinds = 30
/** Moves looked at before giving up: about a tenth of a second. */
const mostLooked = 1_500_000

function twinsOf(puzzle: AgendaPuzzle): {
  readonly kinds: readonly number[][]
  readonly idle: readonly number[]
} {
  const items = Array.from({ length: puzzle.count }, (_, index) => index)
  const isIdle = (item: number): boolean => puzzle.sizes[item] === 0 && puzzle.themed[item] === false
  return {
    kinds: [
      ...Map.groupBy(
        items.filter((item) => !isIdle(item)),
        (item) => puzzle.twinKeys[item],
      ).values(),
    ],
    idle: items.filter(isIdle),
  }
}

/** The kinds of one theme; none for what has no theme. */
function themeMask(puzzle: AgendaPuzzle, kinds: readonly number[][], block: number | undefined): number {
  return kinds.reduce((mask, [item = 0], kind) => {
    return puzzle.themed[item] && puzzle.blocks[item] === block ? mask | (1 << kind) : mask
  }, 0)
}

/** A number of exits that the kinds left cannot go under, after an item. */
function remainingExits(puzzle: AgendaPuzzle, kinds: readonly number[][]) {
  const items = kinds.map(([item = 0]) => item)
  const bestShared = items.map((item) =>
    items
      .filter((other) => other !== item)
      .map((other) => puzzle.shared(item, other))
      .concat(puzzle.shared(before, item))
      .sort((a, b) => b - a)
      .slice(0, 2)
      .reduce((sum, shared) => sum + shared, 0),
  )
  const ofMask = new Map<number, { readonly spare: number; readonly leaving: ReadonlySet<string> }>()
  return (left: number, last: number): number => {
    let known = ofMask.get(left)
    if (!known) {
      const kept = items.flatMap((item, kind) => ((left & (1 << kind)) === 0 ? [] : { item, kind }))
      known = {
        // Each seam is counted from both its ends.
        spare: kept.reduce(
          (sum, { item, kind }) => sum + 2 * (puzzle.sizes[item] ?? 0) - (bestShared[kind] ?? 0),
          0,
        ),
        leaving: new Set(kept.flatMap(({ item }) => [...(puzzle.recused[item] ?? [])])),
      }
      ofMask.set(left, known)
    }
    let distinct = known.leaving.size
    for (const member of puzzle.recused[last] ?? []) if (known.leaving.has(member)) distinct -= 1
    const bySeams = Math.ceil((known.spare - (puzzle.sizes[last] ?? 0)) / 2)
    return Math.max(distinct, bySeams)
  }
}
