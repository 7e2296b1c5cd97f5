import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { base64UrlEncode } from '../commitBase64Url.ts'
import type { CommitDigest } from '../commitPorts.ts'
import { utf8Encode } from '../commitUtf8.ts'
import type { AuditedDevice, AuditedMandate, AuditedState } from './auditLine.ts'

export type FoundingLine = AuditedDevice | AuditedMandate | AuditedState

/** [SY61] Takes in what a log was founded on, line by line in the order of an export. */
export interface FoundingDigest {
  take(line: FoundingLine): void
  /** base64url of the digest so far. */
  text(): string
}

/** d₀ is 32 zero bytes; dₙ = SHA-256 (dₙ₋₁ ‖ canonical JSON of the line). */
export function foundingDigest(ports: CommitDigest): FoundingDigest {
  let digest: Uint8Array = new Uint8Array(32)
  return {
    take(line) {
      const written = utf8Encode(canonicalJson(line as unknown as Json))
      const bytes = new Uint8Array(digest.length + written.length)
      bytes.set(digest)
      bytes.set(written, digest.length)
      digest = ports.sha256(bytes)
    },
    text: () => base64UrlEncode(digest),
  }
}

/** The order of founding lines within a kind: that of their names, code unit by code unit, whatever the store. */
export const inNameOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
