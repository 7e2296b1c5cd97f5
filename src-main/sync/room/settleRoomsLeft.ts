import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import { tellHeld } from '#shared/operations/exchange/roomErrands.ts'
import { isHubLog, leaseLog } from '#shared/operations/lease/lease.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import { backToCentre } from './backToCentre.ts'

/**
 * [HS15] Of the rooms that this laptop was in and left, those whose end it does not know are asked after: of one that was
 * voided it tells what it holds; of one that was opened without the centre, or did not come back whole, it takes its copy anew from the centre, for what that
 * room said may be said by nobody any more.
 * @param present lease of the room that it is in; null: none
 */
export async function settleRoomsLeft(
  sharing: FileSharing,
  centre: { readonly log: string; readonly line: Pick<DeviceExchange, 'ask' | 'relay'> },
  present: string | null,
): Promise<void> {
  const over = new Set((sharing.kept(name) as readonly string[] | null) ?? [])
  const left = [...sharing.copy.scan('cursor')].flatMap(([log]) => {
    const id = isHubLog(log) ? log.slice(leaseLog('').length) : null
    return id === null || id === present || over.has(id) ? [] : [id]
  })
  if (left.length === 0) return
  const answered = await centre.line.ask('leases', { known: left })
  if (!answered.ok) return
  for (const { id, standing, endedG, emergency } of answered.value.leases) {
    if (!left.includes(id) || standing === 'open') continue
    if (standing === 'voided' && endedG === null) {
      const told = await tellHeld(centre.line, sharing.copy, id)
      if (!told.ok && told.why === 'lost') continue
    }
    if ((emergency || standing !== 'returned') && !takesAnew(sharing, id, centre.log, present)) continue
    over.add(id)
  }
  sharing.keep(name, [...over] as Json)
}

/** Who is in another room goes on following it. */
function takesAnew(sharing: FileSharing, left: string, centre: string, present: string | null): boolean {
  return present === null
    ? backToCentre(sharing, leaseLog(left), centre, true).ok
    : sharing.copy.write([{ table: 'anew', key: centre, row: { g: 0 } }]).ok
}

const name = 'rooms-over'
