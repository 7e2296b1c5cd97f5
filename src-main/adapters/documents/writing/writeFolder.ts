import { randomBytes } from 'node:crypto'
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { RefusalCode } from '#shared/kernel/refusalCodes.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { flushFolder } from './flushFolder.ts'
import { removeLeftovers, temporaryName } from './leftoverFolders.ts'
import { writeRefusal } from './writeRefusal.ts'

export interface FolderFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the folder is written with; tests lend one that fails. */
export interface FolderDisk {
  writeFile(path: string, bytes: Uint8Array): Promise<void>
  rename(from: string, to: string): Promise<void>
}

/**
 * Writes a new folder whole or not at all [WF2]: a neighbour of a temporary name is filled, flushed, then takes the name;
 * then `record` is called, and when it refuses the folder goes away. Neighbours that an earlier process left when it was
 * killed are removed first. Refuses with `file.exists`, `file.read-only`, `file.disk-full`, `file.missing` (no such
 * parent), `file.in-use`, `document.cancelled` when `files` gives null, and with the refusals of `record`.
 */
export async function writeFolder(
  path: string,
  files: AsyncIterable<FolderFile | null>,
  record: () => Result<null> = () => ok(null),
  disk: FolderDisk = nodeDisk,
): Promise<Result<null>> {
  const parent = dirname(path)
  const temporary = join(parent, temporaryName(basename(path), randomBytes(6).toString('hex')))
  let ours = temporary
  /** What a failure is about, for the sentence. */
  let at = path
  try {
    await removeLeftovers(parent, basename(path))
    if (await exists(path)) return refuse('file.exists', { path })
    await mkdir(temporary)
    for await (const file of files) {
      if (file === null) return await gone(temporary, 'document.cancelled', {})
      if (!isPlainName(file.name)) throw new Error(`a file of a folder has no plain name: ${file.name}`)
      at = join(path, file.name)
      await disk.writeFile(join(temporary, file.name), file.bytes)
    }
    at = path
    await flushFolder(temporary)
    // On some systems a rename takes the place of an empty folder without a word.
    if (await exists(path)) return await gone(temporary, 'file.exists', { path })
    await renameFolder(disk, temporary, path)
    ours = path
    await flushFolder(parent)
  } catch (error) {
    await removed(ours)
    const { code } = error as NodeJS.ErrnoException
    const refusal = code === 'EEXIST' || code === 'ENOTEMPTY' ? 'file.exists' : writeRefusal(code)
    if (refusal === null) throw error
    return refuse(refusal, { path: at })
  }
  return recorded(path, record)
}

function isPlainName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\]/u.test(name)
}

/** From here on the folder is ours and whole: a refusal or an exception of the record takes it away again. */
async function recorded(path: string, record: () => Result<null>): Promise<Result<null>> {
  let kept = false
  try {
    const answer = record()
    kept = answer.ok
    return answer
  } finally {
    if (!kept) await removed(path)
  }
}

async function gone(
  temporary: string,
  code: RefusalCode,
  details: { readonly path?: string },
): Promise<Result<null>> {
  await removed(temporary)
  return refuse(code, details)
}

/** A folder that cannot be removed is left to the next time: what failed first is what is told. */
const removed = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true }).catch(() => undefined)

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/** On Windows an antivirus may still be reading what was just written, and holds the folder for a moment. */
async function renameFolder(disk: FolderDisk, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await disk.rename(from, to)
    } catch (error) {
      const isHeld = ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '')
      if (!isHeld || process.platform !== 'win32' || attempt === renameAttempts) throw error
      await delay(renameDelayMs * attempt)
    }
  }
}

const renameAttempts = 8
const renameDelayMs = 100

const nodeDisk: FolderDisk = {
  writeFile: async (path, bytes) => {
    const file = await open(path, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  rename,
}
