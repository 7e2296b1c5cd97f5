import SqliteDatabase, { type Database } from 'better-sqlite3'

/** What a peer writes into: the same library, no encryption, the write-ahead log and the durability of our files. */
export function plainDatabase(path: string): Database {
  const database = new SqliteDatabase(path)
  database.pragma('journal_mode=WAL')
  database.pragma('synchronous=FULL')
  database.pragma('cache_size=-65536')
  database.pragma('temp_store=MEMORY')
  return database
}
