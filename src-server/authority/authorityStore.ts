import { missing, type RowKey, type Rows, type Table } from '#shared/operations/authority/rows.ts'
import type { AuthorityStore } from '#shared/operations/exchange/exchangePorts.ts'
import type { LogAppender } from '../store/logAppender.ts'
import { openLoadedRows } from '../store/rows/authorityRows.ts'
import { type KnownRows, knownRows } from '../store/rows/knownRows.ts'
import { keysOf } from '../store/rows/scanRows.ts'
import type { SqlDatabase, SqlReader } from '../store/sqlDatabase.ts'
import type { LogPlace } from '../store/tables/logHeads.ts'
import type { OrderingPorts } from './orderingPorts.ts'
import { runSteps, untilLoaded } from './runSteps.ts'

/**
 * The rows of one organisation's log, for those who run the core over them (SV20). What one transaction loaded serves the
 * next as long as nobody else held the log meanwhile.
 */
export function authorityStore(
  place: LogPlace,
  {
    database,
    appender,
    ...ordering
  }: OrderingPorts & {
    readonly database: SqlDatabase
    readonly appender: LogAppender
  },
): AuthorityStore {
  /** What the last durable transaction knew, and its turn. */
  let kept: KnownAtTurn | null = null

  return {
    async write(steps) {
      let own: KnownAtTurn | null = null
      const said = await appender.append(place, async (writer, head) => {
        const isNext = kept !== null && head.turn === kept.turn + 1 && kept.known.size() <= mostKnownRows
        own = { known: isNext && kept !== null ? kept.known : knownRows(), turn: head.turn }
        // Changed from here on: of no use to anybody if this transaction is lost.
        kept = null
        return runSteps(writer, place, steps, ordering, own.known)
      })
      kept = own
      return said
    },
    read: (ask) => database.readTogether((reader) => untilLoaded(openLoadedRows(reader, place), ask)),
    snapshot: (walk) => database.readTogether((reader) => walkUntilLoaded(reader, place, walk)),
  }
}

interface KnownAtTurn {
  readonly known: KnownRows
  readonly turn: number
}

/** Walks again with what was missing, until nothing is. */
async function walkUntilLoaded<T>(
  reader: SqlReader,
  place: LogPlace,
  walk: (store: Parameters<Parameters<AuthorityStore['snapshot']>[0]>[0]) => T,
): Promise<T> {
  const rows = openLoadedRows(reader, place)
  const walked = new Map<Table, readonly RowKey[]>()
  for (;;) {
    const needs = new Map<string, RowKey>()
    const tables = new Set<Table>()
    const row = <T extends Table>(table: T, key: string): Rows[T] | null => {
      const found = rows.view.row(table, key)
      if (found !== missing) return found
      needs.set(`${table} ${key}`, { table, key })
      return null
    }
    const value = walk({
      row,
      *scan<T extends Table>(table: T): Generator<readonly [string, Rows[T]]> {
        const keys = walked.get(table)
        if (keys === undefined) tables.add(table)
        for (const { key } of keys ?? []) {
          const found = row(table, key)
          if (found !== null) yield [key, found]
        }
      },
    })
    if (needs.size === 0 && tables.size === 0) return value
    for (const table of tables) {
      const keys = await keysOf(reader, place, table)
      walked.set(table, keys)
      await rows.load(keys)
    }
    await rows.load([...needs.values()])
  }
}

/** A few tens of megabytes; then it is begun anew. */
const mostKnownRows = 50_000
