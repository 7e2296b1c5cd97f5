import type { RoomReturn, RoomState } from '#shared/contract/syncAnswers.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import { roomPort } from '../../adapters/network/room/roomPort.ts'
import { learnDirectory } from '../centre/learnDirectory.ts'
import { giveBack } from './bringHome.ts'
import { connectToRoom } from './connectToRoom.ts'
import type { HubRoom } from './hubRoom.ts'
import { grantedLease, openedLease } from './newLease.ts'
import { ownDeviceId, placeOf, type RoomDesk, shown, stopLines } from './roomDesk.ts'
import { keepRoom, type RoomPlace } from './roomPlace.ts'
import { startHub } from './startHub.ts'
import { succeed } from './succession.ts'

/** What the hub of a room does: opens it, shows its door, ends it; what its successor does in its place. */

export interface RoomWish {
  readonly sessionId: string
  readonly successors: readonly string[]
  readonly hours: number
}

/** Refuses `room.already-open`, `sync.alone`, as `grantedLease` or without the centre as `openedLease`, and as `startHub`. */
export async function openOwnRoom(
  desk: RoomDesk,
  { sessionId, successors, hours }: RoomWish,
): Promise<Result<RoomState>> {
  const { file, host, centreSoon } = desk.settings
  const { sharing } = file
  const { ports } = host
  if (placeOf(desk) !== null) return refuse('room.already-open')
  if (sharing.self() === null) return refuse('sync.alone')
  const now = ports.clock.nowMs()
  const wish = {
    id: uuid7(ports.clock, ports.randomness),
    session: sessionId,
    successors,
    from: now,
    to: now + hours * 3_600_000,
  }
  const line = await centreSoon()
  if (line !== null) await learnDirectory(sharing, line)
  const seeded = line === null ? openedLease(file, wish, ports) : await grantedLease(file, wish, line)
  if (!seeded.ok) return seeded
  const { lease, seed } = seeded.value
  const begun = sharing.hubs.open(lease.id, seed)
  if (!begun.ok) return begun
  const place = { isHub: true, standing: 'open', port: roomPort, pin: null, wasHub: false } as const
  const kept: RoomPlace = { lease, ...place, orderedBy: ownDeviceId(desk), ways: [] }
  keepRoom(sharing, kept)
  desk.ended = null
  const started = await startHub(desk, kept)
  return started.ok ? shown(desk) : started
}

/** Ends the room; its log goes back to the centre at once, or when it is reached. Refuses `room.none-open`, `room.not-hub`. */
export async function closeOwnRoom(desk: RoomDesk): Promise<Result<{ readonly standing: RoomReturn }>> {
  const { file, changed, centreSoon } = desk.settings
  // Of a program that was just started the room is being opened again, and the centre is being called.
  await desk.resuming
  const kept = placeOf(desk)
  if (kept === null) return refuse('room.none-open')
  if (!kept.isHub) return refuse('room.not-hub')
  const closed: RoomPlace = { ...kept, standing: 'returning' }
  keepRoom(file.sharing, closed)
  await stopLines(desk, 'over')
  changed()
  await centreSoon()
  const underWay =
    desk.returning ?? (placeOf(desk)?.lease.id === kept.lease.id ? giveBack(desk, closed) : null)
  return ok({ standing: (await underWay) ?? 'returned' })
}

export function mayTakeOver(desk: RoomDesk): boolean {
  const kept = placeOf(desk)
  return (
    kept !== null &&
    !kept.isHub &&
    kept.lease.successors.includes(ownDeviceId(desk)) &&
    desk.link?.standing().connection !== 'connected' &&
    desk.settings.file.sharing.hubs.rows(kept.lease.id) !== null
  )
}

/** [SY21] Refuses `room.none-open`, `room.not-successor`, `room.hub-answers`, and as `startHub`. */
export async function takeOverRoom(desk: RoomDesk): Promise<Result<RoomState>> {
  const { file, host } = desk.settings
  const kept = placeOf(desk)
  if (kept === null) return refuse('room.none-open')
  if (kept.isHub || !kept.lease.successors.includes(ownDeviceId(desk))) return refuse('room.not-successor')
  if (desk.link?.standing().connection === 'connected') return refuse('room.hub-answers')
  // The hub may be back since the last attempt, or another successor was faster.
  const reached = await connectToRoom(file.sharing, kept, desk.visitor, host.ports.app)
  if (reached.ok) {
    reached.value.channel.close('closing')
    desk.link?.now()
    return refuse('room.hub-answers')
  }
  const taken = await succeed(file, kept.lease, host.ports)
  if (!taken.ok) return taken
  await stopLines(desk)
  const port = kept.port === 0 ? roomPort : kept.port
  const next: RoomPlace = { ...kept, isHub: true, pin: null, port, orderedBy: ownDeviceId(desk) }
  keepRoom(file.sharing, next)
  const started = await startHub(desk, next)
  return started.ok ? shown(desk) : started
}

/** Refuses `room.none-open`, `room.not-hub`. */
export function onHub(desk: RoomDesk, act: (room: HubRoom) => void): Result<RoomState> {
  if (desk.hub === null) return refuse(placeOf(desk) === null ? 'room.none-open' : 'room.not-hub')
  act(desk.hub)
  return shown(desk)
}
