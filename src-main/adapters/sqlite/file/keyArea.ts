import { createHash } from 'node:crypto'

/**
 * The clear part of a file: who may unwrap its data key. One block of one page, written twice in pages that SQLite
 * reserved and never touches (`docs/file-format.md` §2, ADR 0001).
 */
export interface KeyArea {
  readonly fileId: string
  /** Counts rewraps; the valid copy with the highest one is the truth. */
  readonly generation: number
  readonly slots: readonly KeySlot[]
}

/** The data key, wrapped by a key that Argon2id derives from one secret. Binary members are base64url. */
export interface KeySlot {
  readonly kind: 'passphrase' | 'recovery-code'
  readonly argon2id: { readonly memoryKib: number; readonly passes: number; readonly lanes: number }
  /** 16 bytes. */
  readonly salt: string
  /** AES-256-GCM nonce, 12 bytes. */
  readonly nonce: string
  /** 32 bytes of wrapped key and 16 of tag. */
  readonly wrapped: string
}

export type KeyAreaReading =
  | { readonly kind: 'valid'; readonly area: KeyArea }
  | { readonly kind: 'newer-format'; readonly format: number }
  /** The magic is there, the rest does not hold: a torn write or a damaged disk. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'foreign' }

export const keyAreaFormat = 1
export const keyAreaBytes = 4096

/** magic (16) · format u16 · reserved u16 · content length u32 · JSON content · zeros · SHA-256 of all before (32). */
export function encodeKeyArea(area: KeyArea): Buffer {
  const content = Buffer.from(JSON.stringify(area), 'utf8')
  if (content.length > keyAreaBytes - contentOffset - digestBytes) throw new RangeError('key area is full')
  const block = Buffer.alloc(keyAreaBytes)
  magic.copy(block)
  block.writeUInt16LE(keyAreaFormat, magic.length)
  block.writeUInt32LE(content.length, magic.length + 4)
  content.copy(block, contentOffset)
  digestOf(block).copy(block, keyAreaBytes - digestBytes)
  return block
}

export function decodeKeyArea(block: Buffer): KeyAreaReading {
  if (!block.subarray(0, magic.length).equals(magic)) return { kind: 'foreign' }
  const whole =
    block.length === keyAreaBytes && digestOf(block).equals(block.subarray(keyAreaBytes - digestBytes))
  if (!whole) return { kind: 'damaged' }
  const format = block.readUInt16LE(magic.length)
  if (format !== keyAreaFormat) return { kind: 'newer-format', format }
  const length = block.readUInt32LE(magic.length + 4)
  const content = block.subarray(contentOffset, contentOffset + length)
  // The digest held: what is inside is what this program wrote.
  return { kind: 'valid', area: JSON.parse(content.toString('utf8')) as KeyArea }
}

const magic = Buffer.from('DELIBERE KEYS\r\n\x1a', 'latin1')
const contentOffset = magic.length + 8
const digestBytes = 32

const digestOf = (block: Buffer) =>
  createHash('sha256')
    .update(block.subarray(0, keyAreaBytes - digestBytes))
    .digest()
