import { randomUUID } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { basename, extname, isAbsolute, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { freePath } from '../freePath.ts'
import { safeName } from '../safeName.ts'

/**
 * Where files pass between the browser and the use cases: a folder only this person can read, emptied
 * when the host stops. `.delibere` files are no passing guests: they go to `filesDir` and stay.
 */
export interface ExchangeFolder {
  /** Writes what the page sends under its own name; answers the absolute path. */
  receive(fileName: string, content: Readable): Promise<string>
  /** A path for the use cases to write to, later offered as a download under that name. */
  reserve(suggestedName: string): string
  /** A folder to be made beside the files that stay: a browser cannot lend a folder of its own. */
  newFolder(suggestedName: string): string
  /** What was typed for a folder, as an absolute path: a bare name stands beside the files that stay. */
  typedFolder(typed: string): string
  /** Files kept by `filesDir`, absolute paths. */
  keptFiles(): string[]
  /** Whether a path was handed out by this folder: the page may not name any other. */
  hasHandedOut(path: string): boolean
  /** Opens a download of an existing file, and gives its identifier. */
  offer(path: string): { readonly id: string; readonly name: string }
  /** Reserved files that the use cases have written since the last call. */
  takeWritten(): string[]
  pathOf(downloadId: string): string | null
  empty(): void
}

export function createExchangeFolder(userDataDir: string, filesDir: string): ExchangeFolder {
  const parent = join(userDataDir, 'exchange')
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  removeLeftovers(parent)
  const folder = mkdtempSync(join(parent, `${process.pid}-`))
  const handedOut = new Set<string>()
  const awaited = new Set<string>()
  const downloads = new Map<string, string>()

  const passingPath = (fileName: string) => {
    const own = join(folder, randomUUID())
    mkdirSync(own, { mode: 0o700 })
    return join(own, safeName(fileName))
  }
  const pathFor = (fileName: string) => (isKept(fileName) ? keptPath(fileName) : passingPath(fileName))
  const keptPath = (name: string) => {
    mkdirSync(filesDir, { recursive: true, mode: 0o700 })
    return freePath(join(filesDir, safeName(name)))
  }

  return {
    async receive(fileName, content) {
      const path = pathFor(fileName)
      try {
        await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
      } catch (error) {
        rmSync(path, { force: true })
        throw error
      }
      handedOut.add(path)
      return path
    },
    reserve(suggestedName) {
      const path = pathFor(suggestedName)
      if (!isKept(path)) awaited.add(path)
      return path
    },
    newFolder: keptPath,
    typedFolder: (typed) => (isAbsolute(typed) ? typed : keptPath(typed)),
    keptFiles() {
      if (!existsSync(filesDir)) return []
      const paths = readdirSync(filesDir)
        .filter(isKept)
        .sort()
        .map((name) => join(filesDir, name))
      for (const path of paths) handedOut.add(path)
      return paths
    },
    hasHandedOut: (path) => handedOut.has(path),
    offer(path) {
      const id = randomUUID()
      downloads.set(id, path)
      return { id, name: basename(path) }
    },
    takeWritten() {
      const written = [...awaited].filter((path) => existsSync(path))
      for (const path of written) awaited.delete(path)
      return written
    },
    pathOf: (downloadId) => downloads.get(downloadId) ?? null,
    empty: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A host that was killed could not empty its folder: the next one does. */
function removeLeftovers(parent: string): void {
  for (const name of readdirSync(parent)) {
    const owner = Number.parseInt(name, 10)
    if (!isRunning(owner)) rmSync(join(parent, name), { recursive: true, force: true })
  }
}

function isRunning(processId: number): boolean {
  if (!Number.isInteger(processId)) return false
  try {
    process.kill(processId, 0)
    return true
  } catch {
    return false
  }
}

function isKept(fileName: string): boolean {
  return extname(fileName).toLowerCase() === '.delibere'
}
