import { countQuorum } from '../committee/countQuorum.ts'
import { presentIds } from './presentIds.ts'
import type { Room } from './room.ts'
import type { QuorumCount, Session } from './session.ts'

/**
 * [SE5] The quorum now: for an item (its recusals applied) or, with `candidatureId` null, for the session at large.
 * The same addition for the screen, the decision and the minutes.
 */
export function itemQuorum(session: Session, room: Room, candidatureId: string | null): QuorumCount {
  return countQuorum({
    type: room.instanceType,
    members: room.members,
    presentIds: presentIds(session),
    proxies: session.proxies,
    proxiesPerHolder: room.proxiesPerHolder,
    recusals: room.recusals.filter((recusal) => recusal.candidatureId === candidatureId),
    secondConvocation: session.secondConvocation,
  })
}
