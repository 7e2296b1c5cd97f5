import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** « .Courriers PV-2026-001.1f2e3d4c5b6a.en-cours »: hidden, beside the folder that it becomes. */
export const temporaryName = (name: string, random: string): string => `.${name}.${random}.en-cours`

/**
 * Removes what a killed process left in this place: the temporary folders of the same name, and those of other names that
 * nobody has touched for an hour. What cannot be removed stays, without a word: it is in nobody's way.
 */
export async function removeLeftovers(parent: string, name: string): Promise<void> {
  for (const entry of await readdir(parent, { withFileTypes: true })) {
    const temporary = /^\.(.+)\.[0-9a-f]{12}\.en-cours$/u.exec(entry.name)
    if (temporary === null || !entry.isDirectory()) continue
    const path = join(parent, entry.name)
    const { mtimeMs } = await lstat(path)
    if (temporary[1] === name || Date.now() - mtimeMs > untouchedForMs)
      await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

const untouchedForMs = 60 * 60 * 1000
