import { createPublicKey, hash, type KeyObject, randomBytes, verify } from 'node:crypto'
import type { Randomness } from '#shared/kernel/clock.ts'
import type { CommitDigest, CommitVerifier } from '#shared/operations/commitPorts.ts'

/** SHA-256, Ed25519 verification and true randomness, by Node. */
export const nodeCrypto: CommitDigest & CommitVerifier & Randomness = {
  sha256: (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer')),
  verify(publicKey, bytes, signature) {
    if (publicKey.length !== 32 || signature.length !== 64) return false
    try {
      return verify(null, bytes, ed25519Key(publicKey), signature)
    } catch {
      return false
    }
  },
  bytes: (length) => new Uint8Array(randomBytes(length)),
}

/** @throws for what is no point of the curve. */
export const ed25519Key = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([ed25519Prefix, raw]), type: 'spki', format: 'der' })

/** SubjectPublicKeyInfo of Ed25519 (RFC 8410 §4) up to the key itself. */
const ed25519Prefix = Buffer.from('302a300506032b6570032100', 'hex')
