import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { authorityLink } from '../link/authorityLink.ts'
import { carry } from './bringHome.ts'
import { guestsOfRoom } from './guestsOfRoom.ts'
import { hearRoom } from './hearRoom.ts'
import { hubRoom } from './hubRoom.ts'
import { followRoom, learnWays, type RoomDesk, unlessStopped } from './roomDesk.ts'
import { keepRoom, type RoomPlace, roomLog } from './roomPlace.ts'

/**
 * Opens the room of this laptop at the port that it had, else at any free one: the code and the picture say which. A file
 * that is closed meanwhile waits for it: it would answer from a file that is shut. Refuses as `hubRoom`.
 */
export function startHub(desk: RoomDesk, kept: RoomPlace): Promise<Result<null>> {
  if (desk.isStopped) return Promise.resolve(refuse('file.none-open'))
  const started = openAnywhere(desk, kept)
  desk.starting = started
  return started
}

async function openAnywhere(desk: RoomDesk, kept: RoomPlace): Promise<Result<null>> {
  const started = await openHub(desk, kept)
  return started.ok || started.refusal.code !== 'network.port-taken'
    ? started
    : openHub(desk, { ...kept, port: 0 })
}

async function openHub(desk: RoomDesk, kept: RoomPlace): Promise<Result<null>> {
  const { file, host, changed } = desk.settings
  const { sharing } = file
  const { ports } = host
  const opened = await hubRoom({
    file,
    place: kept,
    ports,
    label: 'Salle Délibéré',
    site: guestsOfRoom(desk, kept.lease.session),
    tell: (event) => {
      if (event.kind === 'ordered') {
        for (const output of event.outputs)
          if (output.kind === 'incident') sharing.noteIncident(output.incident)
        if (event.outputs.some(({ kind }) => kind === 'carried')) unlessStopped(desk, carry(desk))
      }
      if (event.kind === 'ways') learnWays(desk, event.ways)
      if (event.kind === 'peers' || event.kind === 'ordered') changed()
    },
  })
  if (!opened.ok) return opened
  const hub = opened.value
  desk.hub = hub
  hub.network.onDoor(changed)
  keepRoom(sharing, { ...kept, port: hub.network.port })
  const followed = followRoom(desk, roomLog(kept))
  if (!followed.ok) return followed
  desk.link = authorityLink({
    sharing,
    ports,
    connect: async () => {
      const key = sharing.device()
      return key === null
        ? refuse('sync.must-enrol')
        : ok({
            channel: hub.ownLine(),
            followed: { authority: key.id, log: roomLog(kept), authorityKey: key.publicKey },
          })
    },
    tell: (event) => hearRoom(desk, event),
    onStanding: changed,
  })
  return ok(null)
}
