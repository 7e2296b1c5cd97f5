import type { Proxy } from '../session/session.ts'

/**
 * [CO4] The proxies that carry a voice at this moment, in the order they were recorded: the giver is away, the holder
 * is in the room, neither is recused on the item, and a holder carries no more than the committee allows: one by law
 * (L2121-20, R133-9), more where its règlement says so. One whose giver comes back sleeps as long as he is there.
 */
export function usableProxies(
  proxies: readonly Proxy[],
  recusedIds: readonly string[],
  presentIds: readonly string[],
  proxiesPerHolder: number,
): readonly Proxy[] {
  const recused = new Set(recusedIds)
  const present = new Set(presentIds)
  const carried = new Map<string, number>()
  const given = new Set<string>()
  return proxies.filter(({ giverId, holderId }) => {
    const carriedByHolder = carried.get(holderId) ?? 0
    const usable =
      giverId !== holderId &&
      !present.has(giverId) &&
      present.has(holderId) &&
      !recused.has(giverId) &&
      !recused.has(holderId) &&
      !given.has(giverId) &&
      carriedByHolder < proxiesPerHolder
    if (usable) {
      carried.set(holderId, carriedByHolder + 1)
      given.add(giverId)
    }
    return usable
  })
}
