import type { RowStore } from '../authority/memoryRows.ts'
import type { RowChange, Table } from '../authority/rows.ts'
import type { AdmittedPeer } from './authorityExchange.ts'

/**
 * Who is there [EX9]: persons by name and their devices for everybody, for a key is given and a room shows who is in it. A
 * device that may be a hub has the mandates and the heads of chains too: with them its copy is enough for an emergency lease
 * [SY22].
 */
export function directoryFor(
  store: Pick<RowStore, 'row' | 'scan'>,
  { device }: AdmittedPeer,
): readonly RowChange[] {
  const all = (table: Table): readonly RowChange[] =>
    [...store.scan(table)].map(([key, row]) => ({ table, key, row }) as RowChange)
  const users = [...store.scan('user')].map(
    ([key, row]): RowChange => ({ table: 'user', key, row: { ...row, email: '' } }),
  )
  const mayHub = store.row('device', device)?.mayHub === true
  const more = mayHub ? (['mandates', 'mandateOf', 'chain'] as const).flatMap(all) : []
  return [...users, ...all('device'), ...more]
}
