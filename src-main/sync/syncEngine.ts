import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { DeviceEvent } from '#shared/operations/exchange/deviceExchange.ts'
import { isHubLog } from '#shared/operations/lease/lease.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { type BlobLine, moveAttachments } from './attachments/moveAttachments.ts'
import { carryOn } from './carry/carriedCommits.ts'
import { askForLease } from './centre/askForLease.ts'
import { centreOf } from './centre/centrePlace.ts'
import { connectToCentre } from './centre/connectToCentre.ts'
import { type KeptDirectory, keepDirectory } from './centre/keepDirectory.ts'
import { type AuthorityLink, authorityLink } from './link/authorityLink.ts'
import type { CentreLine } from './room/roomDesk.ts'
import { type RoomPart, roomPart } from './room/roomPart.ts'
import { roomLog, roomOfFile } from './room/roomPlace.ts'
import type { EngineHost } from './syncPorts.ts'
import { syncState } from './syncState.ts'

/** The sharing of one open file: who it follows, what goes and comes, the room. One an open file, from opening to closing. */
export interface SyncEngine {
  state(): SyncState
  /** An act was written here: it leaves as soon as it can. */
  sealed(): void
  /** « Envoyer et recevoir maintenant ». Refuses `sync.alone`. */
  now(): Result<null>
  pause(): Result<null>
  resume(): Result<null>
  /** The file became shared, or has another key. */
  begin(): void
  readonly room: RoomPart
  /** The line to the centre; null while it is down. */
  centre(): CentreLine | null
  /** Progress of something long, shown with the state. */
  showProgress(progress: SyncState['progress']): void
  /** Ends every line, in order; the file may be closed after it. */
  close(): Promise<void>
}

