import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const most = 8

/** Paths of the files opened on this machine, newest first. They hold no name typed into a file. */
export function recentPaths(userDataDir: string): readonly string[] {
  try {
    const stored: unknown = JSON.parse(readFileSync(listPath(userDataDir), 'utf8'))
    if (!Array.isArray(stored)) return []
    return stored.filter((path): path is string => typeof path === 'string' && existsSync(path))
  } catch {
    // No list yet, or one that was damaged: it is only a convenience.
    return []
  }
}

export function rememberPath(userDataDir: string, path: string): void {
  const absolute = resolve(path)
  const paths = [absolute, ...recentPaths(userDataDir).filter((other) => other !== absolute)].slice(0, most)
  try {
    mkdirSync(dirname(listPath(userDataDir)), { recursive: true })
    writeFileSync(listPath(userDataDir), JSON.stringify(paths), { mode: 0o600 })
  } catch {
    // A folder that cannot be written costs the list, never the opening of the file.
  }
}

const listPath = (userDataDir: string): string => join(userDataDir, 'recent-files.json')
