import type { AgendaPuzzle } from './agendaPuzzle.ts'

/** Goes through an agenda item by item and knows, at each moment, which item may come next. */
export interface AgendaWalk {
  readonly mayTake: (item: number) => boolean
  readonly take: (item: number) => void
  /** Takes back the last `take`. */
  readonly back: () => void
}

/**
 * [SE21] Which place an item may have; at least one item always may come next.
 *
 * 1. A theme that is open is finished first (that of the last fixed item too).
 * 2. Guests come by hour. A guest whose hour has come (planned start of the place ≥ hour) is the next item; a guest
 *    with a theme opens it, and within a theme it comes as soon as its hour has come.
 * 3. A guest is not heard before the hour while something else may be: ordinary items go first. A theme with guests
 *    is opened early only when its own items last until the hour of each of its guests.
 * 4. Where these contradict each other, the theme prevails over the order of the guests, and both over the hour.
 */
export function agendaWalk(puzzle: AgendaPuzzle): AgendaWalk {
  const { blocks, hours, minutes, guests } = puzzle
  const guestsOf = new Map<number, number[]>()
  for (const guest of guests) {
    const block = blocks[guest] ?? 0
    guestsOf.set(block, [...(guestsOf.get(block) ?? []), guest])
  }
  const isGuest = hours.map((hour) => hour !== null)
  const left = new Int32Array(puzzle.blockCount)
  const ordinaryLeft = new Int32Array(puzzle.blockCount)
  const ordinaryMinutes = new Float64Array(puzzle.blockCount)
  let outside = 0
  const count = (item: number, by: 1 | -1) => {
    const block = blocks[item] ?? 0
    left[block] = (left[block] ?? 0) + by
    if (isGuest[item]) return
    ordinaryLeft[block] = (ordinaryLeft[block] ?? 0) + by
    ordinaryMinutes[block] = (ordinaryMinutes[block] ?? 0) + by * (minutes[item] ?? 0)
    if (!guestsOf.has(block)) outside += by
  }
  for (let item = 0; item < puzzle.count; item += 1) count(item, 1)
  const taken: number[] = []
  const gone = new Uint8Array(puzzle.count)
  let now = puzzle.beginsAt

  const openBlock = (): number | null => {
    const last = taken.at(-1)
    const block = last === undefined ? puzzle.openBlock : (blocks[last] ?? 0)
    return block !== null && (left[block] ?? 0) > 0 ? block : null
  }
  const firstOf = (list: readonly number[]): number | undefined => {
    for (const guest of list) if (!gone[guest]) return guest
    return undefined
  }
  const isDue = (guest: number): boolean => (hours[guest] ?? 0) <= now
  const mayTakeInBlock = (item: number, block: number): boolean => {
    const guest = firstOf(guestsOf.get(block) ?? [])
    if (guest === undefined) return true
    if (isDue(guest)) return item === guest
    return isGuest[item] ? item === guest && ordinaryLeft[block] === 0 : true
  }
  const lastsUntilItsGuests = (block: number): boolean => {
    let at = now + (ordinaryMinutes[block] ?? 0)
    for (const guest of guestsOf.get(block) ?? []) {
      if (gone[guest]) continue
      if (at < (hours[guest] ?? 0)) return false
      at += minutes[guest] ?? 0
    }
    return true
  }
  return {
    mayTake: (item) => {
      if (gone[item]) return false
      const block = blocks[item] ?? 0
      const open = openBlock()
      if (open !== null) return block === open && mayTakeInBlock(item, block)
      const guest = firstOf(guests)
      if (guest === undefined) return true
      if (block !== blocks[guest]) return !isDue(guest) && !guestsOf.has(block)
      return (isDue(guest) || outside === 0 || lastsUntilItsGuests(block)) && mayTakeInBlock(item, block)
    },
    take: (item) => {
      count(item, -1)
      gone[item] = 1
      now += minutes[item] ?? 0
      taken.push(item)
    },
    back: () => {
      const item = taken.pop()
      if (item === undefined) return
      count(item, 1)
      gone[item] = 0
      now -= minutes[item] ?? 0
    },
  }
}

export function respectsPlaces(puzzle: AgendaPuzzle, order: readonly number[]): boolean {
  const walk = agendaWalk(puzzle)
  return order.every((item) => {
    const allowed = walk.mayTake(item)
    if (allowed) walk.take(item)
    return allowed
  })
}

/** The order nearest to a wished one that respects the places: at each moment the first that may come. */
export function placedOrder(puzzle: AgendaPuzzle, wished: readonly number[]): readonly number[] {
  const walk = agendaWalk(puzzle)
  const waiting = [...wished]
  return wished.map(() => {
    const place = waiting.findIndex(walk.mayTake)
    const [item] = waiting.splice(place, 1)
    if (place < 0 || item === undefined) throw new Error('no item of the agenda may come next')
    walk.take(item)
    return item
  })
}
