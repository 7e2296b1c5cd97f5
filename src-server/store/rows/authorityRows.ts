import {
  type Lookups,
  missing,
  type RowChange,
  type RowKey,
  type Rows,
  type Table,
} from '#shared/operations/authority/rows.ts'
import type { SqlReader, SqlWriter } from '../sqlDatabase.ts'
import type { LogPlace } from '../tables/logHeads.ts'
import { aggregateRows } from './aggregateRows.ts'
import { chainRows } from './chainRows.ts'
import { commitRows } from './commitRows.ts'
import { deviceRows } from './deviceRows.ts'
import { entryRows } from './entryRows.ts'
import { logRows } from './logRows.ts'
import { mandateOwnerRows, mandateRows } from './mandateRows.ts'
import { readPlainRows, writePlainRows } from './plainRows.ts'
import type { KeyedRow, RowTable } from './rowTable.ts'
import { userRows } from './userRows.ts'
import { waitingRows } from './waitingRows.ts'

/** What the core knows of one organisation, as far as it asked, in one reading (SV20). */
export interface LoadedRows {
  /** What was loaded or absorbed; `missing` for the rest. */
  readonly view: Lookups
  /** Those that are known already are not asked for. */
  load(keys: readonly RowKey[]): Promise<void>
}

/** The same in one transaction, to be changed. */
export interface AuthorityRows extends LoadedRows {
  /** Seen at once in `view`, written by the next `flush`: a row that changes ten times in a push is written once. */
  absorb(changes: readonly RowChange[]): void
  /** Answers what it wrote, the last state of each row. */
  flush(): Promise<readonly RowChange[]>
}

/** Rows that were loaded, by `nameOf`: what a reader of the same place and head may begin with. */
export type KnownRows = Map<string, RowChange['row']>

/** Lives as long as what `reader` reads stands still. */
export function openLoadedRows(reader: SqlReader, place: LogPlace, known: KnownRows = new Map()): LoadedRows {
  return {
    view: {
      row<T extends Table>(table: T, key: string) {
        const row = known.get(nameOf(table, key))
        return row === undefined ? missing : (row as Rows[T] | null)
      },
    },
    async load(keys) {
      const unknown = new Map<string, RowKey>()
      for (const key of keys) {
        const name = nameOf(key.table, key.key)
        if (!known.has(name)) unknown.set(name, key)
      }
      const byTable = Map.groupBy(unknown.values(), ({ table }) =>
        ownTables[table] === undefined ? null : table,
      )
      for (const [table, some] of byTable) {
        const rows =
          table === null
            ? await readPlainRows(reader, place, some)
            : await (ownTables[table] as RowTable<Table>).read(
                reader,
                place,
                some.map(({ key }) => key),
              )
        for (const [index, key] of some.entries())
          known.set(nameOf(key.table, key.key), (rows[index] ?? null) as RowChange['row'])
      }
    },
  }
}

/** Lives as long as the transaction of `writer`, which holds the head of the log. */
export function openAuthorityRows(
  writer: SqlWriter,
  place: LogPlace,
  known: KnownRows = new Map(),
): AuthorityRows {
  const unwritten = new Map<string, RowChange>()
  return {
    ...openLoadedRows(writer, place, known),
    absorb(changes) {
      for (const change of changes) {
        const name = nameOf(change.table, change.key)
        known.set(name, change.row)
        unwritten.set(name, change)
      }
    },
    async flush() {
      const all = [...unwritten.values()]
      const byTable = Map.groupBy(all, ({ table }) => table)
      const plain: RowChange[] = []
      for (const table of [...byTable.keys()].sort((one, other) => rank(one) - rank(other))) {
        const changes = byTable.get(table) ?? []
        const own = ownTables[table] as RowTable<Table> | undefined
        if (own === undefined) plain.push(...changes)
        else await own.write(writer, place, changes as readonly KeyedRow<Table>[])
      }
      await writePlainRows(writer, place, plain)
      unwritten.clear()
      return all
    },
  }
}

const nameOf = (table: Table, key: string): string => `${table} ${key}`

/** Those with a table of their own; the others are JSON under their key. */
const ownTables: { readonly [T in Table]?: RowTable<T> } = {
  log: logRows,
  user: userRows,
  device: deviceRows,
  mandates: mandateRows,
  mandateOf: mandateOwnerRows,
  commit: commitRows,
  entry: entryRows,
  chain: chainRows,
  waiting: waitingRows,
  aggregate: aggregateRows,
}

/** An entry names its log and its commit, a mandate and a device their user, which are there before it. */
const rank = (table: Table): number => (table === 'log' || table === 'user' ? 0 : table === 'entry' ? 2 : 1)
