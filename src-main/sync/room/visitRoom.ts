import type { RoomState } from '#shared/contract/syncAnswers.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { RoomPin, WayIn } from '../../adapters/network/networkPorts.ts'
import { freeRoomPort } from '../../adapters/network/room/freeRoomPort.ts'
import { authorityLink } from '../link/authorityLink.ts'
import { connectToRoom, enteredRoom } from './connectToRoom.ts'
import { hearRoom } from './hearRoom.ts'
import { oweRun } from './owedRuns.ts'
import { ownWay } from './ownWay.ts'
import {
  followRoom,
  forgetRoom,
  ownDeviceId,
  placeOf,
  type RoomDesk,
  shown,
  stopLines,
  unlessStopped,
} from './roomDesk.ts'
import { keepRoom, type RoomPlace, roomLog } from './roomPlace.ts'
import { prepareSuccession } from './succession.ts'

/** The line of a laptop that is in a room of another. */
export function startVisit(desk: RoomDesk): void {
  const { file, host, changed } = desk.settings
  const { sharing } = file
  const { ports } = host
  desk.link = authorityLink({
    sharing,
    ports,
    longestPauseMs,
    connect: async () => {
      const kept = placeOf(desk)
      if (kept === null) return refuse('room.none-open')
      const reached = await connectToRoom(sharing, kept, desk.visitor, ports.app)
      const now = placeOf(desk)
      if (reached.ok && now !== null && now.lease.id === kept.lease.id && !now.isHub) {
        const { pin, followed } = reached.value
        keepRoom(sharing, { ...now, pin, orderedBy: followed.authority })
      }
      return reached
    },
    tell: (event) => hearRoom(desk, event),
    onStanding: (standing) => {
      if (standing.connection !== 'connected') desk.present = []
      else unlessStopped(desk, tellOwnWay(desk))
      changed()
    },
  })
}

/** [HS16] A successor tells the room where it would be found: everybody keeps it for the day when the hub is gone. */
export async function tellOwnWay(desk: RoomDesk): Promise<void> {
  const { sharing } = desk.settings.file
  const kept = placeOf(desk)
  if (kept === null || kept.isHub || !kept.lease.successors.includes(ownDeviceId(desk))) return
  const port = kept.port === 0 ? ((await freeRoomPort()) ?? 0) : kept.port
  const now = placeOf(desk)
  if (port === 0 || now === null || now.isHub || now.lease.id !== kept.lease.id) return
  if (now.port !== port) keepRoom(sharing, { ...now, port })
  const way = ownWay(sharing, port)
  if (way === null) return
  const { device: _own, ...told } = way
  await desk.link?.exchange.ask('room-way', told)
}

/** [SY63] Another orders this room now: from here on this laptop is in it as everybody is. */
export async function followSuccessor(
  desk: RoomDesk,
  successor: { readonly device: string; readonly pin: RoomPin },
): Promise<void> {
  const kept = placeOf(desk)
  if (kept === null || !kept.isHub) return
  await stopLines(desk)
  const { device: orderedBy, pin } = successor
  keepRoom(desk.settings.file.sharing, { ...kept, isHub: false, port: 0, pin, orderedBy, wasHub: true })
  startVisit(desk)
  desk.settings.changed()
}

/** On a local network a knock costs nothing, and people wait. */
const longestPauseMs = 10_000

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
  const { lease, orderedBy, seed } = entered.value
  desk.ended = null
  // Before anything of the room is taken: what it did is done again on what was there before it.
  await prepareSuccession(file, lease, centre(), seed)
  const again = before !== null && before.lease.id === lease.id ? before : null
  if (before?.wasHub && again === null) oweRun(sharing, before.lease.id)
  const kept: RoomPlace = {
    ...{ lease, isHub: false, standing: 'open', pin: pin.value, orderedBy },
    ...{ port: again?.port ?? 0, ways: again?.ways ?? [], wasHub: again?.wasHub ?? false },
  }
  keepRoom(sharing, kept)
  const followed = followRoom(desk, roomLog(kept))
  if (!followed.ok) return followed
  startVisit(desk)
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
