import type { Database } from 'better-sqlite3'
import type { Clock, Randomness } from '#shared/kernel/clock.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import { generateDeviceKeys } from '../../keys/nodeCrypto.ts'

export interface LocalDevice {
  readonly id: string
  readonly publicKey: Uint8Array
  /** PKCS #8. */
  readonly privateKey: Uint8Array
}

/**
 * The device that this machine is in this file, enrolled at its first writing. Bound to the machine id: the copy of a
 * file that is opened elsewhere writes its own chain under its own key, and never forks this one.
 */
export function localDevice(
  database: Database,
  machineId: string,
  clock: Clock,
  randomness: Randomness,
): LocalDevice {
  const known = database
    .prepare<[string], LocalDevice>(
      'SELECT id, public_key AS publicKey, private_key AS privateKey FROM devices WHERE machine_id = ?',
    )
    .get(machineId)
  if (known !== undefined) return known
  const device = { id: uuid7(clock, randomness), ...generateDeviceKeys() }
  database
    .prepare('INSERT INTO devices (id, public_key, private_key, machine_id) VALUES (?, ?, ?, ?)')
    .run(device.id, device.publicKey, device.privateKey, machineId)
  return device
}
