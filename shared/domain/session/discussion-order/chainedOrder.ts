import { type AgendaPuzzle, before } from './agendaPuzzle.ts'

/**
 * Items tied into chains, those sharing most recused members first, never across two themes; the chains then follow
 * the present order of their first item, beginning with the one that suits those who are out already.
 */
export function chainedOrder(puzzle: AgendaPuzzle): readonly number[] {
  const chains = new Map<number, number[]>()
  const chainOf: number[] = []
  for (let item = 0; item < puzzle.count; item += 1) {
    chains.set(item, [item])
    chainOf[item] = item
  }
  for (const { a, b } of linksOf(puzzle)) {
    const [left, right] = [chains.get(chainOf[a] ?? a), chains.get(chainOf[b] ?? b)]
    if (!left || !right || left === right || !isEnd(left, a) || !isEnd(right, b)) continue
    const joined = [
      ...(left.at(-1) === a ? left : left.toReversed()),
      ...(right[0] === b ? right : right.toReversed()),
    ]
    chains.delete(chainOf[b] ?? b)
    for (const item of joined) chainOf[item] = chainOf[a] ?? a
    chains.set(chainOf[a] ?? a, joined)
  }
  const first = (chain: readonly number[]): number => Math.min(...chain)
  const suits = (chain: readonly number[]): number => puzzle.shared(before, chain[0] ?? before)
  const ordered = [...chains.values()].sort((a, b) => first(a) - first(b))
  const opening = ordered.reduce<number[]>((best, chain) => (suits(chain) > suits(best) ? chain : best), [])
  return [...opening, ...ordered.filter((chain) => chain !== opening).flat()]
}

function linksOf(puzzle: AgendaPuzzle): readonly { readonly a: number; readonly b: number }[] {
  const links: { a: number; b: number; shared: number }[] = []
  for (let a = 0; a < puzzle.count; a += 1) {
    for (let b = a + 1; b < puzzle.count; b += 1) {
      const shared = puzzle.shared(a, b)
      const mayTouch = puzzle.blocks[a] === puzzle.blocks[b] || (isAlone(puzzle, a) && isAlone(puzzle, b))
      if (shared > 0 && mayTouch) links.push({ a, b, shared })
    }
  }
  return links.sort((x, y) => y.shared - x.shared || x.a - y.a || x.b - y.b)
}

/** An item without theme may touch any other of its kind. */
const isAlone = (puzzle: AgendaPuzzle, item: number): boolean => puzzle.themed[item] === false

const isEnd = (chain: readonly number[], item: number): boolean => chain[0] === item || chain.at(-1) === item
