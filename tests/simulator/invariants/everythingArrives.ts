import { copyName } from '../nodes/copy.ts'
import { rowsOn } from '../nodes/rowStore.ts'
import type { WorldOf } from '../nodes/worldOf.ts'
import type { LoggedCommit } from '../oracles/loggedCommit.ts'
import type { MeetingWorld } from './invariants.ts'
import { isShutOut } from './shutOut.ts'
import { leaseIsOpen } from './verdicts.ts'

/**
 * [I3] [I5] Whatever a laptop made durable has an answer at the centre once all is healed, and the laptop knows it: nothing
 * is pending for ever. But for a laptop that was destroyed, for what comes after a commit that nobody has any more, and for
 * what its laptop may not keep any more, when a centre was restored from before it.
 */
export function everythingArrives(
  world: MeetingWorld,
  of: WorldOf,
  log: readonly LoggedCommit[],
): string | null {
  const answers = new Map(log.map(({ cid, verdict }) => [cid, verdict]))
  const received = new Map<string, number>()
  for (const { device, seq, verdict } of log)
    if (verdict !== 'forked') received.set(device, Math.max(seq, received.get(device) ?? 0))
  for (const { address } of of.cast.people)
    for (const node of [address, `${address}~copy`]) {
      const host = world.hosts.get(node)
      if (host === undefined || host.destroyed || isShutOut(world, of, node)) continue
      const own = [...rowsOn(host.disk, copyName).scan('own')].map(([key, row]) => {
        const slash = key.lastIndexOf('/')
        const isWhole = row.commit.body.length > 0
        return { ...row, isWhole, device: key.slice(0, slash), seq: Number(key.slice(slash + 1)) }
      })
      for (const { cid, device, seq, ruling } of own) {
        const answer = answers.get(cid)
        const last = received.get(device) ?? 0
        const isReachable = own.some(
          (each) => each.isWhole && each.device === device && each.seq === last + 1,
        )
        if (answer === undefined && (isReachable || seq <= last))
          return `commit ${seq} of ${device} (${cid}) of ${node} has no answer at the centre`
        // What a room ordered that is not back yet is put off at the centre, for as long.
        const isInRoom = answer === 'deferred' && leaseIsOpen(world)
        if (answer !== undefined && !isInRoom && ruling?.verdict !== answer)
          return `commit ${seq} of ${device} is ${answer} at the centre, and ${ruling?.verdict ?? 'pending'} at ${node}`
      }
    }
  return null
}
