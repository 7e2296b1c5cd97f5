import SqliteDatabase, { type Database } from 'better-sqlite3'

/**
 * A connection keyed with the raw data key. Nothing is read yet: a wrong key, a lock or damage shows at the first
 * statement. SQLCipher 4 format; without a named cipher the library would take another one.
 */
export function openDatabase(path: string, dataKey: Uint8Array, mode: 'create' | 'existing'): Database {
  const database = new SqliteDatabase(path, {
    fileMustExist: mode === 'existing',
    timeout: 0,
  }) as KeyedDatabase
  try {
    database.pragma("cipher='sqlcipher'")
    database.pragma('legacy=4')
    // As bytes, never in SQL text: statements may be logged, keys may not.
    database.key(Buffer.from(`raw:${Buffer.from(dataKey).toString('hex')}`))
    // Sorts and temporary tables of a file with names in it never reach the disk.
    database.pragma('temp_store=MEMORY')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Takes the file for this process alone and reads its first page, no more. A second opener is refused at once, the lock
 * dies with the process, and no `-shm` file is made. Comes before anything else is read.
 */
export function hold(database: Database): void {
  database.pragma('locking_mode=EXCLUSIVE')
  database.pragma('user_version')
}

/** The settings of an open file. */
export function configure(database: Database): void {
  database.pragma('journal_mode=WAL')
  // A commit must be on the disk before anyone hears of it, else a power cut forks the device chain.
  database.pragma('synchronous=FULL')
  database.pragma('foreign_keys=ON')
  database.pragma('secure_delete=ON')
  // Pages that a run of feeds touches again and again go into the file once: 32 MiB of journal between two checkpoints.
  database.pragma('wal_autocheckpoint=8000')
  database.pragma('cache_size=-65536')
  // A big import grows the journal; it must not stay big on a small disk.
  database.pragma('journal_size_limit=67108864')
}

/** The library's own method, unknown to the types of the package it stands in for. */
type KeyedDatabase = Database & { key(key: Buffer): number }
