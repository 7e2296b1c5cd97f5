import SqliteDatabase, { type Database } from 'better-sqlite3'

/**
 * Brings the journal back into the file. False when the disk has no room for it: nothing is lost, the journal keeps what
 * it has and the next opening tries again.
 */
export function checkpoint(database: Database): boolean {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
    return true
  } catch (error) {
    if (error instanceof SqliteDatabase.SqliteError && error.code === 'SQLITE_FULL') return false
    throw error
  }
}
