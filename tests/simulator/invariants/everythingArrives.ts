import type { OwnCommit } from '../nodes/ownChain.ts'
import type { WorldOf } from '../nodes/worldOf.ts'
import type { LoggedCommit } from '../oracles/loggedCommit.ts'
import type { MeetingWorld } from './invariants.ts'

/**
 * [I3] [I5] Whatever a laptop made durable has an answer at the centre once all is healed, but for a laptop that was
 * destroyed, and for what comes after a commit that nobody has any more.
 */
export function everythingArrives(
  world: MeetingWorld,
  { cast }: WorldOf,
  log: readonly LoggedCommit[],
): string | null {
  const answered = new Set(log.map(({ cid }) => cid))
  const received = new Map<string, number>()
  for (const { device, seq, verdict } of log)
    if (verdict !== 'forked') received.set(device, Math.max(seq, received.get(device) ?? 0))
  for (const { address } of cast.people)
    for (const node of [address, `${address}~copy`]) {
      const host = world.hosts.get(node)
      if (host === undefined || host.destroyed) continue
      const own = host.disk.list('own|commit|').map(([, row]) => row as OwnCommit)
      for (const { cid, device, seq } of own) {
        const isReachable = own.some(
          (each) => each.device === device && each.seq === (received.get(device) ?? 0) + 1,
        )
        if (!answered.has(cid) && (isReachable || seq <= (received.get(device) ?? 0)))
          return `commit ${seq} of ${device} (${cid}) of ${node} has no answer at the centre`
      }
    }
  return null
}
