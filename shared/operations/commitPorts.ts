/** What the commit codec asks of its host: this room knows no cryptographic library. */
export interface CommitDigest {
  sha256(bytes: Uint8Array): Uint8Array
}

export interface CommitSigner {
  /** Ed25519 signature, 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array
}

export interface CommitVerifier {
  /** @param publicKey raw Ed25519 key, 32 bytes. False for any malformed key or signature. */
  verify(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean
}
