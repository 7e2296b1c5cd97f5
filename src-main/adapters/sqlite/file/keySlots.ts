import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Randomness } from '#shared/kernel/clock.ts'
import { argon2Defaults, argon2Key } from '../../keys/argon2Key.ts'
import type { KeySlot } from './keyArea.ts'

/** Wraps the data key for one secret. @param secret already normalised. */
export async function wrapDataKey(
  dataKey: Uint8Array,
  kind: KeySlot['kind'],
  secret: string,
  fileId: string,
  randomness: Randomness,
): Promise<KeySlot> {
  const salt = randomness.bytes(16)
  const nonce = randomness.bytes(12)
  const key = await argon2Key(secret, salt, argon2Defaults)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(fileId, kind))
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
  return {
    kind,
    argon2id: argon2Defaults,
    salt: Buffer.from(salt).toString('base64url'),
    nonce: Buffer.from(nonce).toString('base64url'),
    wrapped: wrapped.toString('base64url'),
  }
}

/** The data key, or undefined when the secret is not the slot's. */
export async function unwrapDataKey(
  slot: KeySlot,
  secret: string,
  fileId: string,
): Promise<Uint8Array | undefined> {
  const key = await argon2Key(secret, Buffer.from(slot.salt, 'base64url'), slot.argon2id)
  const wrapped = Buffer.from(slot.wrapped, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'base64url'))
    .setAAD(boundTo(fileId, slot.kind))
    .setAuthTag(wrapped.subarray(-tagBytes))
  try {
    return new Uint8Array(Buffer.concat([decipher.update(wrapped.subarray(0, -tagBytes)), decipher.final()]))
  } catch {
    return undefined
  }
}

const tagBytes = 16

/** A slot moved to another file, or passed for another kind, does not open. */
const boundTo = (fileId: string, kind: KeySlot['kind']) =>
  Buffer.from(`delibere/slot/1\0${fileId}\0${kind}`, 'utf8')
