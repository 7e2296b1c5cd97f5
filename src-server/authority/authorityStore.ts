import type { AuthorityOutput } from '#shared/operations/authority/outputs.ts'
import { missing, type RowKey, type Rows, type Table } from '#shared/operations/authority/rows.ts'
import type { AuthorityStepAsk, AuthorityStore } from '#shared/operations/exchange/exchangePorts.ts'
import type { LogAppender } from '../store/logAppender.ts'
import { type KnownRows, openLoadedRows } from '../store/rows/authorityRows.ts'
import { keysOf } from '../store/rows/scanRows.ts'
import type { SqlDatabase, SqlReader } from '../store/sqlDatabase.ts'
import type { LogHead, LogPlace } from '../store/tables/logHeads.ts'
import type { OrderingPorts } from './orderingPorts.ts'
import { runSteps, untilLoaded } from './runSteps.ts'

/**
 * The rows of one organisation's log, for those who run the core over them (SV20). Steps that wait are run together: they
 * share one transaction, one flush to the disk and one signed checkpoint (SV3). What one transaction loaded serves the next
 * as long as nobody else held the log meanwhile.
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
  const waiting: WaitingSteps[] = []
  let isWriting = false
  /** What the last transaction knew, once it is durable, and its turn. */
  let kept: KnownAtTurn | null = null
  let underWay: KnownAtTurn | null = null

  async function drain(): Promise<void> {
    // The turn of the event loop ends first: what arrived together is written together.
    await new Promise<void>((next) => setImmediate(next))
    while (waiting.length > 0) {
      const group = waiting.splice(0, mostAsksTogether)
      try {
        const said = await appender.append(place, (writer, head) => run(group, writer, head))
        kept = underWay
        for (const [index, { resolve }] of group.entries()) resolve(said[index] ?? [])
      } catch (error) {
        kept = null
        await oneByOne(group, error)
      }
    }
    isWriting = false
  }

  async function run(
    group: readonly WaitingSteps[],
    writer: Parameters<Parameters<LogAppender['append']>[1]>[0],
    head: LogHead,
  ): Promise<readonly (readonly (readonly AuthorityOutput[])[])[]> {
    const isNext = kept !== null && head.turn === kept.turn + 1 && kept.known.size <= mostKnownRows
    const known: KnownRows = isNext && kept !== null ? kept.known : new Map()
    // Changed from here on: of no use to anybody if this transaction is lost.
    kept = null
    underWay = { known, turn: head.turn }
    const steps = group.flatMap((asked) => asked.steps)
    const said = await runSteps(writer, place, steps, ordering, known)
    let at = 0
    return group.map((asked) => {
      const own = said.slice(at, at + asked.steps.length)
      at += asked.steps.length
      return own
    })
  }

  /** One that throws must not take the others with it. */
  async function oneByOne(group: readonly WaitingSteps[], error: unknown): Promise<void> {
    if (group.length === 1) {
      for (const { reject } of group) reject(error)
      return
    }
    for (const asked of group)
      await appender
        .append(place, (writer, head) => run([asked], writer, head))
        .then(
          (said) => asked.resolve(said[0] ?? []),
          (failure) => {
            kept = null
            asked.reject(failure)
          },
        )
  }

  return {
    write: (steps) =>
      new Promise((resolve, reject) => {
        waiting.push({ steps, resolve, reject })
        if (isWriting) return
        isWriting = true
        void drain()
      }),
    read: (ask) => database.readTogether((reader) => untilLoaded(openLoadedRows(reader, place), ask)),
    snapshot: (walk) => database.readTogether((reader) => walkUntilLoaded(reader, place, walk)),
  }
}

interface WaitingSteps {
  readonly steps: readonly AuthorityStepAsk[]
  resolve(said: readonly (readonly AuthorityOutput[])[]): void
  reject(error: unknown): void
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

const mostAsksTogether = 256
/** A few tens of megabytes; then it is begun anew. */
const mostKnownRows = 50_000
