import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { flushFolder } from './flushFolder.ts'
import { writeRefusal } from './writeRefusal.ts'

/**
 * Writes a file whole or not at all [WF1]: a neighbour is written, flushed to the disk, then takes the name. An older
 * file of that name survives any failure. Refuses with `file.read-only`, `file.disk-full`, `file.missing` (no such
 * folder), `file.in-use` (another program, Word for instance, holds it).
 */
export async function writeDocument(
  path: string,
  bytes: Uint8Array,
): Promise<Result<{ readonly path: string }>> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    await flushFolder(dirname(path))
    return ok({ path })
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    const code = writeRefusal((error as NodeJS.ErrnoException).code)
    if (code === null) throw error
    return refuse(code, { path })
  }
}
