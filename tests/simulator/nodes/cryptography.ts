import { createHash, createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto'
import type { CommitDigest, CommitSigner, CommitVerifier } from '#shared/operations/commitPorts.ts'

/** What signs and verifies in a world; keys follow from the name of their holder and the seed. */
export interface Cryptography extends CommitDigest, CommitVerifier {
  /** Raw public key, 32 bytes. */
  publicKeyOf(holder: string): Uint8Array
  signerOf(holder: string): CommitSigner
}

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(hash('sha256', bytes, 'buffer'))

/**
 * Keyed hashes in the place of Ed25519: a hundred times faster, and as hard to forge for who does not ask for another's
 * signer, which nobody in a world does.
 */
export function fastCryptography(seed: string): Cryptography {
  const secrets = new Map<string, Uint8Array>()
  const secretOf = (holder: string) => sha256(Buffer.from(`${seed} secret ${holder}`))
  const publicKeyOf = (holder: string) => {
    const secret = secretOf(holder)
    const key = sha256(secret)
    secrets.set(hex(key), secret)
    return key
  }
  const signature = (secret: Uint8Array, bytes: Uint8Array) =>
    new Uint8Array(createHash('sha512').update(secret).update(bytes).digest())
  return {
    sha256,
    publicKeyOf,
    signerOf(holder) {
      publicKeyOf(holder)
      const secret = secretOf(holder)
      return { sign: (bytes) => signature(secret, bytes) }
    },
    verify(publicKey, bytes, signed) {
      const secret = secrets.get(hex(publicKey))
      return secret !== undefined && Buffer.compare(signature(secret, bytes), signed) === 0
    },
  }
}

/** The real one, with keys that follow from the seed. */
export function realCryptography(seed: string): Cryptography {
  const keyOf = (holder: string) =>
    createPrivateKey({
      key: Buffer.concat([pkcs8Prefix, sha256(Buffer.from(`${seed} secret ${holder}`))]),
      format: 'der',
      type: 'pkcs8',
    })
  return {
    sha256,
    publicKeyOf: (holder) =>
      new Uint8Array(createPublicKey(keyOf(holder)).export({ type: 'spki', format: 'der' }).subarray(-32)),
    signerOf(holder) {
      const key = keyOf(holder)
      return { sign: (bytes) => new Uint8Array(sign(null, bytes, key)) }
    },
    verify(publicKey, bytes, signature) {
      if (publicKey.length !== 32 || signature.length !== 64) return false
      const key = createPublicKey({
        key: Buffer.concat([spkiPrefix, publicKey]),
        format: 'der',
        type: 'spki',
      })
      return verify(null, bytes, key, signature)
    },
  }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
/** RFC 8410: what stands before the 32 bytes of an Ed25519 key. */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')
