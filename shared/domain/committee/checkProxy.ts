import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Proxy } from '../session/session.ts'
import type { Member } from './committee.ts'
import { deliberativeIds } from './deliberativeIds.ts'

/**
 * [CO5] Whether a proxy may be recorded beside the others.
 *
 * Refusals: `proxy.self`, `proxy.not-entitled` (giver or holder without deliberative voice), `proxy.already-given`,
 * `proxy.cap` with `cap` (the holder already carries as many as the committee allows, A03), `proxy.chain` (the holder is away and gave his own voice, or the
 * giver carries somebody else's), `proxy.giver-present` (the giver sits in the room: key the departure first).
 */
export function checkProxy(
  recorded: readonly Proxy[],
  proxy: Proxy,
  room: {
    readonly members: readonly Member[]
    readonly presentIds: readonly string[]
    readonly proxiesPerHolder: number
  },
): Result<null> {
  const { giverId, holderId } = proxy
  const voices = deliberativeIds(room.members)
  if (giverId === holderId) return refuse('proxy.self', { giverId })
  const withoutVoice = [giverId, holderId].find((id) => !voices.has(id))
  if (withoutVoice !== undefined) return refuse('proxy.not-entitled', { memberId: withoutVoice })
  const given = recorded.find((other) => other.giverId === giverId)
  if (given) return refuse('proxy.already-given', { giverId, holderId: given.holderId })
  const carried = recorded.filter((other) => other.holderId === holderId)
  if (carried.length >= room.proxiesPerHolder) {
    return refuse('proxy.cap', { holderId, carried: carried.length, cap: room.proxiesPerHolder })
  }
  const chained = recorded.find((other) => other.giverId === holderId || other.holderId === giverId)
  if (chained) return refuse('proxy.chain', { giverId: chained.giverId, holderId: chained.holderId })
  if (room.presentIds.includes(giverId)) return refuse('proxy.giver-present', { giverId })
  return ok(null)
}
