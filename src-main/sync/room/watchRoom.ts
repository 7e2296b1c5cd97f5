import type { RoomState } from '#shared/contract/syncAnswers.ts'
import { giveBack } from './bringHome.ts'
import { successorFound } from './connectToRoom.ts'
import { placeOf, type RoomDesk, unlessStopped } from './roomDesk.ts'
import type { RoomPlace } from './roomPlace.ts'
import { leaseEnds } from './roomState.ts'
import { startHub } from './startHub.ts'
import { followSuccessor, tellOwnWay } from './visitRoom.ts'

/** What a room does by itself as time passes. Answers what stops it. */
export function watchRoom(desk: RoomDesk): () => void {
  const { host, centre, changed } = desk.settings
  const { ports } = host
  let known = ports.addresses()
  let ends: RoomState['lease']['ends'] | null = null
  const stopAsking = ports.timers.every(askAgainMs, () => {
    const kept = placeOf(desk)
    // What could not go back yet: the commit that opened an emergency lease may be on a laptop that is not there.
    if (kept?.standing === 'returning' && centre() !== null) unlessStopped(desk, giveBack(desk, kept))
    const now = kept === null ? null : leaseEnds(kept.lease, ports.clock.nowMs())
    if (now !== ends) changed()
    ends = now
    const found = ports.addresses()
    if (found === known) return
    known = found
    desk.hub?.exchange.moved()
    if (desk.link?.standing().connection === 'connected') unlessStopped(desk, tellOwnWay(desk))
  })
  const stopLooking = ports.timers.every(lookAgainMs, () => unlessStopped(desk, giveWay(desk)))
  return () => {
    stopAsking()
    stopLooking()
  }
}

/** The hub of an earlier run goes on, unless the room went on without it meanwhile [SY63]. */
export async function resumeHub(desk: RoomDesk, kept: RoomPlace): Promise<void> {
  const { file, host } = desk.settings
  const successor = await successorFound(file.sharing, kept, desk.visitor, host.ports.app, true)
  if (desk.isStopped) return
  if (successor === null) await startHub(desk, kept)
  else await followSuccessor(desk, successor)
}

/** A hub whose network was away: those whom it does not see may have gone on under a successor. */
async function giveWay(desk: RoomDesk): Promise<void> {
  const { file, host } = desk.settings
  const kept = placeOf(desk)
  if (desk.hub === null || kept === null || kept.standing !== 'open') return
  const here = new Set(desk.hub.exchange.peers().map(({ device }) => device))
  const away = { ...kept, ways: kept.ways.filter(({ device }) => !here.has(device)) }
  const successor = await successorFound(file.sharing, away, desk.visitor, host.ports.app, false)
  if (successor !== null && desk.hub !== null && !desk.isStopped) await followSuccessor(desk, successor)
}

const askAgainMs = 5_000
const lookAgainMs = 15_000
