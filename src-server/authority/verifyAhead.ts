import { type KeyObject, verify } from 'node:crypto'
import type { CommitVerifier } from '#shared/operations/commitPorts.ts'
import { ed25519Key } from './nodeCrypto.ts'

/**
 * Verifies signatures beside the thread that orders, before it asks: a signature is what costs most of a commit. What was
 * found is remembered for those that come soon after, since the core asks again each time that it lacked a row.
 */
export interface VerifierAhead extends CommitVerifier {
  /** Settles when the answer is known. */
  ahead(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): Promise<void>
}

export function verifyAhead(mostRemembered = 4_096): VerifierAhead {
  const found = new Map<string, boolean>()
  const keys = new Map<string, KeyObject | null>()

  function remember(name: string, holds: boolean): boolean {
    if (found.size >= mostRemembered)
      for (const oldest of found.keys()) {
        found.delete(oldest)
        if (found.size <= mostRemembered / 2) break
      }
    found.set(name, holds)
    return holds
  }

  /** Null for what is no key. */
  function keyOf(publicKey: Uint8Array): KeyObject | null {
    const name = textOf(publicKey)
    const known = keys.get(name)
    if (known !== undefined) return known
    if (keys.size >= mostKeys) keys.clear()
    let key: KeyObject | null = null
    try {
      key = publicKey.length === 32 ? ed25519Key(publicKey) : null
    } catch {
      // Remembered as none.
    }
    keys.set(name, key)
    return key
  }

  return {
    verify(publicKey, bytes, signature) {
      const name = nameOf(publicKey, bytes, signature)
      const known = found.get(name)
      if (known !== undefined) return known
      const key = keyOf(publicKey)
      return remember(name, key !== null && signature.length === 64 && verify(null, bytes, key, signature))
    },
    ahead: (publicKey, bytes, signature) =>
      new Promise((settle) => {
        const name = nameOf(publicKey, bytes, signature)
        const key = keyOf(publicKey)
        if (found.has(name) || key === null || signature.length !== 64) return settle()
        verify(null, bytes, key, signature, (error, holds) => {
          if (error === null) remember(name, holds)
          settle()
        })
      }),
  }
}

/** All that a signature is about, whole: nothing that was not verified passes for something that was. */
const nameOf = (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): string =>
  `${textOf(publicKey)}${textOf(signature)}${textOf(bytes)}`

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

const mostKeys = 10_000
