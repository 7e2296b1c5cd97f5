import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { Randomness } from '#shared/kernel/clock.ts'

/** Seals the parts of one blob at rest: AES-256-GCM, a key per blob, a nonce per writing. [BL11] */
export interface BlobCipher {
  /** nonce (12) · ciphertext · tag (16). */
  seal(place: number, plain: Uint8Array): Buffer
  /** Undefined when it is not what was sealed for this blob and this place. */
  unseal(place: number, sealed: Uint8Array): Buffer | undefined
}

export const sealingBytes = 28
/** Place of the manifest; chunks have their index. */
export const manifestPlace = 0xffff_ffff

/** The key of the blobs of one committee file: its data key opens both, and neither tells the other. */
export const blobKeyOf = (dataKey: Uint8Array, fileId: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', dataKey, fileId, 'delibere/blobs/1', 32))

export function blobCipher(blobKey: Uint8Array, sha256: string, randomness: Randomness): BlobCipher {
  const digest = Buffer.from(sha256, 'hex')
  const key = Buffer.from(hkdfSync('sha256', blobKey, digest, 'delibere/blob/1', 32))
  return {
    seal: (place, plain) => {
      const nonce = randomness.bytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(digest, place))
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    unseal: (place, sealed) => {
      if (sealed.length < sealingBytes) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
        .setAAD(boundTo(digest, place))
        .setAuthTag(sealed.subarray(-16))
      try {
        return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
      } catch {
        return undefined
      }
    },
  }
}

/**
 * The name of a file on the disk. Not the digest: whoever finds the folder could otherwise tell that a document he
 * already has is among them.
 */
export const blobFileName = (blobKey: Uint8Array, ...of: readonly string[]): string =>
  createHmac('sha256', blobKey)
    .update(`delibere/blob-name/1\0${of.join('\0')}`)
    .digest('hex')
    .slice(0, 40)

function boundTo(digest: Buffer, place: number): Buffer {
  const index = Buffer.alloc(4)
  index.writeUInt32LE(place)
  return Buffer.concat([Buffer.from('delibere/blob/1\0', 'utf8'), digest, index])
}
