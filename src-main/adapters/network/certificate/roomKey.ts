import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  X509Certificate,
} from 'node:crypto'

/**
 * A new key for the room of a device: ECDSA P-256, PKCS #8. It is made once and kept with the file, so that every later
 * certificate answers to the same pin. Not the Ed25519 key of the device: see ADR 0014.
 */
export function newRoomKey(): Uint8Array {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' }))
}

/** The pin of a key: SHA-256 of its SubjectPublicKeyInfo, 32 bytes. */
export function keyFingerprint(privateKey: Uint8Array): Uint8Array {
  const key = createPublicKey(
    createPrivateKey({ key: Buffer.from(privateKey), type: 'pkcs8', format: 'der' }),
  )
  return sha256(key.export({ type: 'spki', format: 'der' }))
}

/** The pin of whoever shows this certificate (DER). */
export function certificateFingerprint(der: Uint8Array): Uint8Array {
  return sha256(new X509Certificate(der).publicKey.export({ type: 'spki', format: 'der' }))
}

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
