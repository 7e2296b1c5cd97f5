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
import { type PlainChange, readPlainRows, writePlainRows } from './plainRows.ts'
import type { RowTable } from './rowTable.ts'
import { waitingRows } from './waitingRows.ts'

/** What the core knows of one organisation, as far as it asked, in one transaction (SV20). */
export interface AuthorityRows {
  /** What was loaded or absorbed; `missing` for the rest. */
  readonly view: Lookups
  load(keys: readonly RowKey[]): Promise<void>
  /** Seen at once in `view`, written by the next `flush`: a row that changes ten times in a push is written once. */
  absorb(changes: readonly RowChange[]): void
  flush(): Promise<void>
}

/** Lives as long as the transaction of `writer`, which holds the head of the log. */
export function openAuthorityRows(writer: SqlWriter, place: LogPlace): AuthorityRows {
  const known = new Map<string, RowChange['row']>()
  const unwritten = new Map<string, RowChange>()
  return {
    view: {
      row<T extends Table>(table: T, key: string) {
        const row = known.get(nameOf({ table, key }))
        return row === undefined ? missing : (row as Rows[T] | null)
      },
    },
    async load(keys) {
      const plain = keys.filter(({ table }) => ownTables[table] === undefined)
      for (const [index, row] of (await readPlainRows(writer, place, plain)).entries())
        known.set(nameOf(plain[index] as RowKey), row as RowChange['row'])
      for (const key of keys) {
        const own = ownTables[key.table] as RowTable<Table> | undefined
        if (own !== undefined)
          known.set(nameOf(key), (await own.read(writer, place, key.key)) as RowChange['row'])
      }
    },
    absorb(changes) {
      for (const change of changes) {
        known.set(nameOf(change), change.row)
        unwritten.set(nameOf(change), change)
      }
    },
    async flush() {
      const changes = [...unwritten.values()].sort((one, other) => rank(one) - rank(other))
      const plain: PlainChange[] = []
      for (const { table, key, row } of changes) {
        const own = ownTables[table] as RowTable<Table> | undefined
        if (own === undefined) plain.push({ table, key, row })
        else await own.write(writer, place, key, row)
      }
      await writePlainRows(writer, place, plain)
      unwritten.clear()
    },
  }
}

const nameOf = ({ table, key }: RowKey): string => `${table} ${key}`

/** Those with a table of their own; the others are JSON under their key. */
const ownTables: { readonly [T in Table]?: RowTable<T> } = {
  log: logRows,
  commit: commitRows,
  entry: entryRows,
  chain: chainRows,
  waiting: waitingRows,
  aggregate: aggregateRows,
}

/** An entry names its log and its commit, which are there before it. */
const rank = ({ table }: RowChange): number => (table === 'log' ? 0 : table === 'entry' ? 2 : 1)
