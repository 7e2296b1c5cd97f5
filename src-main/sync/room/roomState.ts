import { encode } from 'uqr'
import type { RoomPerson, RoomState } from '#shared/contract/syncAnswers.ts'
import type { Lease } from '#shared/operations/lease/lease.ts'
import { memberName } from '#shared/usecases/memberName.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import type { AuthorityLink } from '../link/authorityLink.ts'
import { personOf } from '../personOf.ts'
import type { SyncPorts } from '../syncPorts.ts'
import type { HubRoom } from './hubRoom.ts'
import type { RoomPlace } from './roomPlace.ts'

/** All from which the room is shown. */
export interface RoomSight {
  readonly file: ShareableFile
  readonly place: RoomPlace | null
  readonly hub: HubRoom | null
  readonly link: AuthorityLink | null
  /** Devices that the hub says are there. */
  readonly present: readonly string[]
  readonly invited: ReadonlyMap<string, { readonly isInside: boolean }>
  readonly reachesCentre: boolean
  readonly ports: SyncPorts
}

/** The room as its hub shows it, or as who joined it sees it; null when there is none. */
export function showRoom(sight: RoomSight): RoomState | null {
  const { file, place, hub, link, present, invited, reachesCentre } = sight
  if (place === null) return null
  const { sharing } = file
  const own = sharing.device()?.id ?? ''
  const { lease } = place
  const peers = hub?.exchange.peers() ?? []
  const here = new Set(hub === null ? present : peers.map(({ device }) => device))
  if (hub !== null || link?.standing().connection === 'connected') here.add(own)
  const devices = new Set([lease.hub, ...lease.successors, ...here])
  const people = [...devices].map((deviceId): RoomPerson => {
    const { name, memberId } = personOf(sharing, deviceId, hub?.rows)
    return {
      deviceId,
      name,
      memberId,
      isHere: here.has(deviceId),
      isHub: deviceId === place.orderedBy,
      isSuccessor: lease.successors.includes(deviceId),
      lastPlace: peers.find(({ device }) => device === deviceId)?.heldG ?? null,
    }
  })
  const door = hub?.network.door() ?? null
  const addresses = hub?.network.addresses ?? []
  const port = hub?.network.port ?? place.pin?.port ?? 0
  const epoch =
    hub?.rows.row('log', 'log')?.epoch ?? sharing.copy.row('cursor', `lease/${lease.id}`)?.epoch ?? 0
  return {
    sessionId: lease.session,
    isHub: place.isHub,
    hubName: personOf(sharing, place.orderedBy, hub?.rows).name,
    lease: {
      id: lease.id,
      epoch,
      isEmergency: lease.emergency,
      from: new Date(lease.from).toISOString(),
      to: new Date(lease.to).toISOString(),
      ends: leaseEnds(lease, sight.ports.clock.nowMs()),
    },
    door: door && {
      state: door.state,
      code: door.code,
      invitation: door.invitation,
      qr: squaresOf(door.invitation),
      wrongCodes: door.wrongCodes,
    },
    addresses: addresses.map(({ address, kind }) => ({ address, kind })),
    port,
    people: people.sort((a, b) => a.name.localeCompare(b.name, 'fr')),
    guests: [...invited].map(([memberId, { isInside }]) => ({
      memberId,
      name: memberName(file, memberId),
      isInside,
    })),
    guestPage: hub === null ? null : `https://${hostOf(addresses[0]?.address ?? '127.0.0.1')}:${port}/`,
    notOrdered: hub?.rows.row('carriedCount', 'carried')?.count ?? 0,
    reachesCentre,
    mayTakeOver:
      !place.isHub &&
      lease.successors.includes(own) &&
      link?.standing().connection !== 'connected' &&
      sharing.hubs.rows(lease.id) !== null,
    standing: place.standing === 'open' ? 'open' : 'kept',
  }
}

/** A room does not close by itself when its time is over [SY18]: nobody is cut off in the middle of a sentence. */
export function leaseEnds({ to }: Pick<Lease, 'to'>, nowMs: number): RoomState['lease']['ends'] {
  if (nowMs >= to) return 'past'
  return to - nowMs <= soonMs ? 'soon' : 'later'
}

/** Squares of the picture, one text a row, `1` is dark; the quiet zone is the screen's. */
const squaresOf = (text: string): readonly string[] =>
  encode(text, { ecc: 'M', border: 0 }).data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''))

const hostOf = (address: string): string => (address.includes(':') ? `[${address}]` : address)
const soonMs = 30 * 60_000
