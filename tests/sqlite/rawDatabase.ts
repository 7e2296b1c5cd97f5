import type { Database } from 'better-sqlite3'
import { noKeyStore } from '#main/adapters/keys/keyStore.ts'
import { openDatabase } from '#main/adapters/sqlite/file/openDatabase.ts'
import { unlock } from '#main/adapters/sqlite/file/unlock.ts'
import { passphrase, valueOf } from './committeeOnDisk.ts'

/** What somebody who knows the passphrase could do to a closed file with other tools. */
export async function tamper(path: string, work: (database: Database) => void): Promise<void> {
  const { dataKey } = valueOf(await unlock(path, { kind: 'passphrase', text: passphrase }, noKeyStore))
  const database = openDatabase(path, dataKey, 'existing')
  try {
    database.pragma('foreign_keys=OFF')
    work(database)
    if (database.pragma('journal_mode', { simple: true }) === 'wal')
      database.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}
