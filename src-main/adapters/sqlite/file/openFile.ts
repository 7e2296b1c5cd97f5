import { statSync } from 'node:fs'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { foldVersion } from '#shared/operations/foldVersion.ts'
import { migrate, schemaVersionOf } from '../migrations/migrate.ts'
import { backupBeforeMigration } from './backupBeforeMigration.ts'
import { checkpoint } from './checkpoint.ts'
import type { FileSettings } from './fileSettings.ts'
import { foldAgain, foldVersionOf } from './foldAgain.ts'
import { configure, hold, openDatabase } from './openDatabase.ts'
import { refusedBySystem } from './refusedBySystem.ts'
import { pageBytes } from './reservedPages.ts'

/**
 * Opens an unlocked file for this process alone, brought to the schema and the fold of this program after a backup. Refuses
 * `file.in-use`, `file.newer-version`, `file.truncated`, `file.damaged`, `file.read-only`, `file.disk-full`.
 */
export function openFile(
  path: string,
  dataKey: Uint8Array,
  { migrations }: Pick<FileSettings, 'migrations'>,
): Result<Database> {
  const current = migrations.at(-1)?.version ?? 0
  const opened = openAsItIs(path, dataKey, current)
  if (!opened.ok) return opened
  return guarded(path, opened.value, () => {
    const version = schemaVersionOf(opened.value)
    const age = version === current ? ageOfStates(opened.value) : 'earlier'
    if (age === 'later') return refuse('file.newer-version', { path, version })
    if (age === 'same') return opened
    opened.value.close()
    backupBeforeMigration(path, version)
    const reopened = openAsItIs(path, dataKey, current)
    if (!reopened.ok) return reopened
    return guarded(path, reopened.value, () => {
      migrate(reopened.value, migrations)
      if (ageOfStates(reopened.value) !== 'earlier') return reopened
      const folded = foldAgain(reopened.value)
      return folded.ok ? reopened : folded
    })
  })
}

/** Whether the fold that made the states of the file is ours, or comes before or after. */
function ageOfStates(database: Database): 'earlier' | 'same' | 'later' {
  const made = foldVersionOf(database)
  return made === foldVersion ? 'same' : made < foldVersion ? 'earlier' : 'later'
}

function openAsItIs(path: string, dataKey: Uint8Array, newestVersion: number): Result<Database> {
  let database: Database
  try {
    database = openDatabase(path, dataKey, 'existing')
  } catch (error) {
    return refusedBySystem(error, path)
  }
  return guarded(path, database, () => {
    try {
      hold(database)
    } catch (error) {
      // The first page holds (its code is right), yet it counts more pages than there are.
      if (error instanceof SqliteDatabase.SqliteError && error.code === 'SQLITE_CORRUPT')
        return refuse('file.truncated', { path })
      throw error
    }
    configure(database)
    const version = schemaVersionOf(database)
    if (version > newestVersion) return refuse('file.newer-version', { path, version })
    // Meets a read-only disk now rather than at the first word typed.
    database.exec('BEGIN IMMEDIATE')
    database.exec('ROLLBACK')
    const wholeFile = checkpoint(database)
    return wholeFile && isCut(path, database) ? refuse('file.truncated', { path }) : ok(database)
  })
}

/** Asked by name, not by descriptor: closing one would drop the locks. */
function isCut(path: string, database: Database): boolean {
  const pages = database.pragma('page_count', { simple: true }) as number
  return statSync(path).size < pages * pageBytes
}

/** Runs `work`; on a refusal, on an error of the system, on a bug, the connection is closed. */
function guarded(path: string, database: Database, work: () => Result<Database>): Result<Database> {
  try {
    const result = work()
    if (!result.ok) database.close()
    return result
  } catch (error) {
    database.close()
    return refusedBySystem(error, path)
  }
}
