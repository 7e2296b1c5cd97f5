import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether a built file is missing or older than any of its sources (files, or folders read in depth).
 * @param {string} built
 * @param {string[]} sources
 */
export function isOlderThanSources(built, sources) {
  if (!existsSync(built)) return true
  const builtAt = statSync(built).mtimeMs
  return sources.some((source) => existsSync(source) && newestIn(source) > builtAt)
}

function newestIn(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  // A folder's own date changes when one of its files is removed, which also makes the build stale.
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestIn(join(path, name))),
    stat.mtimeMs,
  )
}
