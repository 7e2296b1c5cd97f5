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
  mkdirSync(userDataFolder, { recursive: true })
  const fresh = Buffer.from(randomness.bytes(16)).toString('hex')
  writeFileSync(path, `${fresh}\n`, { mode: 0o600 })
  return fresh
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}
