import { type Lease, leaseLog } from '#shared/operations/lease/lease.ts'
import { centre } from '../meeting/cast.ts'
import type { LoggedCommit } from '../oracles/loggedCommit.ts'
import type { MeetingWorld } from './invariants.ts'

/**
 * [I2] [SY22] Of two rooms that were opened for one session the first that reached the centre is ordered; the other is kept
 * apart, and nothing of its order is applied.
 */
export function secondRoomOrdered(world: MeetingWorld, log: readonly LoggedCommit[]): string | null {
  const leases = (world.hosts.get(centre)?.disk.list(`${centre}:lease|`) ?? []).map(([, row]) => row as Lease)
  for (const { id, session, g, standing } of leases) {
    const before = leases.find(
      (other) =>
        other.id !== id &&
        other.session === session &&
        other.standing !== 'set-apart' &&
        other.g < g &&
        (other.endedG === null || other.endedG > g),
    )
    if (before !== undefined && standing !== 'set-apart')
      return `lease ${id} is ${standing}, and ${before.id} was open when it was heard of`
    const applied = log.find(({ via, verdict }) => via === leaseLog(id) && verdict === 'ok')
    if (standing === 'set-apart' && applied !== undefined && before !== undefined && isUnder(applied, before))
      return `entry ${applied.g} was applied by the order of ${id}, which is set apart`
  }
  return null
}

/** What the first room orders: the rest of what a set-apart room brought is judged like what comes straight. */
function isUnder({ scope, g }: LoggedCommit, { session, dossiers, endedG }: Lease): boolean {
  const roots = [`session/${session}`, ...dossiers.map((dossier) => `dossier/${dossier}`)]
  const isOpen = endedG === null || g <= endedG
  return isOpen && roots.some((root) => scope === root || scope.startsWith(`${root}/`))
}
