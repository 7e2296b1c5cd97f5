import { existsSync, rmSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'

/**
 * Whether some process, this one included, holds the file open. Asked through SQLite and before any other reading:
 * SQLite keeps the locks of one process straight, while closing a descriptor of our own would drop them.
 */
export function isInUse(path: string): boolean {
  const sharedIndex = `${path}-shm`
  const hadSharedIndex = existsSync(sharedIndex)
  // Read-only and without the key: it meets the lock, or stops at the first page; it never writes in the file.
  const database = new SqliteDatabase(path, { readonly: true, fileMustExist: true, timeout: 0 })
  try {
    database.pragma('schema_version')
    return false
  } catch (error) {
    return error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY')
  } finally {
    database.close()
    // Asked beside the journal of a killed process, SQLite makes this file, which our exclusive way of opening never uses.
    if (!hadSharedIndex) rmSync(sharedIndex, { force: true })
  }
}
