import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import type { RowStore } from '#shared/operations/authority/memoryRows.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { shownState } from '#shared/operations/replica/shownState.ts'
import { centre, personAt } from '../meeting/cast.ts'
import { copyName } from '../nodes/copy.ts'
import { loaded } from '../nodes/loaded.ts'
import { rowsOn } from '../nodes/rowStore.ts'
import { centreLog, type WorldOf } from '../nodes/worldOf.ts'
import type { MeetingWorld } from './invariants.ts'
import { isShutOut } from './shutOut.ts'
import { leaseIsOpen } from './verdicts.ts'

export type Copied = Pick<RowStore, 'row' | 'scan'>

/**
 * [I8] Every laptop is as far as the centre; what it holds is, byte for byte, what the centre would hand its user anew, no
 * aggregate more and no aggregate less; and what it shows is that, with its own commits that nobody ordered on top.
 */
export function copiesBroken(world: MeetingWorld, of: WorldOf): string | null {
  const disk = world.hosts.get(centre)?.disk
  if (disk === undefined) return null
  const rows = rowsOn(disk, centre)
  const head = rows.row('log', 'log')
  for (const [address, host] of world.hosts) {
    const user = personAt(of.cast, address)?.address
    if (address === centre || host.destroyed || user === undefined || isShutOut(world, of, address)) continue
    const copy = rowsOn(host.disk, copyName)
    const cursor = copy.row('cursor', centreLog)
    if ((cursor?.g ?? 0) !== head?.g)
      return `${address} is at ${cursor?.g ?? 0} where the centre is at ${head?.g}`
    if (cursor !== null && Buffer.compare(cursor.r, head.r) !== 0)
      return `${address} has another receipt at ${head.g}`
    // Who is still in a room takes his copy anew when he leaves it.
    const isInRoom = host.disk.get('own|room') !== undefined
    const isOwed = isInRoom && (copy.row('anew', centreLog) !== null || leaseIsOpen(world))
    if (cursor === null || isOwed) continue
    const differs = copyDiffers(copy, statesGiven(rows, user))
    if (differs !== null) return `${address}: ${differs}`
    for (const [entity, { version }] of copy.scan('aggregate')) {
      const shown = loaded(shownState(copy, entity))
      const pending = copy.row('pendingOn', entity)?.ops.length ?? 0
      if (shown.version !== version + pending) return `${address} does not show ${entity} as it holds it`
    }
  }
  return null
}

/** What the centre would hand this user now, by entity. */
export const statesGiven = (centreRows: Copied, user: string): ReadonlyMap<string, unknown> =>
  new Map(
    [...snapshotFor(centreRows, { user }).rows]
      .filter(({ aggregate }) => aggregate.state !== null)
      .map(({ entity, aggregate: { state } }) => [entity, state]),
  )

export function copyDiffers(copy: Copied, given: ReadonlyMap<string, unknown>): string | null {
  const held = new Map(
    [...copy.scan('aggregate')]
      .filter(([, { state }]) => state !== null)
      .map(([entity, { state }]) => [entity, state]),
  )
  for (const entity of new Set([...held.keys(), ...given.keys()])) {
    // What it knows to be incomplete is shown as such.
    if (copy.row('readOnly', entity)?.why === 'unknown-kind') continue
    if (!held.has(entity)) return `${entity} is missing`
    if (!given.has(entity)) return `${entity} is not for this reader`
    const [here, there] = [textOf(held.get(entity)), textOf(given.get(entity))]
    if (here !== there)
      return `${entity} is ${partingOf(here, there)}, and ${partingOf(there, here)} at the centre`
  }
  return null
}

const textOf = (value: unknown): string => canonicalJson(value as Json)

/** From a little before the first letter that differs. */
function partingOf(text: string, other: string): string {
  const at = [...text].findIndex((letter, index) => letter !== other[index])
  return `…${text.slice(Math.max(0, at - 40), at + 60)}…`
}
