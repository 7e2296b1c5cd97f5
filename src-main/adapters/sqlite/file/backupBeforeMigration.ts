import { closeSync, constants, copyFileSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * A byte copy beside the file, before its schema changes: « nom (avant mise à jour v1).delibere ». The file must be
 * closed and checkpointed. An earlier copy is never overwritten. Answers the path of the copy.
 */
export function backupBeforeMigration(path: string, schemaVersion: number): string {
  const copy = freePath(path, schemaVersion)
  try {
    copyFileSync(path, copy, constants.COPYFILE_EXCL)
    const descriptor = openSync(copy, 'r+')
    fsyncSync(descriptor)
    closeSync(descriptor)
    return copy
  } catch (error) {
    // Half a copy would look like a copy.
    rmSync(copy, { force: true })
    throw error
  }
}

function freePath(path: string, schemaVersion: number): string {
  const name = basename(path, '.delibere')
  for (let attempt = 1; ; attempt++) {
    const suffix = attempt === 1 ? '' : ` ${attempt}`
    const candidate = join(dirname(path), `${name} (avant mise à jour v${schemaVersion}${suffix}).delibere`)
    if (!existsSync(candidate)) return candidate
  }
}
