import { memoryRows, type RowStore } from '#shared/operations/authority/memoryRows.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import { tables } from '#shared/operations/authority/tables.ts'
import { type World, worldOver } from './committee.ts'

/** A world to begin from again and again: rows and heads of chains as they are now. */
export function keptWorld(world: World): () => World {
  const rows = rowsOf(world.store)
  const heads = Object.values(world.devices).map((device) => [device, device.head] as const)
  return () => {
    for (const [device, head] of heads) device.head = head
    return worldOver(memoryRows(rows), world.devices)
  }
}

export const rowsOf = (store: RowStore): readonly RowChange[] =>
  tables.flatMap((table) => [...store.scan(table)].map(([key, row]) => ({ table, key, row }) as RowChange))
