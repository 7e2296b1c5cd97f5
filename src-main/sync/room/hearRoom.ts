import type { DeviceEvent } from '#shared/operations/exchange/deviceExchange.ts'
import { learnDirectory } from '../centre/learnDirectory.ts'
import { forgetRoom, learnWays, noteEnded, placeOf, type RoomDesk, unlessStopped } from './roomDesk.ts'

/** What the authority of the room says to this laptop. */
export function hearRoom(desk: RoomDesk, event: DeviceEvent): void {
  const { file, changed, heard } = desk.settings
  const { sharing } = file
  if (event.kind === 'presence') {
    desk.present = event.devices
    if (desk.hub === null && desk.link !== null) learnWays(desk, event.ways)
    const isKnown = event.devices.every((device) => sharing.copy.row('device', device) !== null)
    if (!isKnown && desk.hub === null && desk.link !== null)
      unlessStopped(desk, learnDirectory(sharing, desk.link.exchange).then(changed))
    changed()
  }
  if (event.kind === 'closed' && event.end.kind === 'said' && event.end.reason === 'over')
    unlessStopped(desk, leaveEnded(desk))
  heard(event)
}

/** Its hub closed the room for good: nobody has to leave it by hand. */
async function leaveEnded(desk: RoomDesk): Promise<void> {
  const kept = placeOf(desk)
  if (kept === null || kept.isHub) return
  noteEnded(desk, kept)
  await forgetRoom(desk, kept.lease.id)
  desk.settings.centre()?.sealed()
}
