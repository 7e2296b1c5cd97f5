import type { SyncState } from '#shared/contract/syncAnswers.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { centreCode } from '../adapters/network/client/sayOfCentre.ts'
import { centreOf } from './centre/centrePlace.ts'
import type { AuthorityLink } from './link/authorityLink.ts'
import { mainRole } from './mainRole.ts'
import type { RoomPart } from './room/roomPart.ts'

/** All from which the state is told. */
export interface StateSight {
  readonly file: ShareableFile
  readonly link: AuthorityLink | null
  readonly room: RoomPart
  readonly progress: SyncState['progress']
  readonly isPaused: boolean
}

/** How the file stands with the others, in one look. In a room it is the line to its hub that counts. */
export function syncState({ file, link, room, progress, isPaused }: StateSight): SyncState {
  const { sharing } = file
  const { sharing: isShared, toSend, toRegularise, readOnly, incidents, mustEnrol } = sharing.state()
  const self = sharing.self()
  const place = centreOf(sharing)
  const shown = room.state()
  const followed = room.link() ?? link
  const standing = followed?.standing() ?? { connection: 'stopped' as const, why: null }
  const lastContactMs = Math.max(
    ...[link, room.link()].map((each) => each?.exchange.counters().lastContactMs ?? 0),
  )
  const received = [link, room.link()].reduce(
    (sum, each) => sum + (each?.exchange.counters().received ?? 0),
    0,
  )
  return {
    sharing: isShared,
    self: self && { name: self.name, ...mainRole(self.mandates) },
    centre: place && { origin: place.origin, organisation: place.organisation },
    follows: shown !== null && shown.standing === 'open' ? 'room' : place === null ? null : 'centre',
    connection: isPaused && room.link() === null ? 'stopped' : standing.connection,
    // A line that ended says so of a room and of the server alike.
    why: standing.why !== null && followed === link ? centreCode(standing.why) : standing.why,
    lastContact: lastContactMs === 0 ? null : new Date(lastContactMs).toISOString(),
    toSend,
    received,
    toRegularise,
    readOnly,
    incidents,
    // A file that was carried to another machine enrols there like one that was set back.
    mustEnrol: mustEnrol === 'copied' ? 'behind' : mustEnrol,
    progress,
    room:
      shown === null
        ? null
        : { sessionId: shown.sessionId, isHub: shown.isHub, mayTakeOver: room.mayTakeOver() },
    roomEnded: room.ended(),
  }
}
