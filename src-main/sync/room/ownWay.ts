import { networkInterfaces } from 'node:os'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { maxWayAddresses, type RoomWay } from '#shared/operations/wire/wireFrame.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import { keyFingerprint, newRoomKey } from '../../adapters/network/certificate/roomKey.ts'
import { ownAddresses } from '../../adapters/network/discovery/ownAddresses.ts'
import type { RoomPin } from '../../adapters/network/networkPorts.ts'

/** Where this laptop orders a room at that port, or would; null without a key of this laptop. */
export function ownWay(sharing: FileSharing, port: number): RoomWay | null {
  const device = sharing.device()?.id
  if (device === undefined) return null
  return {
    device,
    addresses: ownAddresses(networkInterfaces())
      .slice(0, maxWayAddresses)
      .map(({ address }) => address),
    port,
    fingerprint: base64UrlEncode(keyFingerprint(ownRoomKey(sharing))),
  }
}

/** Made once and kept with the file: every later certificate answers to the same pin, also before a room is opened. */
export function ownRoomKey(sharing: FileSharing): Uint8Array {
  const kept = sharing.kept(roomKeyName)
  const known = typeof kept === 'string' ? base64UrlDecode(kept) : undefined
  if (known !== undefined) return known
  const made = newRoomKey()
  sharing.keep(roomKeyName, base64UrlEncode(made))
  return made
}

/** Null when the fingerprint is none. */
export function pinOf({ addresses, port, fingerprint }: RoomWay): RoomPin | null {
  const bytes = base64UrlDecode(fingerprint)
  return bytes?.length === 32 ? { addresses, port, fingerprint: bytes } : null
}

const roomKeyName = 'room-key'
