import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { openConnection, type SqliteSettings } from './openSqliteDatabase.ts'

export type Restored =
  | { readonly kind: 'restored'; readonly restores: number; readonly replaced: string | null }
  /** Of another server. Nothing was changed. */
  | { readonly kind: 'foreign' }
  /** No database, damaged, or under another key. Nothing was changed. */
  | { readonly kind: 'unreadable' }

/**
 * Puts a backup in the place of the database, with a higher restore counter (SV6, SY17). The folder is held: no server
 * runs. What was there stays beside, under the name that is answered. A crash leaves the one or the other, whole.
 */
export function restore(settings: SqliteSettings, backup: string, authorityKey: Uint8Array): Restored {
  const incoming = `${settings.path}.restoring`
  rmSync(incoming, { force: true })
  copyFileSync(backup, incoming)
  const found = readAuthority({ ...settings, path: incoming })
  if (found === null) {
    rmSync(incoming)
    return { kind: 'unreadable' }
  }
  if (!Buffer.from(found.publicKey).equals(authorityKey)) {
    rmSync(incoming)
    return { kind: 'foreign' }
  }
  const present = existsSync(settings.path) ? readAuthority(settings) : null
  const restores = Math.max(found.restores, present?.restores ?? 0) + 1
  raise({ ...settings, path: incoming }, restores)
  const replaced = existsSync(settings.path) ? `${settings.path}.before-restore-${restores}` : null
  if (replaced !== null) setAside(settings, replaced, present !== null)
  renameSync(incoming, settings.path)
  return { kind: 'restored', restores, replaced }
}

/** Null when it is no whole database that this key opens. */
function readAuthority(settings: SqliteSettings): { publicKey: Uint8Array; restores: number } | null {
  return withConnection(settings, (database) => {
    if (database.pragma('integrity_check', { simple: true }) !== 'ok') return null
    const row = database.prepare('SELECT public_key, restores FROM authority WHERE one = 1').get()
    if (row === undefined) return null
    const { public_key, restores } = row as { public_key: Uint8Array; restores: number }
    return { publicKey: public_key, restores }
  })
}

function raise(settings: SqliteSettings, restores: number): void {
  const database = openConnection(settings)
  database.pragma('synchronous=FULL')
  database.prepare('UPDATE authority SET restores = ? WHERE one = 1').run(restores)
  // What is ordered from here on is of another life of the log.
  database.prepare('UPDATE log_heads SET epoch = ? WHERE epoch < ?').run(restores, restores)
  // Whoever held a session when the backup was taken signs in again.
  database.prepare('DELETE FROM login_sessions').run()
  database.close()
}

/** A copy, so that the place is never empty: an empty one would be taken for a first start. */
function setAside(settings: SqliteSettings, name: string, isReadable: boolean): void {
  if (isReadable)
    withConnection(settings, (database) => {
      database.pragma('wal_checkpoint(TRUNCATE)')
      return null
    })
  copyFileSync(settings.path, name)
  for (const end of ['-wal', '-shm'])
    if (existsSync(settings.path + end)) renameSync(settings.path + end, name + end)
}

function withConnection<T>(settings: SqliteSettings, work: (database: Database) => T | null): T | null {
  const database = openConnection(settings)
  try {
    return work(database)
  } catch (error) {
    if (error instanceof SqliteDatabase.SqliteError) return null
    throw error
  } finally {
    database.close()
  }
}
