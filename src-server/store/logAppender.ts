import { logAppended, readMessage } from './heardMessage.ts'
import type { SqlDatabase, SqlWriter } from './sqlDatabase.ts'
import { type LogHead, type LogPlace, lockLogHead, readLogHead } from './tables/logHeads.ts'

/** What may be done to one log, in the one transaction that holds its head. */
export type LogWork<T> = (writer: SqlWriter, head: LogHead) => Promise<T>

/** Appends to the logs of the server (SV3, SV4). */
export interface LogAppender {
  /**
   * Runs `work` with the head of the log held; settles when the result is durable. Works that wait for the same log
   * share one transaction, in the order they came. One that throws takes back itself alone. May run again from its
   * beginning, as `transact`.
   */
  append<T>(place: LogPlace, work: LogWork<T>): Promise<T>
  /** New heads, of every process, once they are durable. Null: some may have been missed, look again. */
  onAppended(listener: (appended: (LogPlace & { readonly g: number }) | null) => void): () => void
}

export function logAppender(database: SqlDatabase, mostWorksPerTransaction = 200): LogAppender {
  const queues = new Map<string, Waiting[]>()

  async function drain(place: LogPlace, key: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const group = queue.splice(0, mostWorksPerTransaction)
      try {
        const settled = await database.transact((writer) => runGroup(database, writer, place, group))
        for (const settle of settled) settle()
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
    // At once: nobody may join a queue that is no longer looked at.
    queues.delete(key)
  }

  return {
    append: (place, work) =>
      new Promise((resolve, reject) => {
        const key = JSON.stringify([place.organisation, place.log])
        const waiting: Waiting = { work, resolve: resolve as (value: unknown) => void, reject }
        const queue = queues.get(key)
        if (queue !== undefined) {
          queue.push(waiting)
          return
        }
        const fresh = [waiting]
        queues.set(key, fresh)
        // The turn of the event loop ends first: what arrived together is written together.
        setImmediate(() => void drain(place, key, fresh))
      }),
    onAppended: (listener) =>
      database.onPublished((message) => {
        const heard = readMessage(message)
        if (heard.kind === 'look-again') listener(null)
        if (heard.kind === 'appended') listener({ ...heard.place, g: heard.g })
      }),
  }
}

interface Waiting {
  readonly work: LogWork<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** Answers what to tell each of those who wait, once the transaction is durable. */
async function runGroup(
  database: SqlDatabase,
  writer: SqlWriter,
  place: LogPlace,
  group: readonly Waiting[],
): Promise<readonly (() => void)[]> {
  const first = await lockLogHead(writer, place)
  let head = first
  const settled: (() => void)[] = []
  for (const { work, resolve, reject } of group) {
    try {
      const value = await writer.savepoint(() => work(writer, head))
      settled.push(() => resolve(value))
    } catch (error) {
      if (database.asksAgain(error)) throw error
      settled.push(() => reject(error))
    }
    head = await readLogHead(writer, place)
  }
  if (head.g > first.g) await writer.publish(logAppended(place, head.g))
  return settled
}
