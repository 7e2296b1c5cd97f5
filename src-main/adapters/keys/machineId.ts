import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Randomness } from '#shared/kernel/clock.ts'

/**
 * The id of this machine for this user: random, made at the first call, kept in the user data folder and nowhere
 * else. A file copied to another machine thus starts its own device chain instead of forking the first one.
 */
export function machineId(userDataFolder: string, randomness: Randomness): string {
  const path = join(userDataFolder, 'machine-id')
  const known = readIfThere(path)
  if (known !== undefined && /^[0-9a-f]{32}$/.test(known)) return known
  const fresh = Buffer.from(randomness.bytes(16)).toString('hex')
  keep(userDataFolder, path, fresh)
  return fresh
}

/** A folder that cannot be written never bars a committee's file: the next run starts another device chain. */
function keep(userDataFolder: string, path: string, id: string): void {
  try {
    mkdirSync(userDataFolder, { recursive: true })
    writeFileSync(path, `${id}\n`, { mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}
