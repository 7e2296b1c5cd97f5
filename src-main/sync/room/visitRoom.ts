import type { RoomState } from '#shared/contract/syncAnswers.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { WayIn } from '../../adapters/network/networkPorts.ts'
import { authorityLink } from '../link/authorityLink.ts'
import { connectToRoom, enteredRoom } from './connectToRoom.ts'
import { hearRoom } from './hearRoom.ts'
import { followRoom, forgetRoom, placeOf, type RoomDesk, shown, stopLines } from './roomDesk.ts'
import { keepRoom, type RoomPlace, roomLog } from './roomPlace.ts'
import { prepareSuccession } from './succession.ts'

/** The line of a laptop that is in a room of another. */
export function startVisit(desk: RoomDesk, kept: RoomPlace): void {
  const { file, host, changed } = desk.settings
  const { ports } = host
  desk.link = authorityLink({
    sharing: file.sharing,
    ports,
    connect: () => connectToRoom(file.sharing, kept, desk.visitor, ports.app),
    tell: (event) => hearRoom(desk, event),
    onStanding: (standing) => {
      if (standing.connection !== 'connected') desk.present = []
      changed()
    },
  })
}

/**
 * By code or invitation; null: the room joined last, whose key is known. Refuses `room.already-open` on its hub, `sync.alone`,
 * `room.none-open`, and as `RoomVisitor.enter` and `enteredRoom`.
 */
export async function joinRoom(desk: RoomDesk, way: WayIn | null): Promise<Result<RoomState>> {
  const { file, host, centre } = desk.settings
  const { sharing } = file
  const before = placeOf(desk)
  if (before?.isHub) return refuse('room.already-open')
  if (sharing.device() === null || sharing.self() === null) return refuse('sync.alone')
  if (way === null) {
    if (before === null) return refuse('room.none-open')
    desk.link?.now()
    return shown(desk)
  }
  const pin = await desk.visitor.enter(way)
  if (!pin.ok) return pin
  const entered = await enteredRoom(sharing, pin.value, desk.visitor, host.ports)
  if (!entered.ok) return entered
  await stopLines(desk)
  const { lease, seed } = entered.value
  desk.ended = null
  // Before anything of the room is taken: what it did is done again on what was there before it.
  await prepareSuccession(file, lease, centre(), seed)
  const kept: RoomPlace = { lease, isHub: false, standing: 'open', port: 0, pin: pin.value }
  keepRoom(sharing, kept)
  const followed = followRoom(desk, roomLog(kept))
  if (!followed.ok) return followed
  startVisit(desk, kept)
  return shown(desk)
}

/** Refuses `room.none-open`, `room.already-open` on its hub, which closes it instead. */
export async function leaveRoom(desk: RoomDesk): Promise<Result<null>> {
  const kept = placeOf(desk)
  if (kept === null) return refuse('room.none-open')
  if (kept.isHub) return refuse('room.already-open')
  // Before its end nobody knows whether the centre will say what the room said.
  await forgetRoom(desk, kept.lease.id, true)
  return ok(null)
}
