import type { RoomReturn, RoomState, SyncState } from '#shared/contract/syncAnswers.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { DeviceEvent, DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import { leaseLog } from '#shared/operations/lease/lease.ts'
import { follow } from '#shared/operations/replica/openReplica.ts'
import type { RoomWay } from '#shared/operations/wire/wireFrame.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { roomVisitor } from '../../adapters/network/client/roomVisitor.ts'
import { type GuestDoor, guestDoor } from '../../adapters/network/guests/guestDoor.ts'
import type { RoomVisitor } from '../../adapters/network/networkPorts.ts'
import { centreOf } from '../centre/centrePlace.ts'
import type { AuthorityLink } from '../link/authorityLink.ts'
import type { EngineHost } from '../syncPorts.ts'
import { backToCentre } from './backToCentre.ts'
import type { HubRoom } from './hubRoom.ts'
import type { LeaseGiver } from './newLease.ts'
import { oweRun } from './owedRuns.ts'
import { keepRoom, type RoomPlace, roomOfFile } from './roomPlace.ts'
import { showRoom } from './roomState.ts'

/** What the room needs of the centre. */
export interface CentreLine extends Pick<DeviceExchange, 'ask' | 'sealed' | 'relay'>, LeaseGiver {}

export interface RoomSettings {
  readonly file: ShareableFile
  readonly host: EngineHost
  /** The line to the centre while it is up; null otherwise. */
  centre(): CentreLine | null
  /** Waits a few seconds for an attempt that is under way. */
  centreSoon(): Promise<CentreLine | null>
  heard(event: DeviceEvent): void
  changed(): void
}

/** The room of one open file while the program runs; what outlives it is the {@link RoomPlace} in the file. */
export interface RoomDesk {
  readonly settings: RoomSettings
  readonly visitor: RoomVisitor
  hub: HubRoom | null
  link: AuthorityLink | null
  /** Devices that the hub says are there. */
  present: readonly string[]
  guests: GuestDoor
  readonly invited: Map<string, { readonly isInside: boolean }>
  /** How many of what the hub carries the centre has. */
  carried: number
  /** The room of an earlier run that is being opened again, once nobody else is found to order it. */
  resuming: Promise<void> | null
  /** A room that is being opened: a file that is closed meanwhile waits for it. */
  starting: Promise<unknown> | null
  /** A room that is being brought back: whoever wants it brought back waits for the same. */
  returning: Promise<RoomReturn> | null
  ended: SyncState['roomEnded']
  isStopped: boolean
}

export function openDesk(settings: RoomSettings): RoomDesk {
  const { ports } = settings.host
  return {
    settings,
    visitor: roomVisitor(ports.timers),
    hub: null,
    link: null,
    present: [],
    guests: guestDoor(ports.randomness),
    invited: new Map(),
    carried: 0,
    resuming: null,
    starting: null,
    returning: null,
    ended: null,
    isStopped: false,
  }
}

export const placeOf = ({ settings }: RoomDesk): RoomPlace | null => roomOfFile(settings.file.sharing)

export const ownDeviceId = ({ settings }: RoomDesk): string => settings.file.sharing.device()?.id ?? ''

export function stateOf(desk: RoomDesk): RoomState | null {
  const { file, host, centre } = desk.settings
  const reachesCentre = centre() !== null
  return showRoom({ ...desk, file, ports: host.ports, place: placeOf(desk), reachesCentre })
}

/** What an act on the room answers; everybody who shows it looks again. */
export function shown(desk: RoomDesk): Result<RoomState> {
  const now = stateOf(desk)
  desk.settings.changed()
  return now === null ? refuse('room.none-open') : ok(now)
}

/** What was under way when the file was closed finds it shut: that is no news. */
export function unlessStopped(desk: RoomDesk, work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    if (!desk.isStopped) throw error
  })
}

/** What this laptop writes now cites the log of the room. */
export function followRoom({ settings }: RoomDesk, log: string): Result<null> {
  const { copy } = settings.file.sharing
  return copy.row('followed', 'follow')?.log === log ? ok(null) : copy.write(follow(log))
}

export async function stopLines(desk: RoomDesk, reason: 'closing' | 'over' = 'closing'): Promise<void> {
  desk.link?.close()
  desk.link = null
  desk.present = []
  const closing = desk.hub
  desk.hub = null
  await closing?.close(reason)
}

/** Where the hub and its successors are found, for the day when the line is cut [HS16]. */
export function learnWays(desk: RoomDesk, ways: readonly RoomWay[]): void {
  const { sharing } = desk.settings.file
  const kept = placeOf(desk)
  if (kept !== null && JSON.stringify(kept.ways) !== JSON.stringify(ways))
    keepRoom(sharing, { ...kept, ways })
}

export function noteEnded(desk: RoomDesk, { lease: { id } }: RoomPlace): void {
  desk.ended = { leaseId: id, hubName: stateOf(desk)?.hubName ?? '' }
}

/** Back under the centre, for good [HS14]. */
export async function forgetRoom(desk: RoomDesk, lease: string, isVoided = false): Promise<void> {
  const { sharing } = desk.settings.file
  const { wasHub = false } = placeOf(desk) ?? {}
  await stopLines(desk)
  keepRoom(sharing, null)
  if (wasHub) oweRun(sharing, lease)
  else sharing.hubs.drop(lease)
  desk.carried = 0
  desk.invited.clear()
  desk.guests = guestDoor(desk.settings.host.ports.randomness)
  const home = centreOf(sharing)
  if (home !== null) backToCentre(sharing, leaseLog(lease), home.log, isVoided)
  desk.settings.changed()
}
