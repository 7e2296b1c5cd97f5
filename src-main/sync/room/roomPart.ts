import type { RoomState, SyncState } from '#shared/contract/syncAnswers.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import type { DeviceEvent, DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import { bringBack, relayCarried, tellHeld } from '#shared/operations/exchange/roomErrands.ts'
import { leaseLog } from '#shared/operations/lease/lease.ts'
import { follow } from '#shared/operations/replica/openReplica.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { nodeSigner } from '../../adapters/keys/nodeCrypto.ts'
import { roomVisitor } from '../../adapters/network/client/roomVisitor.ts'
import { type GuestDoor, guestDoor } from '../../adapters/network/guests/guestDoor.ts'
import type { WayIn } from '../../adapters/network/networkPorts.ts'
import { roomPort } from '../../adapters/network/room/roomPort.ts'
import { bringToCentre } from '../attachments/bringToCentre.ts'
import { roomBlobs } from '../attachments/roomBlobs.ts'
import { centreOf } from '../centre/centrePlace.ts'
import { learnDirectory } from '../centre/learnDirectory.ts'
import { guestSite } from '../guests/guestSite.ts'
import { type AuthorityLink, authorityLink } from '../link/authorityLink.ts'
import type { EngineHost } from '../syncPorts.ts'
import { backToCentre } from './backToCentre.ts'
import { connectToRoom, enteredRoom } from './connectToRoom.ts'
import { type HubRoom, hubRoom } from './hubRoom.ts'
import { hubStore } from './hubStore.ts'
import { grantedLease, type LeaseGiver, openedLease } from './newLease.ts'
import { keepRoom, type RoomPlace, roomLog, roomOfFile } from './roomPlace.ts'
import { type RoomSight, showRoom } from './roomState.ts'
import { settleRoomsLeft } from './settleRoomsLeft.ts'
import { prepareSuccession, succeed } from './succession.ts'

export interface RoomWish {
  readonly sessionId: string
  readonly successors: readonly string[]
  readonly hours: number
}

/** The room as this laptop has it: opened here, or joined. */
export interface RoomPart {
  open(wish: RoomWish): Promise<Result<RoomState>>
  /** By code or invitation; null: the room joined last, whose key is known. */
  join(way: WayIn | null): Promise<Result<RoomState>>
  leave(): Promise<Result<null>>
  /** Ends the room; its log goes back to the centre at once, or when it is reached. */
  close(): Promise<Result<{ readonly standing: 'returned' | 'kept' }>>
  takeOver(): Promise<Result<RoomState>>
  state(): RoomState | null
  renewCode(): Result<RoomState>
  closeDoor(): Result<RoomState>
  inviteGuest(memberId: string): Result<{ readonly code: string; readonly page: string }>
  withdrawGuest(memberId: string): Result<null>
  /** The line to the authority of the room, when there is one. */
  link(): AuthorityLink | null
  hub(): HubRoom | null
  mayTakeOver(): boolean
  /** The last room that ended while this laptop was in it; null once it is in another. */
  ended(): SyncState['roomEnded']
  /** Goes on with the room that the file keeps. */
  resume(): Promise<void>
  /** The centre is reached: what was kept goes back, what is over is left. */
  centreReached(): Promise<void>
  /** The program ends; the room stays in the file. */
  stop(): Promise<void>
}

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

