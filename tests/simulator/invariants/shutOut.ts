import { centre } from '../meeting/cast.ts'
import { copyName } from '../nodes/copy.ts'
import { rowsOn } from '../nodes/rowStore.ts'
import type { WorldOf } from '../nodes/worldOf.ts'
import type { MeetingWorld } from './invariants.ts'

/** [EX7] Whether the exchange tells this laptop nothing any more: its device was taken out, and it writes under no other. */
export function isShutOut(world: MeetingWorld, { wire }: WorldOf, address: string): boolean {
  const copy = world.hosts.get(address)?.disk
  const log = world.hosts.get(centre)?.disk
  if (!wire || copy === undefined || log === undefined) return false
  const device = rowsOn(copy, copyName).row('ownHead', 'own')?.dev ?? ''
  const standing = rowsOn(log, centre).row('device', device)?.standing
  return standing === 'retired' || standing === 'compromised'
}
