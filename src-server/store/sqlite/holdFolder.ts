import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'

/**
 * Takes a data folder for this process alone. The lock is one of the system: it dies with the process, however that
 * ends. Answers how to let go, or null when another process holds the folder.
 */
export function holdFolder(folder: string): (() => void) | null {
  const lock = new SqliteDatabase(join(folder, 'server.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return () => lock.close()
  } catch (error) {
    lock.close()
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}
