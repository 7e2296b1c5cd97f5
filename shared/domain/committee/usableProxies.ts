import type { Proxy } from '../session/session.ts'
import type { InstanceType } from './committee.ts'

/**
 * [CO4] The proxies that carry a voice at this moment, in the order they were recorded: the giver is away, the holder
 * is in the room, neither is recused on the item, and a holder carries one at most (L2121-20, R133-9). The instance
 * type is part of the signature because a règlement may one day allow more; today all five allow one.
 */
export function usableProxies(
  proxies: readonly Proxy[],
  recusedIds: readonly string[],
  presentIds: readonly string[],
  type: InstanceType,
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
      carriedByHolder < proxiesPerHolder(type)
    if (usable) {
      carried.set(holderId, carriedByHolder + 1)
      given.add(giverId)
    }
    return usable
  })
}

function proxiesPerHolder(_type: InstanceType): number {
  return 1
}
