import { randomBytes } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { blobFileName } from './blobCipher.ts'

/** Where each file of a blob lies: `<folder>/<two digits>/<name>.blob`, `.part`, `.draft`. */
export interface BlobPlaces {
  blob(sha256: string): string
  part(sha256: string, transfer: string): string
  /** A name of its own at each call. */
  draft(sha256: string, transfer: string): string
  parts(sha256: string): Promise<readonly string[]>
  /** Before one more reception: drops the drafts of killed processes, and the receptions longest untouched. */
  makeRoom(sha256: string): Promise<void>
}

/** Receptions of one blob at a time: one is true; the others come from whoever describes it falsely. */
export const maxReceptions = 4

export function blobPlaces(folder: string, blobKey: Uint8Array): BlobPlaces {
  const stem = (sha256: string) => {
    const name = blobFileName(blobKey, sha256)
    return join(folder, name.slice(0, 2), name)
  }
  const part = (sha256: string, transfer: string) =>
    `${stem(sha256)}.${blobFileName(blobKey, sha256, transfer).slice(0, 16)}.part`
  const neighbours = async (sha256: string, extension: string): Promise<readonly string[]> => {
    const own = stem(sha256)
    const names = await readdir(dirname(own)).catch(nothing)
    return names
      .map((name) => join(dirname(own), name))
      .filter((path) => path.startsWith(`${own}.`) && path.endsWith(extension))
  }
  return {
    blob: (sha256) => `${stem(sha256)}.blob`,
    part,
    draft: (sha256, transfer) => `${part(sha256, transfer)}.${randomBytes(6).toString('hex')}.draft`,
    parts: (sha256) => neighbours(sha256, '.part'),
    makeRoom: async (sha256) => {
      for (const { path, mtimeMs } of await aged(await neighbours(sha256, '.draft')))
        if (Date.now() - mtimeMs > untouchedForMs) await rm(path, { force: true })
      const parts = await aged(await neighbours(sha256, '.part'))
      for (const { path } of parts.slice(0, Math.max(0, parts.length - maxReceptions + 1)))
        await rm(path, { force: true })
    },
  }
}

/** Longest untouched first. One that goes away meanwhile is not there to be counted. */
async function aged(paths: readonly string[]) {
  const found = await Promise.all(
    paths.map(async (path) => ({ path, mtimeMs: (await stat(path).catch(() => null))?.mtimeMs })),
  )
  return found
    .flatMap(({ path, mtimeMs }) => (mtimeMs === undefined ? [] : [{ path, mtimeMs }]))
    .sort((a, b) => a.mtimeMs - b.mtimeMs)
}

function nothing(error: NodeJS.ErrnoException): readonly string[] {
  if (error.code === 'ENOENT') return []
  throw error
}

const untouchedForMs = 60 * 60 * 1000
