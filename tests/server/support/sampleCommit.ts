import { createHash } from 'node:crypto'
import type { SignedCommit } from '#shared/operations/commit.ts'

/** Bytes in the form of a commit: the store looks at none of them. */
export function sampleCommit(device: string, seq: number, word = 'mark'): SignedCommit {
  const header = new TextEncoder().encode(JSON.stringify({ dev: device, seq, word }))
  return {
    header,
    body: new TextEncoder().encode(JSON.stringify({ word, bytes: '\u0000é' })),
    signature: new Uint8Array(64).fill(seq % 256),
    id: sha256(header),
  }
}

export const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}
