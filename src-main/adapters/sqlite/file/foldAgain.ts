import type { Database } from 'better-sqlite3'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { foldVersion } from '#shared/operations/foldVersion.ts'
import type { Entity } from '#shared/operations/operation.ts'
import { foldLog } from '../log/foldLog.ts'
import { fileStores } from '../store/fileStores.ts'
import { readSelf } from '../sync/fileSelf.ts'
import { foldCopyAgain } from '../sync/foldCopyAgain.ts'
import { syncSettings } from '../sync/syncSettings.ts'

/** Which fold made the states of the file. Only on a file at the schema of this program. */
export const foldVersionOf = (database: Database): number =>
  database.prepare<[], number>('SELECT fold_version FROM file_identity').pluck().get() ?? foldVersion

/**
 * Makes every state again from the log, which is the truth, with the fold of this program, in one transaction: an
 * earlier one did not complete what it did not know. The log itself, and so every signature, stays as it is. Lines of
 * the list follow the states they show. Refuses `file.damaged` when the log does not fold; nothing changed then.
 */
export function foldAgain(database: Database): Result<null> {
  const stores = fileStores(database)
  const { aggregates, projection } = stores
  database.exec('BEGIN IMMEDIATE')
  try {
    const operationCount = database.prepare<[], number>('SELECT count(*) FROM operations').pluck().get() ?? 0
    if (readSelf(syncSettings(database)) !== null) {
      // Where something was taken away, the log of before is not whole any more.
      const alone = stores.log.withoutBody() > 0 ? [] : foldLog(stores, operationCount)
      foldCopyAgain(database, stores, alone)
      return folded(database)
    }
    const changed: Entity[] = []
    for (const each of foldLog(stores, operationCount)) {
      if (each.kind === 'senseless') {
        database.exec('ROLLBACK')
        return refuse('file.damaged', { position: each.position })
      }
      const { entity, version, state } = each
      const text = state === null ? null : canonicalJson(state as unknown as Json)
      if (aggregates.row(entity)?.text === text) continue
      aggregates.save(entity, version, state)
      changed.push(entity)
    }
    for (const entity of changed) projection.changed(entity)
    return folded(database)
  } catch (error) {
    // SQLite may have rolled back by itself, on a full disk for one.
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function folded(database: Database): Result<null> {
  database.prepare('UPDATE file_identity SET fold_version = ?').run(foldVersion)
  database.exec('COMMIT')
  return ok(null)
}
