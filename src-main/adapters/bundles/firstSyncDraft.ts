import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { FirstSyncManifest } from '#shared/operations/first-sync/firstSyncManifest.ts'
import { type FirstSyncProgress, nothingRead } from '#shared/operations/first-sync/firstSyncReading.ts'
import { hold, openDatabase } from '../sqlite/file/openDatabase.ts'

/** The file that a first copy is prepared in: it says itself how far it is. */
export interface FirstSyncDraft {
  readonly database: Database
  progressOf(part: number): FirstSyncProgress
  /** One transaction: the rows of one chunk, and how far they lead. A refusal rolls back. */
  write(part: number, progress: FirstSyncProgress, rows: () => Result<null>): Result<null>
  /** One transaction: what the copy needs to live, and the end of its preparation. */
  finish(work: () => void): void
  close(): void
}

/**
 * Takes up the draft of these very manifests, or starts anew: another state of the committee, another key, or a draft
 * that the disk spoiled is thrown away.
 */
export function openFirstSyncDraft(
  path: string,
  {
    manifests,
    dataKey,
    tables,
  }: {
    readonly manifests: readonly FirstSyncManifest[]
    readonly dataKey: Uint8Array
    readonly tables: { prepare(database: Database): void }
  },
): FirstSyncDraft {
  const name = createHash('sha256')
    .update(canonicalJson(manifests as unknown as Json))
    .digest('hex')
  const found = existsSync(path) ? takenUp(path, dataKey, name) : undefined
  if (found !== undefined) return draftOf(found)
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(path + suffix, { force: true })
  const database = openDatabase(path, dataKey, 'create')
  try {
    tables.prepare(database)
    settle(database)
    database.transaction(() => {
      database.exec(
        `CREATE TABLE ${table} (part INTEGER PRIMARY KEY, name TEXT, chunks INTEGER, row_count INTEGER, digest BLOB)`,
      )
      const insert = database.prepare(`INSERT INTO ${table} VALUES (?, ?, 0, 0, ?)`)
      for (const part of manifests.keys()) insert.run(part, name, nothingRead.digest)
      // Also of no scope at all: the draft of nothing is a draft.
      insert.run(-1, name, nothingRead.digest)
    })()
    return draftOf(database)
  } catch (error) {
    database.close()
    throw error
  }
}

/** Undefined unless it is the draft of these manifests, under this key. */
function takenUp(path: string, dataKey: Uint8Array, name: string): Database | undefined {
  const database = openDatabase(path, dataKey, 'existing')
  try {
    hold(database)
    settle(database)
    if (database.prepare(`SELECT name FROM ${table} WHERE part = -1`).pluck().get() === name) return database
  } catch (error) {
    if (!(error instanceof SqliteDatabase.SqliteError) || error.code.startsWith('SQLITE_BUSY')) {
      database.close()
      throw error
    }
  }
  database.close()
  return undefined
}

/** No journal beside the file once it is closed: it takes its name alone. */
function settle(database: Database): void {
  database.pragma('locking_mode=EXCLUSIVE')
  database.pragma('journal_mode=DELETE')
  database.pragma('synchronous=FULL')
  database.pragma('cache_size=-65536')
}

function draftOf(database: Database): FirstSyncDraft {
  const one = database.prepare<[number], FirstSyncProgress>(
    `SELECT chunks, row_count AS rows, digest FROM ${table} WHERE part = ?`,
  )
  const advance = database.prepare(`UPDATE ${table} SET chunks = ?, row_count = ?, digest = ? WHERE part = ?`)
  return {
    database,
    progressOf: (part) => {
      const found = one.get(part)
      if (found === undefined) throw new Error(`no part ${part} in the draft`)
      return { ...found, digest: new Uint8Array(found.digest) }
    },
    write: (part, progress, rows) => {
      database.exec('BEGIN IMMEDIATE')
      try {
        const written = rows()
        if (written.ok) advance.run(progress.chunks, progress.rows, progress.digest, part)
        database.exec(written.ok ? 'COMMIT' : 'ROLLBACK')
        return written
      } catch (error) {
        if (database.inTransaction) database.exec('ROLLBACK')
        throw error
      }
    },
    finish: (work) =>
      database.transaction(() => {
        work()
        database.exec(`DROP TABLE ${table}`)
      })(),
    close: () => database.close(),
  }
}

const table = 'first_sync_draft'
