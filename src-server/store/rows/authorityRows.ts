import {
  type Lookups,
  missing,
  type RowChange,
  type RowKey,
  type Rows,
  type Table,
} from '#shared/operations/authority/rows.ts'
import type { SqlWriter } from '../sqlDatabase.ts'
import type { LogPlace } from '../tables/logHeads.ts'
import { aggregateRows } from './aggregateRows.ts'
import { chainRows } from './chainRows.ts'
import { commitRows } from './commitRows.ts'
import { entryRows } from './entryRows.ts'
import { logRows } from './logRows.ts'
import { plainRows } from './plainRows.ts'
import type { RowTable } from './rowTable.ts'
import { waitingRows } from './waitingRows.ts'

/** What the core knows of one organisation, as far as it asked, in one transaction. */
export interface AuthorityRows {
  /** What was loaded or written; `missing` for the rest. */
  readonly view: Lookups
  load(keys: readonly RowKey[]): Promise<void>
  write(changes: readonly RowChange[]): Promise<void>
}

/** Lives as long as the transaction of `writer`, which holds the head of the log. */
export function openAuthorityRows(writer: SqlWriter, place: LogPlace): AuthorityRows {
  const known = new Map<string, RowChange['row']>()
  const nameOf = ({ table, key }: RowKey) => `${table} ${key}`
  return {
    view: {
      row<T extends Table>(table: T, key: string) {
        const row = known.get(nameOf({ table, key }))
        return row === undefined ? missing : (row as Rows[T] | null)
      },
    },
    async load(keys) {
      for (const key of keys)
        known.set(nameOf(key), (await tableOf(key.table).read(writer, place, key.key)) as RowChange['row'])
    },
    async write(changes) {
      const ordered = [...changes].sort((one, other) => rank(one) - rank(other))
      for (const { table, key, row } of ordered) {
        await tableOf(table).write(writer, place, key, row as never)
        known.set(nameOf({ table, key }), row)
      }
    },
  }
}

/** Those with a table of their own; the others are JSON under their key. */
const ownTables: { readonly [T in Table]?: RowTable<T> } = {
  log: logRows,
  commit: commitRows,
  entry: entryRows,
  chain: chainRows,
  waiting: waitingRows,
  aggregate: aggregateRows,
}

const tableOf = (table: Table): RowTable<Table> => (ownTables[table] ?? plainRows(table)) as RowTable<Table>

/** An entry names its log and its commit, which are there before it. */
const rank = ({ table }: RowChange): number => (table === 'log' ? 0 : table === 'entry' ? 2 : 1)