export function syncEngine(file: ShareableFile, host: EngineHost): SyncEngine {
  const { sharing } = file
  const { ports, tell } = host
  let link: AuthorityLink | null = null
  let progress: SyncState['progress'] = null
  let isClosed = false
  let isTold = false
  let directory: KeptDirectory | null = null
  /** Logs with which nothing is open, on the line that is up: everything was taken, everything said. */
  const upToDate = new Set<string>()
  const blobLine = (log: string | undefined, through: AuthorityLink | null): readonly BlobLine[] => {
    if (log === undefined || through?.standing().connection !== 'connected' || !upToDate.has(log)) return []
    return through.exchange.counters().toSend === 0 ? [{ log, ask: through.exchange.ask }] : []
  }
  const attachments = moveAttachments({
    file,
    ports,
    lines: () => {
      const place = roomOfFile(sharing)
      // What the hub keeps lies in the file of its laptop: to itself it gives nothing.
      const inRoom = place === null || place.isHub ? [] : blobLine(roomLog(place), room.link())
      return [...inRoom, ...blobLine(centreOf(sharing)?.log, link)]
    },
    onProgress: (moved) => {
      if (moved === null && progress?.what !== 'attachments') return
      progress = moved
      changed()
    },
    guard: unlessClosed,
  })

  /** Told once for what happens in one breath: a feed settles many things. */
  function changed(): void {
    if (isTold || isClosed) return
    isTold = true
    ports.timers.after(breathMs, () => {
      isTold = false
      if (isClosed) return
      tell({ kind: 'state' })
      if (room.state() !== null) tell({ kind: 'room' })
    })
  }

  /** What was under way when the file was closed finds it shut: that is no news. Anything else is a bug, and says so. */
  function unlessClosed(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!isClosed) throw error
    })
  }

  /** @param isOf whether a log is of the line that says so */
  function heard(event: DeviceEvent, isOf: (log: string) => boolean): void {
    switch (event.kind) {
      case 'changed':
        tell({ kind: 'changed' })
        break
      case 'purged':
        tell({ kind: 'changed' })
        unlessClosed(attachments.move())
        break
      case 'erased':
        attachments.mayBeErased()
        break
      case 'mandates': {
        const before = JSON.stringify(sharing.self()?.mandates ?? [])
        if (before === JSON.stringify(event.mandates)) return
        sharing.learn({ mandates: event.mandates })
        tell({ kind: 'self' })
        break
      }
      case 'must-enrol':
        sharing.mustEnrol(event.why)
        break
      case 'held-up':
        sharing.noteIncident({ of: 'held-up', log: event.log, what: event.what })
        break
      case 'turned-away':
        sharing.noteIncident({ of: 'turned-away', log: event.log, cid: event.cid, code: event.code })
        break
      case 'closed':
        for (const log of upToDate) if (isOf(log)) upToDate.delete(log)
        // Away from the centre, erasures are not heard of.
        attachments.mayBeErased()
        break
      case 'up-to-date':
        upToDate.add(event.log)
        unlessClosed(attachments.move())
        break
      default:
        break
    }
    changed()
  }

  const centre = (): CentreLine | null => {
    const line = link
    if (line === null || line.standing().connection !== 'connected') return null
    const { ask, sealed, relay } = line.exchange
    return { ask, sealed, relay, grant: (wish) => askForLease(sharing, wish, ports) }
  }
  /** The same, once an attempt that is under way has ended: a room that is opened with the program asks the centre first. */
  const centreSoon = async (): Promise<CentreLine | null> => {
    for (let step = 0; step < soonSteps && link?.standing().connection === 'connecting'; step++)
      await new Promise<void>((next) => void ports.timers.after(soonStepMs, next))
    return centre()
  }
  const room = roomPart({
    file,
    host,
    centre,
    centreSoon,
    heard: (event) => heard(event, isHubLog),
    changed,
  })

  function startCentre(): void {
    const place = centreOf(sharing)
    if (place === null || link !== null || isClosed) return
    directory = keepDirectory({
      sharing,
      timers: ports.timers,
      centre,
      onLearnt: () => {
        if (!isClosed) tell({ kind: 'changed' })
      },
      guard: unlessClosed,
    })
    link = authorityLink({
      sharing,
      ports,
      connect: () => connectToCentre(sharing, place, ports),
      tell: (event) => {
        heard(event, (log) => !isHubLog(log))
        if (event.kind === 'people' && directory !== null) unlessClosed(directory.learn())
        const line = centre()
        if (event.kind !== 'up-to-date' || line === null) return
        unlessClosed(room.centreReached())
        unlessClosed(carryOn(sharing, [], line))
      },
      onStanding: ({ connection }) => {
        changed()
        if (connection === 'connected' && directory !== null) unlessClosed(directory.learn())
      },
    })
  }
  function stopCentre(): void {
    directory?.stop()
    directory = null
    link?.close()
    link = null
  }
  const isPaused = (): boolean => sharing.kept(pausedName) === true

  const engine: SyncEngine = {
    state: () => syncState({ file, link, room, progress, isPaused: isPaused() }),
    sealed: () => {
      if (sharing.state().sharing === 'alone') return
      link?.exchange.sealed()
      room.link()?.exchange.sealed()
      changed()
    },
    now: () => {
      if (sharing.state().sharing === 'alone') return refuse('sync.alone')
      if (!isPaused()) startCentre()
      link?.now()
      room.link()?.now()
      if (directory !== null) unlessClosed(directory.learn())
      return ok(null)
    },
    pause: () => {
      if (sharing.state().sharing === 'alone') return refuse('sync.alone')
      sharing.keep(pausedName, true)
      stopCentre()
      changed()
      return ok(null)
    },
    resume: () => {
      if (sharing.state().sharing === 'alone') return refuse('sync.alone')
      sharing.keep(pausedName, null)
      startCentre()
      changed()
      return ok(null)
    },
    begin: () => {
      if (isClosed || sharing.state().sharing === 'alone') return
      stopCentre()
      if (!isPaused()) startCentre()
      changed()
    },
    room,
    centre,
    showProgress: (shown) => {
      progress = shown
      changed()
    },
    close: async () => {
      isClosed = true
      attachments.stop()
      stopCentre()
      await room.stop()
    },
  }
  engine.begin()
  // What was taken away before a cut.
  unlessClosed(attachments.move())
  unlessClosed(room.resume())
  return engine
}

const pausedName = 'paused'
const breathMs = 50
const soonStepMs = 100
const soonSteps = 80
