import { type Result, refuse } from '#shared/kernel/result.ts'
import { largestFileBytes } from '../reading/limits.ts'

/**
 * Why a file cannot be opened as a Word file. Refusals: `template.protected` for one that a password encrypts,
 * `template.too-large` with `largest` in MB, `template.unreadable` for the rest, an old « .doc » among them.
 */
export function unusable(bytes: Uint8Array): Result<never> {
  if (isEncrypted(bytes)) return refuse('template.protected')
  return bytes.length > largestFileBytes
    ? refuse('template.too-large', { largest: largestFileBytes / 1024 / 1024 })
    : refuse('template.unreadable')
}

/** An encrypted Word file is a compound file (D0CF11E0) whose directory names a stream « EncryptedPackage », in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  if (!compoundMagic.every((byte, index) => bytes[index] === byte)) return false
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
}

const compoundMagic = [0xd0, 0xcf, 0x11, 0xe0]
