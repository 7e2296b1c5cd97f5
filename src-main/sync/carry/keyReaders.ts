import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import { mainRole } from '../mainRole.ts'
import type { HubRoom } from '../room/hubRoom.ts'

/** Laptops for which a key can be made here: those whose key is known, this one left out. */
export function keyReaders(
  sharing: FileSharing,
  hub: HubRoom | null,
): readonly { readonly deviceId: string; readonly name: string; readonly memberId: string | null }[] {
  const own = sharing.device()?.id
  const rows = hub?.rows ?? sharing.copy
  return [...rows.scan('device')].flatMap(([deviceId, { user, standing }]) => {
    const name = rows.row('user', user)?.name ?? sharing.copy.row('user', user)?.name
    if (deviceId === own || standing !== 'valid' || name === undefined || user === deviceId) return []
    const { memberId } = mainRole(rows.row('mandates', user)?.list ?? [])
    return [{ deviceId, name, memberId }]
  })
}
