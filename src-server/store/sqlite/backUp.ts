import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs'
import { openConnection, type SqliteSettings } from './openSqliteDatabase.ts'

/**
 * Writes a whole copy of the database, as of one moment, while the server runs or not (SV6); under the same key when it
 * is encrypted. Answers false, and writes nothing, when the file exists already.
 */
export function backUp(settings: SqliteSettings, target: string): boolean {
  if (existsSync(target)) return false
  const unfinished = `${target}.part`
  rmSync(unfinished, { force: true })
  const database = openConnection(settings, { fileMustExist: true })
  try {
    database.prepare('VACUUM INTO ?').run(unfinished)
  } finally {
    database.close()
  }
  chmodSync(unfinished, 0o600)
  renameSync(unfinished, target)
  return true
}
