import { memoryRows, type RowStore } from '#shared/operations/authority/memoryRows.ts'
import type { RowChange, Table } from '#shared/operations/authority/rows.ts'
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

const tables = Object.keys({
  aggregate: 0,
  made: 0,
  base: 0,
  placement: 0,
  index: 0,
  reunion: 0,
  recusal: 0,
  frozen: 0,
  revealed: 0,
  user: 0,
  device: 0,
  mandates: 0,
  mandateOf: 0,
  lease: 0,
  leased: 0,
  held: 0,
  chain: 0,
  sequence: 0,
  commit: 0,
  entry: 0,
  log: 0,
  waiting: 0,
  deferred: 0,
  deferredCount: 0,
  carried: 0,
  carriedCount: 0,
  cursor: 0,
  followed: 0,
  heard: 0,
  ownHead: 0,
  own: 0,
  ownSeq: 0,
  pendingOn: 0,
  toRegularise: 0,
  asOf: 0,
  readOnly: 0,
  purged: 0,
  bodiesOf: 0,
} satisfies Record<Table, 0>) as Table[]
