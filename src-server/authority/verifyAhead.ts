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
  /** By signature. */
  const found = new Map<string, Found>()
  const keys = new Map<string, KeyObject | null>()

  function known(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean | undefined {
    const one = found.get(textOf(signature))
    // All that a signature is about, whole: nothing that was not verified passes for something that was.
    return one !== undefined && isSame(one.publicKey, publicKey) && isSame(one.bytes, bytes)
      ? one.holds
      : undefined
  }

  function remember(one: Found, signature: Uint8Array): boolean {
    if (found.size >= mostRemembered)
      for (const oldest of found.keys()) {
        found.delete(oldest)
        if (found.size <= mostRemembered / 2) break
      }
    found.set(textOf(signature), one)
    return one.holds
  }

  /** Null for what is no key. */
  function keyOf(publicKey: Uint8Array): KeyObject | null {
    const name = textOf(publicKey)
    const held = keys.get(name)
    if (held !== undefined) return held
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
      const said = known(publicKey, bytes, signature)
      if (said !== undefined) return said
      const key = keyOf(publicKey)
      const holds = key !== null && signature.length === 64 && verify(null, bytes, key, signature)
      return remember({ ...copyOf(publicKey, bytes), holds }, signature)
    },
    ahead: (publicKey, bytes, signature) =>
      new Promise((settle) => {
        const key = keyOf(publicKey)
        const isKnown = known(publicKey, bytes, signature) !== undefined
        if (isKnown || key === null || signature.length !== 64) return settle()
        const about = { ...copyOf(publicKey, bytes), signature: new Uint8Array(signature) }
        verify(null, about.bytes, key, about.signature, (error, holds) => {
          if (error === null) remember({ ...about, holds }, about.signature)
          settle()
        })
      }),
  }
}

interface Found {
  readonly publicKey: Uint8Array
  readonly bytes: Uint8Array
  readonly holds: boolean
}

/** Whoever asked may write on in his own; a slice of a Buffer would be the same bytes. */
const copyOf = (publicKey: Uint8Array, bytes: Uint8Array): Omit<Found, 'holds'> => ({
  publicKey: new Uint8Array(publicKey),
  bytes: new Uint8Array(bytes),
})

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

const mostKeys = 10_000
