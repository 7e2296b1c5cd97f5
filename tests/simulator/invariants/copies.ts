import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { centre } from '../meeting/cast.ts'
import { copiedLog } from '../nodes/copiedLog.ts'
import { foldedCopy } from '../nodes/foldedCopy.ts'
import { centreLog, type WorldOf } from '../nodes/worldOf.ts'
import type { MeetingWorld } from './invariants.ts'

/**
 * [I8] Every laptop is as far as the centre, and each aggregate that it holds whole is, byte for byte, the one that the
 * centre made by judging.
 */
export function copiesBroken(world: MeetingWorld, of: WorldOf): string | null {
  const disk = world.hosts.get(centre)?.disk
  if (disk === undefined) return null
  const head = disk.get(`${centre}:log|log`) as { readonly g: number; readonly r: Uint8Array }
  for (const [address, host] of world.hosts) {
    if (address === centre || host.destroyed) continue
    const cursor = host.disk.get(`cursor|${centreLog}`) as
      | { readonly g: number; readonly r: Uint8Array }
      | undefined
    if ((cursor?.g ?? 0) !== head.g)
      return `${address} is at ${cursor?.g ?? 0} where the centre is at ${head.g}`
    if (cursor !== undefined && Buffer.compare(cursor.r, head.r) !== 0)
      return `${address} has another receipt at ${head.g}`
    const fold = world.hosts.get(address)?.machine === null ? null : foldOf(host.disk, of)
    for (const entity of fold?.entities ?? []) {
      const ours = disk.get(`${centre}:aggregate|${entity}`) as
        | { readonly version: number; readonly state: unknown }
        | undefined
      // What is held in part (points of a session that a recused member does not read) is not the whole aggregate.
      if (ours === undefined || fold?.versionOf(entity as never) !== ours.version) continue
      if (canonicalJson(ours.state as Json) !== canonicalJson(fold.stateOf(entity) as unknown as Json))
        return `${entity} at ${address} is not the one of the centre`
    }
  }
  return null
}

function foldOf(disk: Parameters<typeof copiedLog>[0], of: WorldOf) {
  const fold = foldedCopy(of.bug === 'Z10')
  copiedLog(disk, centreLog, of, fold, (g) => g)
  return fold
}
