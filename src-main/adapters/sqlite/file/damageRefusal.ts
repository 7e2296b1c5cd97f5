import SqliteDatabase from 'better-sqlite3'
import { type Result, refuse } from '#shared/kernel/result.ts'

/**
 * `file.damaged` when a page of the open file refused to be read: its code is false, its structure broken, or the disk
 * failed. Null for any other error, which is a bug.
 */
export function damageRefusal(error: unknown): Extract<Result<never>, { ok: false }> | null {
  if (!(error instanceof SqliteDatabase.SqliteError)) return null
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(error.code) ? refuse('file.damaged') : null
}
