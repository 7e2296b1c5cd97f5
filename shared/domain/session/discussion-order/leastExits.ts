import { type AgendaPuzzle, before } from './agendaPuzzle.ts'

/**
 * A number of exits that no order can go under: each member who has to leave does so once; and an item spares at most
 * what it shares with its two best neighbours (a chain counted from both ends).
 */
export function leastExits(puzzle: AgendaPuzzle): number {
  const items = Array.from({ length: puzzle.count }, (_, index) => index)
  const bestShared = (item: number, most: number): number => {
    let [first, second] = [0, 0]
    for (const other of item === before ? items : [before, ...items]) {
      if (other === item) continue
      const shared = puzzle.shared(item, other)
      if (shared > first) [first, second] = [shared, first]
      else if (shared > second) second = shared
    }
    return most === 2 ? first + second : first
  }
  const spared = Math.floor(
    (items.reduce((sum, item) => sum + bestShared(item, 2), 0) + bestShared(before, 1)) / 2,
  )
  const leaving = puzzle.sizes.reduce((sum, size) => sum + size, 0)
  return Math.max(puzzle.leavingCount, leaving - spared)
}
