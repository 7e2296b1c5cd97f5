import { createHash } from 'node:crypto'
import pg from 'pg'
import { publishedMessages } from '../publishedMessages.ts'
import {
  ChangedMeanwhile,
  type SqlDatabase,
  type SqlReader,
  type SqlValue,
  type SqlWriter,
} from '../sqlDatabase.ts'
import { listenForever } from './listenForever.ts'

export interface PostgresSettings {
  /** `postgres://…`, as libpq reads it. */
  readonly url: string
  readonly mostConnections: number
  /**
   * After how long the database ends a transaction whose process says nothing any more (suspended, cut off): it holds
   * what others wait for. 15 s when absent.
   */
  readonly silentAfterMs?: number
}

/** The database that several processes share. */
export async function openPostgresDatabase(
  settings: PostgresSettings,
  onFailure: (error: unknown) => void,
): Promise<SqlDatabase> {
  const connection = { connectionString: settings.url, types: { getTypeParser } }
  const pool = new pg.Pool({
    ...connection,
    max: settings.mostConnections,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: settings.silentAfterMs ?? 15_000,
  })
  // A connection that dies is replaced by the pool; without listeners it would end the process, idle or in use.
  pool.on('error', onFailure)
  pool.on('connect', (client) => client.on('error', () => {}))
  const messages = publishedMessages(onFailure)
  const listening = await listenForever(
    () => new pg.Client(connection),
    channel,
    messages.tell,
    onFailure,
  ).catch(async (error) => {
    await pool.end()
    throw error
  })
  const reader = readerOn(pool)

  async function attempt<T>(work: (writer: SqlWriter) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    let failure: Error | undefined
    try {
      await client.query('BEGIN')
      const value = await work(writerOn(client))
      const ended = await client.query('COMMIT')
      // A transaction that failed on the way answers ROLLBACK here, without an error.
      if (ended.command !== 'COMMIT') throw new Error('the transaction was taken back')
      return value
    } catch (error) {
      await client.query('ROLLBACK').catch((lost: Error) => {
        failure = lost
      })
      throw error
    } finally {
      // A connection that could not take its transaction back is not used again.
      client.release(failure)
    }
  }

  return {
    dialect: 'postgres',
    ...reader,
    async readTogether(work) {
      const client = await pool.connect()
      let failure: Error | undefined
      try {
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
        return await work(readerOn(client))
      } finally {
        await client.query('ROLLBACK').catch((lost: Error) => {
          failure = lost
        })
        client.release(failure)
      }
    },
    async transact(work) {
      for (let tries = 1; ; tries++) {
        try {
          return await attempt(work)
        } catch (error) {
          if (!asksAgain(error) || tries === mostTries) throw error
        }
      }
    },
    asksAgain,
    onPublished: (listener) => messages.add(listener),
    async alone(work) {
      const client = await pool.connect()
      try {
        await client.query('SELECT pg_advisory_lock($1)', [aloneLock])
        try {
          return await work()
        } finally {
          await client.query('SELECT pg_advisory_unlock($1)', [aloneLock])
        }
      } finally {
        client.release()
      }
    },
    async close() {
      await listening.stop()
      await pool.end()
    },
  }
}

const channel = 'delibere'
const mostTries = 5
/** "déli" as a number: no other program on the same database is likely to lock it. */
const aloneLock = 684_967_433

function readerOn(queryable: pg.Pool | pg.PoolClient): SqlReader {
  return {
    all: async <Row>(sql: string, ...values: readonly SqlValue[]) =>
      (await queryable.query(prepared(sql, values))).rows as Row[],
    one: async <Row>(sql: string, ...values: readonly SqlValue[]) =>
      ((await queryable.query(prepared(sql, values))).rows[0] as Row | undefined) ?? null,
  }
}

function writerOn(client: pg.PoolClient): SqlWriter {
  return {
    ...readerOn(client),
    run: async (sql, ...values) => (await client.query(prepared(sql, values))).rowCount ?? 0,
    script: async (sql) => {
      await client.query(sql)
    },
    async savepoint(work) {
      await client.query('SAVEPOINT one')
      try {
        const value = await work()
        await client.query('RELEASE SAVEPOINT one')
        return value
      } catch (error) {
        // What was notified since the savepoint is taken back with it.
        await client.query('ROLLBACK TO SAVEPOINT one')
        await client.query('RELEASE SAVEPOINT one')
        throw error
      }
    },
    publish: async (message) => {
      await client.query('SELECT pg_notify($1, $2)', [channel, message])
    },
  }
}

function prepared(sql: string, values: readonly SqlValue[]): pg.QueryConfig {
  let position = 0
  return {
    name: createHash('sha256').update(sql).digest('base64url'),
    text: sql.replaceAll('?', () => `$${++position}`),
    values: values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value)),
  }
}

/** Deadlock, serialisation failure: the database asks for the same work again. */
function asksAgain(error: unknown): boolean {
  if (error instanceof ChangedMeanwhile) return true
  return error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01')
}

/** Counts and instants fit a double; the driver would hand back text for 8-byte integers. */
const getTypeParser: typeof pg.types.getTypeParser = ((id: number, format?: 'text' | 'binary') =>
  id === int8 && format !== 'binary' ? safeInteger : pg.types.getTypeParser(id, format as 'text')) as never

const int8 = 20

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('an integer of the database is too large')
  return value
}
