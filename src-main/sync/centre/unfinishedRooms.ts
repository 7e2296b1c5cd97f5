import { z } from 'zod'
import type { KnownLaptop, UnfinishedRoom } from '#shared/contract/syncAnswers.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { personOf } from '../personOf.ts'
import { roomOfFile } from '../room/roomPlace.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { askAsDevice } from './askAsDevice.ts'

/** [HS21] The rooms that are not over for the centre, and the way out of one whose laptop is lost for good. */
export interface UnfinishedRooms {
  list(): Promise<Result<readonly UnfinishedRoom[]>>
  /**
   * Takes the order back from its hub: from then on every laptop that reaches the centre tells what it holds of that room.
   * Refuses `room.held-here` of the room that this laptop orders, or has closed and not brought back yet.
   */
  giveUp(lease: string, reason: string): Promise<Result<null>>
  /** Refuses `room.not-given-up`. */
  rebuild(lease: string): Promise<Result<null>>
}

/** Every act is one of the centre's accounts [HS10]. Refuses as `askAsDevice`, `account.not-allowed`. */
export function unfinishedRooms(
  file: Pick<ShareableFile, 'sharing' | 'load'>,
  ports: SyncPorts,
): UnfinishedRooms {
  const { sharing } = file
  const act = async (path: string, body: Readonly<Record<string, string>>): Promise<Result<null>> => {
    const done = await askAsDevice(sharing, { method: 'POST', path, body }, ports)
    return done.ok ? ok(null) : done
  }
  const below = (lease: string): string => `/leases/${encodeURIComponent(lease)}`
  return {
    list: async () => {
      const asked = await askAsDevice(sharing, { method: 'GET', path: '/leases' }, ports)
      if (!asked.ok) return asked
      const read = leasesAnswer.safeParse(asked.value.answer)
      if (!read.success) return refuse('server.other-version')
      if (read.data.leases.length === 0) return ok([])
      const laptops = await laptopsOf(file, ports)
      const own = sharing.device()?.id
      return ok(
        read.data.leases.map(({ id, session, hub, standing, told }) => ({
          lease: id,
          sessionId: session,
          session: sessionOf(file, session),
          hub: laptops(hub),
          isOwnHub: hub === own,
          standing,
          told: told.map(laptops),
        })),
      )
    },
    giveUp: async (lease, reason) => {
      const place = roomOfFile(sharing)
      if (place?.isHub && place.lease.id === lease) return refuse('room.held-here')
      return act(`${below(lease)}/void`, { reason })
    },
    rebuild: (lease) => act(`${below(lease)}/end`, {}),
  }
}

/** Persons as this laptop knows them; the name of a laptop as the accounts tell it to who keeps the access, and to nobody else. */
async function laptopsOf(
  { sharing }: Pick<ShareableFile, 'sharing'>,
  ports: SyncPorts,
): Promise<(device: string) => KnownLaptop> {
  const asked = await askAsDevice(sharing, { method: 'GET', path: '/users' }, ports)
  const read = asked.ok ? usersAnswer.safeParse(asked.value.answer) : null
  const known = new Map(
    (read?.success ? read.data : []).flatMap(({ name, devices }) =>
      devices.map((device) => [device.id, { person: name, laptop: device.name }] as const),
    ),
  )
  return (deviceId) => ({
    deviceId,
    ...(known.get(deviceId) ?? { person: personOf(sharing, deviceId).name, laptop: null }),
  })
}

function sessionOf(file: Pick<ShareableFile, 'load'>, id: string): UnfinishedRoom['session'] {
  const session = file.load('session', id)?.state
  if (session === undefined) return null
  return { callName: file.load('call', session.callId)?.state.name ?? '', date: session.date }
}

const leasesAnswer = z.object({
  leases: z.array(
    z.object({
      id: z.string().min(1),
      session: z.string(),
      hub: z.string(),
      standing: z.enum(['open', 'voided']),
      told: z.array(z.string()),
    }),
  ),
})
const usersAnswer = z.array(
  z.object({ name: z.string(), devices: z.array(z.object({ id: z.string(), name: z.string() })) }),
)
