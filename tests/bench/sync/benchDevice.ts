import { generateDeviceKeys } from '#main/adapters/keys/nodeCrypto.ts'
import type { BenchDevice } from './ours/committee.ts'

/** A device with keys of its own, as its processes are told of it. */
export function benchDevice(id: string, role: BenchDevice['role'], memberId: string | null): BenchDevice {
  const keys = generateDeviceKeys()
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  return {
    id,
    user: `u-${id}`,
    role,
    memberId,
    publicKey: hex(keys.publicKey),
    privateKey: hex(keys.privateKey),
  }
}