export function roomPart(settings: RoomSettings): RoomPart {
  const { file, host, centre, changed } = settings
  const { sharing } = file
  const { ports } = host
  const visitor = roomVisitor(ports.timers)
  let hub: HubRoom | null = null
  let link: AuthorityLink | null = null
  let guests: GuestDoor = guestDoor(ports.randomness)
  let present: readonly string[] = []
  const invited = new Map<string, { isInside: boolean }>()
  let isReturning = false
  let isStopped = false
  /** How many of what it carries the centre has. */
  let carried = 0
  let starting: Promise<unknown> | null = null
  let ended: SyncState['roomEnded'] = null

  const place = (): RoomPlace | null => roomOfFile(sharing)
  const own = (): string => sharing.device()?.id ?? ''
  const sight = (): RoomSight => ({ file, place: place(), hub, link, present, invited, ports })
  const state = (): RoomState | null => showRoom(sight())
  const shown = (): Result<RoomState> => {
    const now = state()
    changed()
    return now === null ? refuse('room.none-open') : ok(now)
  }
  const heard = (event: DeviceEvent): void => {
    if (event.kind === 'presence') {
      present = event.devices
      const isKnown = event.devices.every((device) => sharing.copy.row('device', device) !== null)
      if (!isKnown && hub === null && link !== null)
        unlessStopped(learnDirectory(sharing, link.exchange).then(changed))
      changed()
    }
    if (event.kind === 'closed' && event.end.kind === 'said' && event.end.reason === 'over')
      unlessStopped(leaveEnded())
    settings.heard(event)
  }

  /** What was under way when the file was closed finds it shut: that is no news. */
  function unlessStopped(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!isStopped) throw error
    })
  }

  /** What this laptop writes now cites the log of the room. */
  function followRoom(log: string): Result<null> {
    return sharing.copy.row('followed', 'follow')?.log === log ? ok(null) : sharing.copy.write(follow(log))
  }

  /** A room that is being opened while the file closes is waited for: it would answer from a file that is shut. */
  function startHub(kept: RoomPlace): Promise<Result<null>> {
    if (isStopped) return Promise.resolve(refuse('file.none-open'))
    const started = openHub(kept)
    starting = started
    return started
  }

  async function openHub(kept: RoomPlace): Promise<Result<null>> {
    const site = guestSite({
      door: guests,
      sessionId: kept.lease.session,
      pageFolder: ports.guestPageFolder,
      contextOf: (memberId) => {
        const guest = invited.get(memberId)
        if (guest !== undefined && !guest.isInside) {
          invited.set(memberId, { isInside: true })
          changed()
        }
        return host.guestContext(memberId)
      },
      onWritten: () => {
        link?.exchange.sealed()
        host.tell({ kind: 'changed' })
      },
      nowMs: () => ports.clock.nowMs(),
    })
    const opened = await hubRoom({
      file,
      place: kept,
      ports,
      label: 'Salle Délibéré',
      site,
      tell: (event) => {
        if (event.kind === 'ordered') {
          for (const output of event.outputs)
            if (output.kind === 'incident') sharing.noteIncident(output.incident)
          if (event.outputs.some(({ kind }) => kind === 'carried')) unlessStopped(carry())
        }
        if (event.kind === 'peers' || event.kind === 'ordered') changed()
      },
    })
    if (!opened.ok) return opened
    hub = opened.value
    hub.network.onDoor(changed)
    keepRoom(sharing, { ...kept, port: hub.network.port })
    const followed = followRoom(roomLog(kept))
    if (!followed.ok) return followed
    const line = opened.value
    link = authorityLink({
      sharing,
      ports,
      connect: async () => {
        const key = sharing.device()
        return key === null
          ? refuse('sync.must-enrol')
          : ok({
              channel: line.ownLine(),
              followed: { authority: key.id, log: roomLog(kept), authorityKey: key.publicKey },
            })
      },
      tell: heard,
      onStanding: changed,
    })
    return ok(null)
  }

  function startVisit(kept: RoomPlace): void {
    link = authorityLink({
      sharing,
      ports,
      connect: () => connectToRoom(sharing, kept, visitor, ports.app),
      tell: heard,
      onStanding: (standing) => {
        if (standing.connection !== 'connected') present = []
        changed()
      },
    })
  }

  async function stopAll(reason: 'closing' | 'over' = 'closing'): Promise<void> {
    link?.close()
    link = null
    present = []
    const closing = hub
    hub = null
    await closing?.close(reason)
  }

  /** Its hub closed the room for good: nobody has to leave it by hand. */
  async function leaveEnded(): Promise<void> {
    const kept = place()
    if (kept === null || kept.isHub) return
    noteEnded(kept)
    await forget(kept.lease.id)
    centre()?.sealed()
  }
  function noteEnded({ lease: { id } }: RoomPlace): void {
    ended = { leaseId: id, hubName: state()?.hubName ?? '' }
  }

  /** Back under the centre, for good. */
  async function forget(lease: string, isVoided = false): Promise<void> {
    await stopAll()
    keepRoom(sharing, null)
    sharing.hubs.drop(lease)
    carried = 0
    invited.clear()
    guests = guestDoor(ports.randomness)
    const home = centreOf(sharing)
    if (home !== null) backToCentre(sharing, leaseLog(lease), home.log, isVoided)
    changed()
  }

  async function carry(): Promise<void> {
    const line = centre()
    if (hub === null || line === null) return
    const { rows } = hub
    const before = carried
    carried = (await relayCarried(line, hubStore(rows), carried)) ?? carried
    if (carried > before) await bringToCentre(line, roomBlobs(file, rows, ports))
  }

  /** [SY20] The whole log and every commit that came; returning twice is harmless. */
  async function giveBack(kept: RoomPlace): Promise<boolean> {
    const line = centre()
    const key = sharing.device()
    const rows = sharing.hubs.rows(kept.lease.id)
    if (line === null || key === null || rows === null || isReturning) return false
    isReturning = true
    try {
      const signer = nodeSigner(key.privateKey)
      const { id } = kept.lease
      const answered = await bringBack(line, hubStore(rows), id, signer, ports.clock.nowMs())
      if (!answered.ok || !(await bringToCentre(line, roomBlobs(file, rows, ports)))) return false
      await forget(id, kept.lease.emergency || answered.value.standing !== 'returned')
      line.sealed()
      return true
    } finally {
      isReturning = false
    }
  }

  async function lookAtLease(kept: RoomPlace): Promise<void> {
    const line = centre()
    const answered = await line?.ask('leases', { known: [kept.lease.id] })
    const lease = answered?.ok ? answered.value.leases.find(({ id }) => id === kept.lease.id) : undefined
    if (line === null || lease === undefined || lease.standing === 'open') return
    if (lease.standing === 'voided' && lease.endedG === null) {
      // The centre rebuilds the order from what each laptop holds of it [SY21].
      await tellHeld(line, sharing.copy, kept.lease.id)
      return
    }
    // A successor brought the room back: what this hub ordered beside it goes there too, and is told if it differs.
    if (kept.isHub) await giveBack(kept)
    else {
      // It was away when the room was closed.
      noteEnded(kept)
      await forget(kept.lease.id, lease.emergency || lease.standing !== 'returned')
    }
  }

  const onHub = (act: (room: HubRoom) => void): Result<RoomState> => {
    if (hub === null) return refuse(place() === null ? 'room.none-open' : 'room.not-hub')
    act(hub)
    return shown()
  }

  function mayTakeOver(): boolean {
    const kept = place()
    return (
      kept !== null &&
      !kept.isHub &&
      kept.lease.successors.includes(own()) &&
      link?.standing().connection !== 'connected' &&
      sharing.hubs.rows(kept.lease.id) !== null
    )
  }

  /** What could not go back yet: the commit that opened an emergency lease may be on a laptop that is not there. */
  const stopAsking = ports.timers.every(askAgainMs, () => {
    const kept = place()
    if (kept?.standing === 'returning' && centre() !== null) unlessStopped(giveBack(kept))
  })

  return {
    open: async ({ sessionId, successors, hours }) => {
      if (place() !== null) return refuse('room.already-open')
      if (sharing.self() === null) return refuse('sync.alone')
      const now = ports.clock.nowMs()
      const wish = {
        id: uuid7(ports.clock, ports.randomness),
        session: sessionId,
        successors,
        from: now,
        to: now + hours * 3_600_000,
      }
      const line = await settings.centreSoon()
      if (line !== null) await learnDirectory(sharing, line)
      const seeded = line === null ? openedLease(file, wish, ports) : await grantedLease(file, wish, line)
      if (!seeded.ok) return seeded
      const { lease, seed } = seeded.value
      const begun = sharing.hubs.open(lease.id, seed)
      if (!begun.ok) return begun
      const kept: RoomPlace = { lease, isHub: true, standing: 'open', port: roomPort, pin: null }
      keepRoom(sharing, kept)
      ended = null
      const started = await startHub(kept)
      if (started.ok) return shown()
      // Another program holds the port: any free one will do, the code and the picture say which.
      const again =
        started.refusal.code === 'network.port-taken' ? await startHub({ ...kept, port: 0 }) : started
      return again.ok ? shown() : again
    },
    join: async (way) => {
      const before = place()
      if (before?.isHub) return refuse('room.already-open')
      if (sharing.device() === null || sharing.self() === null) return refuse('sync.alone')
      if (way === null) {
        if (before === null) return refuse('room.none-open')
        link?.now()
        return shown()
      }
      const pin = await visitor.enter(way)
      if (!pin.ok) return pin
      const entered = await enteredRoom(sharing, pin.value, visitor, ports)
      if (!entered.ok) return entered
      await stopAll()
      const { lease } = entered.value
      ended = null
      // Before anything of the room is taken: what it did is done again on what was there before it.
      await prepareSuccession(file, lease, centre(), entered.value.seed)
      keepRoom(sharing, { lease, isHub: false, standing: 'open', port: 0, pin: pin.value })
      const followed = followRoom(roomLog(entered.value))
      if (!followed.ok) return followed
      const kept = place()
      if (kept !== null) startVisit(kept)
      return shown()
    },
    leave: async () => {
      const kept = place()
      if (kept === null) return refuse('room.none-open')
      if (kept.isHub) return refuse('room.already-open')
      // Before its end nobody knows whether the centre will say what the room said.
      await forget(kept.lease.id, true)
      return ok(null)
    },
    close: async () => {
      const kept = place()
      if (kept === null) return refuse('room.none-open')
      if (!kept.isHub) return refuse('room.not-hub')
      keepRoom(sharing, { ...kept, standing: 'returning' })
      await stopAll('over')
      changed()
      return ok({ standing: (await giveBack(kept)) ? 'returned' : 'kept' })
    },
    takeOver: async () => {
      const kept = place()
      if (kept === null) return refuse('room.none-open')
      if (kept.isHub || !kept.lease.successors.includes(own())) return refuse('room.not-successor')
      if (link?.standing().connection === 'connected') return refuse('room.hub-answers')
      const taken = await succeed(file, kept.lease, ports)
      if (!taken.ok) return taken
      await stopAll()
      const next: RoomPlace = { ...kept, isHub: true, pin: null, port: roomPort }
      keepRoom(sharing, next)
      const started = await startHub(next)
      if (started.ok) return shown()
      const again =
        started.refusal.code === 'network.port-taken' ? await startHub({ ...next, port: 0 }) : started
      return again.ok ? shown() : again
    },
    state,
    renewCode: () => onHub(({ network }) => network.renewCode()),
    closeDoor: () => onHub(({ network }) => network.closeDoor()),
    inviteGuest: (memberId) => {
      if (hub === null) return refuse(place() === null ? 'room.none-open' : 'room.not-hub')
      // Written on his behalf, by who may [SY9].
      const mayKey = sharing.self()?.mandates.some(({ role, ended }) => role === 'secretariat' && !ended)
      if (mayKey !== true) return refuse('room.right-missing')
      if (file.load('member', memberId) === null) return refuse('entity.missing')
      if (guests.isLocked()) guests.unlock()
      const code = guests.invite(memberId)
      invited.set(memberId, { isInside: false })
      changed()
      return ok({ code, page: state()?.guestPage ?? '' })
    },
    withdrawGuest: (memberId) => {
      if (hub === null) return refuse('room.not-hub')
      guests.withdraw(memberId)
      invited.delete(memberId)
      changed()
      return ok(null)
    },
    link: () => link,
    hub: () => hub,
    mayTakeOver,
    ended: () => ended,
    resume: async () => {
      const kept = place()
      if (kept === null || kept.standing === 'returning') return
      if (!kept.isHub) startVisit(kept)
      else {
        const started = await startHub(kept)
        if (!started.ok && started.refusal.code === 'network.port-taken') await startHub({ ...kept, port: 0 })
      }
      changed()
    },
    centreReached: async () => {
      const kept = place()
      const [home, reached] = [centreOf(sharing), centre()]
      if (home !== null && reached !== null)
        await settleRoomsLeft(sharing, { log: home.log, line: reached }, kept?.lease.id ?? null)
      if (kept === null) return
      if (kept.isHub && kept.standing === 'returning') await giveBack(kept)
      else await lookAtLease(kept)
      const after = place()
      const line = centre()
      if (after !== null && !after.isHub && line !== null && !after.lease.emergency)
        await prepareSuccession(file, after.lease, line, null)
      await carry()
    },
    stop: async () => {
      isStopped = true
      stopAsking()
      await starting?.catch(() => {})
      await stopAll()
    },
  }
}

const askAgainMs = 5_000
