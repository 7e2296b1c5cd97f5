import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import type { Randomness } from '#shared/kernel/clock.ts'
import type { CommitDigest, CommitSigner, CommitVerifier } from '#shared/operations/commitPorts.ts'

/** SHA-256, Ed25519 verification and true randomness, by Node. */
export const nodeCrypto: CommitDigest & CommitVerifier & Randomness = {
  sha256: (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
  verify: (publicKey, bytes, signature) => {
    if (publicKey.length !== 32 || signature.length !== 64) return false
    try {
      return verify(null, bytes, publicKeyObject(publicKey), signature)
    } catch {
      return false
    }
  },
  bytes: (length) => new Uint8Array(randomBytes(length)),
}

/** A new Ed25519 pair: raw public key (32 bytes) and PKCS #8 private key. */
export function generateDeviceKeys(): { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)),
    privateKey: new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' })),
  }
}

/** @param privateKey PKCS #8, as {@link generateDeviceKeys} gives it. */
export function nodeSigner(privateKey: Uint8Array): CommitSigner {
  const key = createPrivateKey({ key: Buffer.from(privateKey), type: 'pkcs8', format: 'der' })
  return { sign: (bytes) => new Uint8Array(sign(null, bytes, key)) }
}

function publicKeyObject(raw: Uint8Array) {
  return createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), type: 'spki', format: 'der' })
}

/** SubjectPublicKeyInfo of Ed25519 (RFC 8410 §4) up to the key itself. */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')
