import type { CommitVerifier } from '#shared/operations/commitPorts.ts'
import { sameBytes } from '../accounts/sameBytes.ts'

/**
 * The same verifier, which remembers for one push: the core asks again each time that it lacked a row, and a signature
 * is what costs most.
 */
export function verifyOnce(verifier: CommitVerifier): CommitVerifier {
  const verified: {
    readonly publicKey: Uint8Array
    readonly bytes: Uint8Array
    readonly signature: Uint8Array
    readonly holds: boolean
  }[] = []
  return {
    verify(publicKey, bytes, signature) {
      const known = verified.findLast(
        (one) =>
          sameBytes(one.signature, signature) &&
          sameBytes(one.bytes, bytes) &&
          sameBytes(one.publicKey, publicKey),
      )
      if (known !== undefined) return known.holds
      const holds = verifier.verify(publicKey, bytes, signature)
      verified.push({ publicKey, bytes, signature, holds })
      return holds
    },
  }
}
