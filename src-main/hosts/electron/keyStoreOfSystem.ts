import { safeStorage } from 'electron'
import type { KeyStore } from '../hostServices.ts'

/** The key store of the operating system. On a Linux without a keyring Electron would store in clear: refused. */
export function keyStoreOfSystem(platform: NodeJS.Platform): KeyStore {
  const available = isTrustworthy(platform)
  return {
    available,
    seal(text) {
      if (!available) throw new Error('No key store on this computer.')
      return new Uint8Array(safeStorage.encryptString(text))
    },
    unseal(bytes) {
      if (!available) throw new Error('No key store on this computer.')
      return safeStorage.decryptString(Buffer.from(bytes))
    },
  }
}

function isTrustworthy(platform: NodeJS.Platform): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}
