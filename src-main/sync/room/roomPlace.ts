import type { Json } from '#shared/kernel/canonicalJson.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { type Lease, leaseLog } from '#shared/operations/lease/lease.ts'
import type { RoomWay } from '#shared/operations/wire/wireFrame.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import type { RoomPin } from '../../adapters/network/networkPorts.ts'

/** The room that this laptop opened or joined: kept in the file, so that a program that was killed goes on with it [HS6]. */
export interface RoomPlace {
  readonly lease: Lease
  readonly isHub: boolean
  /** `returning`: nothing more is ordered, its log goes back to the centre. */
  readonly standing: 'open' | 'returning'
  /** Where this hub listens, or this successor would; 0 elsewhere. */
  readonly port: number
  /** Where the hub answered last; null on the hub itself. */
  readonly pin: RoomPin | null
  /** The device that orders the room: its hub, or the successor that took it over. */
  readonly orderedBy: string
  /** Where the hub and its successors are found, as the room last told [HS16]. */
  readonly ways: readonly RoomWay[]
  /** This laptop ordered it and was succeeded: what it had ordered is brought to the centre all the same [SY62]. */
  readonly wasHub: boolean
}

export const roomLog = ({ lease }: Pick<RoomPlace, 'lease'>): string => leaseLog(lease.id)

export function keepRoom(sharing: FileSharing, place: RoomPlace | null): void {
  sharing.keep(
    name,
    place && {
      ...place,
      lease: place.lease as unknown as Json,
      ways: place.ways as unknown as Json,
      pin: place.pin && {
        addresses: place.pin.addresses,
        port: place.pin.port,
        fingerprint: base64UrlEncode(place.pin.fingerprint),
      },
    },
  )
}

export function roomOfFile(sharing: FileSharing): RoomPlace | null {
  const kept = sharing.kept(name) as unknown as KeptRoom | null
  return (
    kept && {
      ...kept,
      pin: kept.pin && {
        ...kept.pin,
        fingerprint: base64UrlDecode(kept.pin.fingerprint) ?? new Uint8Array(),
      },
    }
  )
}

interface KeptRoom extends Omit<RoomPlace, 'pin'> {
  readonly pin: {
    readonly addresses: readonly string[]
    readonly port: number
    readonly fingerprint: string
  } | null
}

const name = 'room'
