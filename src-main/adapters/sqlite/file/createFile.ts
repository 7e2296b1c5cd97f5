import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import { foldVersion } from '#shared/operations/foldVersion.ts'
import { checkNewPassphrase } from '../../keys/passphraseRule.ts'
import { migrate } from '../migrations/migrate.ts'
import type { FileSettings } from './fileSettings.ts'
import { writeKeyArea } from './keyAreaFile.ts'
import { newFileKeys } from './newFileKeys.ts'
import { openDatabase } from './openDatabase.ts'
import { refusedBySystem } from './refusedBySystem.ts'
import { reservePages } from './reservedPages.ts'

/**
 * Makes a new, empty, closed file, whole or not at all. Answers the recovery code, to be shown once: it is kept
 * nowhere. Refuses `file.weak-passphrase`, `file.exists`, `file.missing` (no such folder), `file.read-only`,
 * `file.disk-full`.
 */
export async function createFile(
  path: string,
  passphrase: string,
  { clock, randomness, migrations }: FileSettings,
  /** Of a copy: that of the committee's file, which exists elsewhere. */
  copyOf: string | null = null,
): Promise<Result<{ readonly recoveryCode: string }>> {
  const checked = checkNewPassphrase(passphrase)
  if (!checked.ok) return checked
  if (existsSync(path)) return refuse('file.exists', { path })
  if (!existsSync(dirname(path))) return refuse('file.missing', { path: dirname(path) })

  const fileId = copyOf ?? uuid7(clock, randomness)
  const { dataKey, keyArea, recoveryCode } = await newFileKeys(checked.value, fileId, randomness)
  const draft = join(dirname(path), `.${basename(path)}.${fileId.slice(-12)}.part`)
  try {
    const database = openDatabase(draft, dataKey, 'create')
    try {
      reservePages(database)
      migrate(database, migrations)
      database
        .prepare('INSERT INTO file_identity (only, file_id, created_at_ms, fold_version) VALUES (1, ?, ?, ?)')
        .run(fileId, clock.nowMs(), foldVersion)
    } finally {
      database.close()
    }
    writeKeyArea(draft, keyArea)
    publish(draft, path)
    return ok({ recoveryCode })
  } catch (error) {
    return refusedBySystem(error, path)
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(draft + suffix, { force: true })
  }
}

/** Gives the file its name without ever replacing another one; on disks without links (USB keys), by renaming. */
function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    if (existsSync(path)) throw error
    renameSync(draft, path)
  }
  syncFolder(dirname(path))
}

/** The name too must survive a power cut. Windows knows no such call, and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
