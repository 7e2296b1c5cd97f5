import type { Database } from 'better-sqlite3'
import type { Clock, Randomness } from '#shared/kernel/clock.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import type { DeviceKey } from '#shared/usecases/sharingPorts.ts'
import { generateDeviceKeys } from '../../keys/nodeCrypto.ts'

/** The keys under which this machine is enrolled, or about to be. Those of another machine stay unused: a copied file forks nothing. */
export interface SyncDevices {
  current(): DeviceKey | null
  /** The one that waits for its enrolment, made when there is none. */
  prepare(): DeviceKey
  /** The prepared one becomes the current one, the current one a former one. False when it was not prepared here. */
  use(id: string): boolean
  /** Enrolled elsewhere in the same breath as the file was made. */
  install(key: DeviceKey): void
}

export function syncDevices(
  database: Database,
  machineId: string,
  clock: Clock,
  randomness: Randomness,
): SyncDevices {
  const standing = database.prepare<[string, string], DeviceKey>(
    `SELECT id, public_key AS publicKey, private_key AS privateKey FROM sync_devices
     WHERE machine_id = ? AND standing = ?`,
  )
  const insert = database.prepare(
    'INSERT INTO sync_devices (id, public_key, private_key, machine_id, standing) VALUES (?, ?, ?, ?, ?)',
  )
  const become = database.prepare(
    'UPDATE sync_devices SET standing = ? WHERE machine_id = ? AND standing = ?',
  )
  const find = (which: string): DeviceKey | null => {
    const row = standing.get(machineId, which)
    if (row === undefined) return null
    const { id, publicKey, privateKey } = row
    return { id, publicKey: new Uint8Array(publicKey), privateKey: new Uint8Array(privateKey) }
  }
  const keep = (key: DeviceKey, which: string): void => {
    insert.run(key.id, key.publicKey, key.privateKey, machineId, which)
  }
  return {
    current: () => find('current'),
    prepare: () => {
      const known = find('prepared')
      if (known !== null) return known
      const key = newDeviceKey(clock, randomness)
      keep(key, 'prepared')
      return key
    },
    use: (id) => {
      if (find('prepared')?.id !== id) return false
      become.run('former', machineId, 'current')
      become.run('current', machineId, 'prepared')
      return true
    },
    install: (key) => keep(key, 'current'),
  }
}

/** A key that no authority knows yet. */
export const newDeviceKey = (clock: Clock, randomness: Randomness): DeviceKey => ({
  id: uuid7(clock, randomness),
  ...generateDeviceKeys(),
})
