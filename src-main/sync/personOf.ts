import type { FileSharing, SharedRows } from '#shared/usecases/sharingPorts.ts'
import { mainRole } from './mainRole.ts'

/** Whose device it is: as the room was given it, else as the directory last told it. @param room rows of the room that is held here */
export function personOf(
  sharing: FileSharing,
  device: string,
  room?: Pick<SharedRows, 'row'>,
): { readonly name: string; readonly memberId: string | null } {
  const self = sharing.self()
  if (self?.device === device) return { name: self.name, memberId: mainRole(self.mandates).memberId }
  for (const rows of room === undefined ? [sharing.copy] : [room, sharing.copy]) {
    const user = rows.row('device', device)?.user
    const name = user === undefined ? undefined : rows.row('user', user)?.name
    if (user !== undefined && name !== undefined)
      return { name, memberId: mainRole(rows.row('mandates', user)?.list ?? []).memberId }
  }
  return { name: `Poste ${device.slice(-4)}`, memberId: null }
}
