import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { CommitSigner } from '#shared/operations/commitPorts.ts'

/** The Ed25519 key with which the server signs certificates of devices and checkpoints. */
export interface AuthorityKey extends CommitSigner {
  /** Raw, 32 bytes. */
  readonly publicKey: Uint8Array
  /** Another key, 32 bytes, that follows from this one: whoever holds this one has it, on every process. */
  derive(purpose: string, salt: string): Uint8Array
}

/**
 * Reads the key from a PEM file (PKCS #8). It stays out of the database: a copy of the data signs nothing.
 * @throws NotAnAuthorityKey when the file holds anything else.
 */
export function readAuthorityKey(path: string): AuthorityKey {
  let key: KeyObject
  try {
    key = createPrivateKey(readFileSync(path))
  } catch {
    throw new NotAnAuthorityKey(path)
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new NotAnAuthorityKey(path)
  return {
    publicKey: new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32)),
    sign: (bytes) => new Uint8Array(sign(null, bytes, key)),
    derive: (purpose, salt) => {
      const secret = key.export({ type: 'pkcs8', format: 'der' })
      return new Uint8Array(hkdfSync('sha256', secret, Buffer.from(salt), Buffer.from(purpose), 32))
    },
  }
}

/** Makes the file at the first start, readable by the server's own account only; leaves one that is there. */
export function makeAuthorityKey(path: string): void {
  if (existsSync(path)) return
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
}

export class NotAnAuthorityKey extends Error {
  override readonly name = 'NotAnAuthorityKey'
}
