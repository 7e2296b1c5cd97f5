import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import type { Aggregate } from '#shared/operations/authority/aggregate.ts'
import type { Entity } from '#shared/operations/operation.ts'
import type { DiskReader } from '../kernel/disk.ts'
import { centre } from '../meeting/cast.ts'
import { copiedLog } from '../nodes/copiedLog.ts'
import { foldedCopy } from '../nodes/foldedCopy.ts'
import type { Laptop } from '../nodes/laptop.ts'
import type { OwnCommit } from '../nodes/ownChain.ts'
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
    const shown = (host.machine as Laptop | null)?.view
    for (const fold of [foldOf(host.disk, of), ...(shown === undefined ? [] : [shown])])
      for (const entity of fold.entities) {
        const ours = disk.get(`${centre}:aggregate|${entity}`) as
          | Pick<Aggregate, 'version' | 'state'>
          | undefined
        // What is held in part (points of a session that a recused member does not read) is not the whole aggregate; what
        // is not ordered yet is not compared.
        const isWhole = fold.versionOf(entity as Entity) === ours?.version
        if (ours === undefined || !isWhole || (fold === shown && isUnordered(host.disk, entity))) continue
        if (
          canonicalJson(ours.state as unknown as Json) !==
          canonicalJson(fold.stateOf(entity) as unknown as Json)
        )
          return `${entity} at ${address} is not the one of the centre`
      }
  }
  return null
}

/** Whether a commit of this laptop that the centre never ordered touches it: it is shown, and is nobody else's. */
const isUnordered = (disk: DiskReader, entity: string): boolean =>
  disk
    .list('own|commit|')
    .map(([, row]) => row as OwnCommit)
    .some(
      ({ cid, operations }) =>
        operations.some(({ e }) => e === entity) && disk.get(`own|answer|${cid}`) === undefined,
    )

function foldOf(disk: DiskReader, of: WorldOf) {
  const fold = foldedCopy()
  copiedLog(disk, centreLog, of, fold, (g) => g)
  return fold
}
