import type { Proxy } from '../session/session.ts'
import type { Member } from './committee.ts'
import { deliberativeIds } from './deliberativeIds.ts'
import { usableProxies } from './usableProxies.ts'

/**
 * [CO8] Whose voices may be counted on an item: deliberative members in the room who are not recused, then the givers
 * of usable proxies. The vote base of A05 and of `delib.vote`.
 */
export function voterIds(room: {
  readonly members: readonly Member[]
  readonly presentIds: readonly string[]
  readonly recusedIds: readonly string[]
  readonly proxies: readonly Proxy[]
  readonly proxiesPerHolder: number
}): { readonly ids: readonly string[]; readonly proxies: readonly Proxy[] } {
  const voices = deliberativeIds(room.members)
  const present = room.presentIds.filter((id) => voices.has(id))
  const proxies = usableProxies(
    room.proxies.filter((proxy) => voices.has(proxy.giverId) && voices.has(proxy.holderId)),
    room.recusedIds,
    present,
    room.proxiesPerHolder,
  )
  const inPerson = present.filter((id) => !room.recusedIds.includes(id))
  return { ids: [...inPerson, ...proxies.map((proxy) => proxy.giverId)], proxies }
}
