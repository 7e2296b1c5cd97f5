import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const key = createHash('sha256').update('key of the electron double').digest()

/** An honest cipher under a test key. `ELECTRON_DOUBLE_KEYRING=0` stands for a computer without a keyring. */
export const safeStorage = {
  isEncryptionAvailable: () => process.env.ELECTRON_DOUBLE_KEYRING !== '0',
  getSelectedStorageBackend: () => process.env.ELECTRON_DOUBLE_KEYRING_BACKEND ?? 'gnome_libsecret',
  encryptString(text: string): Buffer {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  },
  decryptString(sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(-16))
    return decipher.update(sealed.subarray(12, -16)).toString('utf8') + decipher.final('utf8')
  },
}
