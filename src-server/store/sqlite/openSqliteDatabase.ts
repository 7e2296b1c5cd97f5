import SqliteDatabase, { type Database, type Statement } from 'better-sqlite3'
import { publishedMessages } from '../publishedMessages.ts'
import {
  ChangedMeanwhile,
  type SqlDatabase,
  type SqlReader,
  type SqlValue,
  type SqlWriter,
} from '../sqlDatabase.ts'

export interface SqliteSettings {
  readonly path: string
  /** 32 bytes: the file is encrypted (SQLCipher 4). Null: in clear. */
  readonly key: Uint8Array | null
}

/**
 * The database of one process in one file. One connection writes, one transaction at a time; another reads, and sees
 * committed data only.
 */
export function openSqliteDatabase(
  settings: SqliteSettings,
  onFailure: (error: unknown) => void,
): SqlDatabase {
  const writing = openConnection(settings)
  configure(writing)
  const { database: reading, reader } = openReading(settings)
  const prepared = statementsOf(writing)
  const messages = publishedMessages(onFailure)
  let last: Promise<unknown> = Promise.resolve()

  async function attempt<T>(work: (writer: SqlWriter) => Promise<T>): Promise<T> {
    const published: string[] = []
    writing.exec('BEGIN IMMEDIATE')
    let value: T
    try {
      value = await work(writerOn(writing, prepared, published))
      writing.exec('COMMIT')
    } catch (error) {
      // A full disk has already taken the transaction back.
      if (writing.inTransaction) writing.exec('ROLLBACK')
      throw error
    }
    for (const message of published) messages.tell(message)
    return value
  }

  async function again<T>(work: (writer: SqlWriter) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(work)
      } catch (error) {
        if (!asksAgain(error) || tries === mostTries) throw error
      }
    }
  }

  // Connections for readings that last; each keeps its statements for the next one.
  const spare: ReadingConnection[] = []

  return {
    dialect: 'sqlite',
    ...reader,
    async readTogether(work) {
      const connection = spare.pop() ?? openReading(settings)
      connection.database.exec('BEGIN')
      try {
        return await work(connection.reader)
      } finally {
        connection.database.exec('ROLLBACK')
        if (spare.length < mostSpareReadings) spare.push(connection)
        else connection.database.close()
      }
    },
    transact(work) {
      const mine = last.then(() => again(work))
      last = mine.catch(() => {})
      return mine
    },
    asksAgain,
    onPublished: (listener) => messages.add(listener),
    // The folder belongs to one process already (see `holdFolder`).
    alone: (work) => work(),
    async close() {
      await last
      for (const { database } of spare.splice(0)) database.close()
      reading.close()
      writing.pragma('wal_checkpoint(TRUNCATE)')
      writing.close()
    },
  }
}

interface ReadingConnection {
  readonly database: Database
  readonly reader: SqlReader
}

function openReading(settings: SqliteSettings): ReadingConnection {
  const database = openConnection(settings)
  database.pragma('query_only=ON')
  return { database, reader: readerOn(statementsOf(database)) }
}

const mostSpareReadings = 4
const mostTries = 5

const asksAgain = (error: unknown): boolean => error instanceof ChangedMeanwhile

/** A keyed connection; nothing is read yet. */
export function openConnection(
  { path, key }: SqliteSettings,
  options: { readonly fileMustExist?: boolean } = {},
): Database {
  const database = new SqliteDatabase(path, { timeout: 5_000, ...options }) as KeyedDatabase
  try {
    if (key !== null) {
      database.pragma("cipher='sqlcipher'")
      database.pragma('legacy=4')
      // As bytes, never in SQL text: statements may be logged, keys may not.
      database.key(Buffer.from(`raw:${Buffer.from(key).toString('hex')}`))
    }
    database.pragma('temp_store=MEMORY')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function configure(database: Database): void {
  database.pragma('journal_mode=WAL')
  // What is acknowledged survives a power cut (SY16).
  database.pragma('synchronous=FULL')
  database.pragma('foreign_keys=ON')
  database.pragma('secure_delete=ON')
  database.pragma('cache_size=-65536')
  database.pragma('journal_size_limit=67108864')
}

type Prepared = (sql: string) => Statement

function statementsOf(database: Database): Prepared {
  const statements = new Map<string, Statement>()
  return (sql) => {
    const statement = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
}

function readerOn(prepared: Prepared): SqlReader {
  return {
    all: async <Row>(sql: string, ...values: readonly SqlValue[]) => prepared(sql).all(...values) as Row[],
    one: async <Row>(sql: string, ...values: readonly SqlValue[]) =>
      (prepared(sql).get(...values) as Row | undefined) ?? null,
  }
}

function writerOn(database: Database, prepared: Prepared, published: string[]): SqlWriter {
  return {
    ...readerOn(prepared),
    run: async (sql, ...values) => prepared(sql).run(...values).changes,
    script: async (sql) => {
      database.exec(sql)
    },
    async savepoint(work) {
      const before = published.length
      database.exec('SAVEPOINT one')
      try {
        const value = await work()
        database.exec('RELEASE one')
        return value
      } catch (error) {
        published.length = before
        if (database.inTransaction) database.exec('ROLLBACK TO one; RELEASE one')
        throw error
      }
    },
    publish: async (message) => {
      published.push(message)
    },
  }
}

/** The library's own method, unknown to the types of the package it stands in for. */
type KeyedDatabase = Database & { key(key: Buffer): number }
