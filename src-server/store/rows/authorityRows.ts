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
import { type KnownRows, knownRows, unknownKeys } from './knownRows.ts'
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

/** Lives as long as what `reader` reads stands still. */
export function openLoadedRows(
  reader: SqlReader,
  place: LogPlace,
  known: KnownRows = knownRows(),
): LoadedRows {
  return {
    view: {
      row<T extends Table>(table: T, key: string) {
        const row = known.get(table, key)
        return row === undefined ? missing : (row as Rows[T] | null)
      },
    },
    async load(keys) {
      const plain: RowKey[] = []
      for (const [table, some] of unknownKeys(known, keys)) {
        const own = ownTables[table] as RowTable<Table> | undefined
        if (own === undefined) plain.push(...some.map((key) => ({ table, key })))
        else {
          const rows = await own.read(reader, place, some)
          for (const [index, key] of some.entries()) known.set(table, key, rows[index] ?? null)
        }
      }
      const rows = plain.length === 0 ? [] : await readPlainRows(reader, place, plain)
      for (const [index, { table, key }] of plain.entries())
        known.set(table, key, (rows[index] ?? null) as RowChange['row'])
    },
  }
}

/** Lives as long as the transaction of `writer`, which holds the head of the log. */
export function openAuthorityRows(
  writer: SqlWriter,
  place: LogPlace,
  known: KnownRows = knownRows(),
): AuthorityRows {
  const unwritten = new Map<Table, Map<string, RowChange>>()
  return {
    ...openLoadedRows(writer, place, known),
    absorb(changes) {
      for (const change of changes) {
        const { table, key, row } = change
        known.set(table, key, row)
        const rows = unwritten.get(table)
        if (rows === undefined) unwritten.set(table, new Map([[key, change]]))
        else rows.set(key, change)
      }
    },
    async flush() {
      const plain: RowChange[] = []
      const all: RowChange[] = []
      for (const table of [...unwritten.keys()].sort((one, other) => rank(one) - rank(other))) {
        const changes = [...(unwritten.get(table)?.values() ?? [])]
        all.push(...changes)
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
