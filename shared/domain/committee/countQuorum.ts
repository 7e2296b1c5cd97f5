import type { Proxy, QuorumCount } from '../session/session.ts'
import { type InstanceType, isInForce, type Member, type Recusal } from './committee.ts'
import { deliberativeIds } from './deliberativeIds.ts'
import { quorumRule } from './quorumRule.ts'
import { usableProxies } from './usableProxies.ts'

export interface RoomCount {
  readonly type: InstanceType
  readonly members: readonly Member[]
  /** Everyone in the room, recused members included: they are taken out here. */
  readonly presentIds: readonly string[]
  readonly proxies: readonly Proxy[]
  readonly proxiesPerHolder: number
  /** Recusals on the item under way; those set aside are ignored. Empty at the opening and for a free point. */
  readonly recusals: readonly Pick<Recusal, 'memberId' | 'counting' | 'status'>[]
  readonly secondConvocation: boolean
}

/**
 * [CO2] The quorum at one moment, as an addition one can read: `counted` = present − recused (+ represented where
 * proxies count), against `base` = in office − members whose recusal also leaves the denominator (CGCT L2131-11).
 * A second convocation asks none; the figures are given all the same.
 */
export function countQuorum(room: RoomCount): QuorumCount {
  const rule = quorumRule(room.type)
  const voices = deliberativeIds(room.members)
  const present = new Set(room.presentIds.filter((id) => voices.has(id)))
  const recused = new Map(
    room.recusals
      .filter((recusal) => isInForce(recusal) && voices.has(recusal.memberId))
      .map((recusal) => [recusal.memberId, recusal.counting]),
  )
  const represented = usableProxies(
    room.proxies.filter((proxy) => voices.has(proxy.giverId) && voices.has(proxy.holderId)),
    [...recused.keys()],
    [...present],
    room.proxiesPerHolder,
  ).length
  const withdrawn = [...recused.keys()].filter((id) => present.has(id)).length
  const outOfBase = [...recused.values()].filter(
    (counting) => counting === 'numerator-and-denominator',
  ).length
  const counted = present.size - withdrawn + (rule.proxiesCount ? represented : 0)
  const base = voices.size - outOfBase
  // A committee of nobody never sits: the least number is one.
  const required = Math.max(
    1,
    rule.threshold === 'more-than-half' ? Math.floor(base / 2) + 1 : Math.ceil(base / 2),
  )
  return {
    inOffice: voices.size,
    present: present.size,
    represented,
    counted,
    base,
    required,
    reached: room.secondConvocation || counted >= required,
    applies: !room.secondConvocation,
  }
}
